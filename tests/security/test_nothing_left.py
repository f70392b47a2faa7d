"""What was erased is in no file any more: not in that of SQLite, nor in those beside it."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import Engine, select

from quiz.storage import database, embedded
from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.share import Share
from quiz.usecases.attempts.erase import erase_attempt, erase_if_empty
from quiz.usecases.classes.care import delete_class
from quiz.usecases.classes.moving import move_to_class
from quiz.usecases.retakes.start import discard_retake, start_retake
from quiz.usecases.services import Services
from quiz.usecases.sharing.share import end_share, withdraw_share
from tests.blueprints.accounts import people
from tests.blueprints.classroom.school import OTHER_SCHOOL, add_class, add_staff, code_of
from tests.conftest import services_of
from tests.own_app import MakeApp
from tests.security.on_disk import log_size, marked, traces
from tests.usecases.attempts.pupils import answer_one, begin, walk
from tests.usecases.sharing import sharing
from tests.visitor import Visitor


@pytest.fixture
def services(make_app: MakeApp) -> Services:
    """An installation on SQLite that is in use: its files stay open."""
    return services_of(make_app())


def test_a_pupil_who_erases_is_in_no_file_any_more(services: Services) -> None:
    attempt_id = begin(services)
    walk(services, attempt_id)
    marks = marked(services, attempt_id)
    erase_attempt(services, attempt_id)
    assert traces(services, *marks) == set()


def test_nor_is_an_entry_that_was_never_answered(services: Services) -> None:
    attempt_id = begin(services)
    marks = marked(services, attempt_id)
    erase_if_empty(services, attempt_id)
    assert traces(services, *marks) == set()


def test_nor_is_anybody_of_a_class_that_its_teacher_removes(services: Services) -> None:
    class_id = add_class(
        services, add_staff(services, "docent@voorbeeld.nl", "teacher"), "2Zeldzaam"
    )
    attempt_id = begin(services, code_of(services.database, class_id))
    answer_one(services, attempt_id)
    marks = *marked(services, attempt_id), b"2Zeldzaam"
    delete_class(services, class_id)
    assert traces(services, *marks) == set()


def test_nor_is_a_retake_that_was_stopped(services: Services) -> None:
    first = sharing.finished(services)
    second = start_retake(services, first)
    answer_one(services, second)
    with services.database.reading() as session:
        digest = session.scalars(select(Attempt.return_digest).where(Attempt.id == second)).one()
    assert traces(services, digest)
    discard_retake(services, second)
    assert traces(services, digest) == set()


@pytest.mark.parametrize("by", ["pupil", "counsellor", "moving"])
def test_nor_does_the_log_tell_of_sharing_that_ended(services: Services, by: str) -> None:
    pupil, who = sharing.finished(services), sharing.counsellor(services)
    share_id = sharing.share(services, pupil, who)
    assert log_size(services)
    if by == "pupil":
        withdraw_share(services, pupil, share_id)
    elif by == "counsellor":
        end_share(services, share_id, who.school_id)
    else:
        teacher = add_staff(services, "ander@voorbeeld.nl", "teacher", school=OTHER_SCHOOL)
        elsewhere = code_of(services.database, add_class(services, teacher, "3A"))
        move_to_class(services, pupil, elsewhere)
    with services.database.reading() as session:
        assert session.scalars(select(Share)).all() == []
    assert log_size(services) == 0


def test_who_reads_at_that_moment_keeps_nobody_waiting_and_then_it_goes_after_all(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "SHORT_TIMEOUT_MS", 20)
    goes, stays = begin(services), begin(services)
    marks = marked(services, goes)
    with services.database.reading() as slow:
        assert slow.scalar(select(Attempt.id).where(Attempt.id == goes)) == goes
        erase_attempt(services, goes)
        answer_one(services, stays)
        assert traces(services, *marks), "who began to read before sees what was there"
        assert slow.scalar(select(Attempt.id).where(Attempt.id == goes)) == goes
    answer_one(services, stays, 2)
    assert traces(services, *marks) == set()


def test_connections_that_are_open_and_idle_keep_nothing(services: Services) -> None:
    attempt_id = begin(services)
    marks = marked(services, attempt_id)
    with closing(sqlite3.connect(services.database.url.database or "")) as somebody:
        somebody.execute("SELECT count(*) FROM attempt").fetchall()
        erase_attempt(services, attempt_id)
        assert traces(services, *marks) == set()


def test_no_page_holds_the_log_itself_while_it_erases(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    emptied = []

    def noted(engine: Engine, patience_ms: int) -> bool:
        emptied.append(embedded.empty_log(engine, patience_ms))
        return emptied[-1]

    monkeypatch.setattr(database, "empty_log", noted)
    app = make_app()
    pupil, teacher = Visitor(app), Visitor(app)
    pupil.begin()
    assert pupil.submit(pupil.get("/wissen")).status == 200
    assert emptied == [True]
    people.make_person(app, people.TEACHER, "teacher")
    people.sign_in(teacher, people.TEACHER)
    page = teacher.submit(teacher.get("/klassen/nieuw"), name="2B", school_type="havo", year="2")
    asked = teacher.get(f"{page.path}/wissen")
    assert teacher.submit(asked, zeker="ja").path == "/klassen"
    assert emptied == [True, True]
