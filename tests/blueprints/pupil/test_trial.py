"""Staff try the quiz in the browser of their work: they stay signed in and never count."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import add_class, add_staff, code_of, sign_in
from tests.blueprints.pupil import way
from tests.visitor import Visitor


@pytest.fixture
def class_id(services: Services) -> int:
    return add_class(services, add_staff(services, "docent@voorbeeld.nl", "teacher"))


@pytest.fixture
def teacher(clean_app: Flask, services: Services, class_id: int) -> Visitor:
    with services.database.reading() as session:
        person = session.scalars(select(Staff)).one()
    return sign_in(clean_app, person, services.clock())


def counted(services: Services) -> int:
    """How many pupils are in any class."""
    with services.database.reading() as session:
        found = select(func.count()).where(Attempt.class_id.is_not(None))
        return session.scalar(found) or 0


@pytest.mark.parametrize("own_code", [True, False])
def test_a_trial_leaves_the_board_and_the_session_as_they_are(
    services: Services, teacher: Visitor, class_id: int, own_code: bool
) -> None:
    path = f"/meedoen/{code_of(services.database, class_id)}" if own_code else "/start"
    form_of_before = teacher.get(f"/klassen/{class_id}/sluiten")
    page = teacher.get(path)
    assert "Je bent hier ingelogd als docent" in page.text
    assert teacher.begin(path).path == "/vragen"
    for work in (f"/klassen/{class_id}", f"/klassen/{class_id}/scherm/nu", "/klassen"):
        assert teacher.client.get(work).status_code == 200
    assert teacher.walk_to_result("/vragen").path == "/resultaat"
    assert counted(services) == 0
    assert teacher.submit(form_of_before).status == 200
    assert "Dicht" in teacher.get(f"/klassen/{class_id}").text


@pytest.mark.parametrize("end", ["/volgende", "/wissen"])
def test_ending_a_trial_signs_nobody_out(teacher: Visitor, class_id: int, end: str) -> None:
    teacher.begin()
    page = teacher.submit(teacher.get(end))
    assert page.status == 200
    assert teacher.get(f"/klassen/{class_id}").status == 200
    assert teacher.get("/vragen").status == 403


def test_signing_out_takes_the_trial_along(teacher: Visitor) -> None:
    teacher.begin()
    teacher.submit(teacher.get("/uitloggen"))
    assert teacher.get("/vragen").status == 403


def test_a_second_trial_does_not_show_the_code_of_the_first(teacher: Visitor) -> None:
    first = teacher.start().text
    second = teacher.start().text
    assert first != second
    assert teacher.submit(teacher.get("/code")).path == "/vragen"


def test_a_pupil_who_comes_back_here_does_not_get_the_teachers_work(
    clean_app: Flask, services: Services, teacher: Visitor, class_id: int
) -> None:
    pupil = Visitor(clean_app)
    code = way.return_code(pupil.start(f"/meedoen/{code_of(services.database, class_id)}"))
    assert teacher.submit(teacher.get("/terug"), code=code).path == "/vragen"
    assert teacher.get(f"/klassen/{class_id}").path == "/inloggen"


def test_a_pupils_own_start_page_has_no_word_of_it(visitor: Visitor) -> None:
    assert "ingelogd" not in visitor.get("/start").text
