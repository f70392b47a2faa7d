"""`quiz school`, `quiz trail`, and the changes of `quiz user`: by hand, with slips."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from quiz.storage.database import Database
from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.picture import SchoolFigure
from quiz.storage.tables.school import School, SchoolClass
from quiz.storage.tables.share import Share
from quiz.storage.tables.staff import Staff
from quiz.usecases.staff.schools import looks_like
from tests.cli.conftest import Quiz, complaint
from tests.cli.test_user import accept, link_in
from tests.usecases.attempts.pupils import everything_stored

EVA, TOM = "eva@school.nl", "tom@school.nl"
STAR, STARR = "Het Sterrencollege", "Het Sterencollege"


@pytest.fixture
def store(quiz: Quiz, upgraded: Path) -> Iterator[Database]:
    """A school with an account, and its misspelled twin with another one and a class."""
    database = Database(f"sqlite:///{upgraded}")
    for email, school in ((EVA, STAR), (TOM, STARR)):
        words = ("user", "add", email, "--school", school, "--role", "teacher", "--new-school")
        accept(database, link_in(quiz(*words).output))
    with database.writing() as session:
        twin = session.scalars(select(School).where(School.name == STARR)).one()
        session.add(_class_of(twin.id))
    yield database
    database.close()


def _class_of(school_id: int) -> SchoolClass:
    moment = datetime.now(UTC)
    return SchoolClass(
        school_id=school_id,
        name="2B",
        code="HJM479",
        school_type="havo",
        created_at=moment,
        joining_until=moment,
    )


def test_a_name_that_is_almost_there_is_not_made(quiz: Quiz, store: Database) -> None:
    add = ("user", "add", "jan@school.nl", "--role", "teacher", "--school")
    before = everything_stored(store)
    for typed in (
        "Het Sterrencolege",
        "het sterrencollege",
        "Het Sterren-College",
        "Sterrencollege",
    ):
        assert f"there is {STAR!r}" in complaint(quiz(*add, typed)), typed
    assert everything_stored(store) == before
    assert quiz(*add, "De Planeet").exit_code == 0


def test_names_of_different_schools_do_not_look_alike(store: Database) -> None:
    with store.reading() as session:
        for name in ("De Ster", "Het Maancollege", "Sterrenschool Oost", "X", "\u2603"):
            assert looks_like(session, name) is None, name


def test_schools_are_listed_renamed_and_merged(quiz: Quiz, store: Database) -> None:
    assert f"{STARR}  1 account, 1 class" in quiz("school", "list").output
    assert "there already" in complaint(quiz("school", "rename", STARR, STAR))
    assert "do you mean" in complaint(quiz("school", "rename", "Het Sterrencolege", "De Zon"))
    assert quiz("school", "merge", STARR, STAR).exit_code == 1, "nobody said yes"
    assert quiz("school", "merge", STARR, STAR, "--yes").exit_code == 0
    assert quiz("school", "list").output == f"{STAR}  2 accounts, 1 class  no place\n"
    assert quiz("school", "rename", STAR, " De  Zon ").exit_code == 0
    assert quiz("school", "list").output == "De Zon  2 accounts, 1 class  no place\n"
    trail = quiz("trail", "--school", "De Zon").output
    assert "command line, or removed  school merged  school" in trail
    assert "school renamed" in trail


def test_a_merge_loses_no_yes_of_a_pupil_and_no_second_step(quiz: Quiz, store: Database) -> None:
    """Who shared with both spellings shares once: what was said yes to stays."""
    moment = datetime.now(UTC)
    assert quiz("school", "second-step", STARR, "--role", "teacher").exit_code == 0
    with store.writing() as session:
        schools = session.scalars(select(School).order_by(School.name)).all()
        pupil = Attempt(
            id=2**60, nickname="Blauwe Otter", return_digest=b"0" * 32, school_type="havo"
        )
        pupil.language, pupil.bank_version, pupil.blocks, pupil.target_blocks = "nl", 2, [], 4
        pupil.started_at = pupil.last_used_at = moment
        session.add(pupil)
        session.flush()
        for number, school in enumerate(schools, 1):
            yes = moment if school.name == STARR else None
            share = Share(id=number, attempt_id=pupil.id, school_id=school.id)
            share.asked_at, share.until, share.confirmed_at = moment, moment, yes
            session.add(share)
    assert quiz("school", "merge", STARR, STAR, "--yes").exit_code == 0
    with store.reading() as session:
        assert session.scalars(select(Share.confirmed_at)).one() is not None
        assert session.scalars(select(School.second_step_roles)).one() == ["teacher"]


def test_a_merge_that_cannot_be_changes_nothing(quiz: Quiz, store: Database) -> None:
    with store.writing() as session:
        twin = session.scalars(select(School).where(School.name == STARR)).one()
        figure = SchoolFigure(
            school_id=twin.id, number=1, year=2026, made_at=datetime.now(UTC), covers={}, content={}
        )
        session.add(figure)
    before = everything_stored(store)
    assert "figures of its own" in complaint(quiz("school", "merge", STARR, STAR, "--yes"))
    assert "one school" in complaint(quiz("school", "merge", STAR, STAR, "--yes"))
    assert "no school" in complaint(quiz("school", "merge", "De Zon", STAR, "--yes"))
    assert everything_stored(store) == before
    words = ("user", "add", EVA, "--school", STARR, "--role", "teacher")
    accept(store, link_in(quiz(*words).output))
    assert "an account at both" in complaint(quiz("school", "merge", STARR, STAR, "--yes"))


def test_an_account_is_closed_opened_given_roles_and_another_address(
    quiz: Quiz, store: Database
) -> None:
    assert quiz("user", "close", EVA).exit_code == 0
    assert f"{EVA}  {STAR}  teacher  closed" in quiz("user", "list").output
    assert "is closed" in complaint(quiz("user", "link", EVA))
    assert quiz("user", "open", EVA).exit_code == 0
    assert quiz("user", "role", EVA, "--role", "admin", "--role", "counsellor").exit_code == 0
    assert f"{EVA}  {STAR}  admin, counsellor  open" in quiz("user", "list").output
    assert "--role is missing" in complaint(quiz("user", "role", EVA))
    assert quiz("user", "rename", EVA, " Eva.Jansen@School.nl").exit_code == 0
    assert "no account" in complaint(quiz("user", "close", EVA))
    assert "has an account" in complaint(
        quiz("user", "rename", "eva.jansen@school.nl", "eva.jansen@school.nl")
    )
    with store.reading() as session:
        emails = session.scalars(select(Staff.email).order_by(Staff.email)).all()
    assert emails == ["eva.jansen@school.nl", TOM]
    assert "account renamed" in quiz("trail", "--lines", "1").output


def test_open_invitations_are_listed(quiz: Quiz, store: Database) -> None:
    assert quiz("user", "add", "jan@school.nl", "--school", STAR, "--role", "admin").exit_code == 0
    assert f"jan@school.nl  {STAR}  admin  invited until 20" in quiz("user", "list").output


def test_the_second_step_is_asked_and_no_longer(quiz: Quiz, store: Database) -> None:
    ask = ("school", "second-step", STAR)
    assert f"{STAR} asks the second step of teacher" in quiz(*ask, "--role", "teacher").output
    with store.writing() as session:
        school = session.scalars(select(School).where(School.name == STAR)).one()
        assert school.second_step_roles == ["teacher"]
        for person in session.scalars(select(Staff)):
            person.password = None
    assert "no admin of this school" in complaint(quiz(*ask, "--role", "admin"))
    assert "of nobody" in quiz(*ask).output
    with store.reading() as session:
        assert session.scalars(select(School.second_step_roles)).all() == [None, None]
    assert quiz("trail").output.count("second step asked") == 2


def test_a_school_is_placed_by_hand_and_never_by_its_name(quiz: Quiz, store: Database) -> None:
    known = "Ichthus College Veenendaal"
    assert quiz("school", "rename", STAR, known).exit_code == 0
    assert f"{known}  1 account, 0 classes  no place; perhaps Veenendaal" in (
        quiz("school", "list").output
    )
    assert "no single place" in complaint(quiz("school", "place", known, "Nergenshuizen"))
    assert "give the place" in complaint(quiz("school", "place", known))
    assert "give the place" in complaint(quiz("school", "place", known, "Ede", "--nowhere"))
    assert quiz("school", "place", known, "ede").output == f"{known}: Ede (FoodValley)\n"
    assert "0 classes  Ede (FoodValley)" in quiz("school", "list").output
    assert quiz("school", "place", known, "--nowhere").output == f"{known}: no place\n"
    assert quiz("trail").output.count("school placed") == 2


def test_a_merged_school_stands_where_one_of_both_did(quiz: Quiz, store: Database) -> None:
    assert quiz("school", "place", STARR, "Ede").exit_code == 0
    assert quiz("school", "merge", STARR, STAR, "--yes").exit_code == 0
    assert "1 class  Ede (FoodValley)" in quiz("school", "list").output


def test_a_school_that_is_left_without_anybody_to_look_after_it_is_told(
    quiz: Quiz, store: Database
) -> None:
    for how in (("role", EVA, "--role", "teacher"), ("close", EVA)):
        assert "nobody looks after" not in quiz("user", "role", EVA, "--role", "admin").output, how
        assert "nobody looks after this school now" in quiz("user", *how).output, how
    assert "nobody looks after" not in quiz("user", "close", EVA).output
