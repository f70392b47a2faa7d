"""An admin sees that every class has somebody: a substitute, or a new owner when one leaves."""

import pytest
from flask import Flask
from sqlalchemy import update

from quiz.storage.tables.school import ClassColleague, SchoolClass
from quiz.storage.tables.staff import Staff
from quiz.usecases.staff.people import school_named
from tests.blueprints.accounts.people import (
    COLLEAGUE,
    OTHER_TEACHER,
    TEACHER,
    make_person,
    person,
    press,
    sign_in,
)
from tests.blueprints.accounts.test_colleagues import do
from tests.blueprints.classroom.school import add_class
from tests.conftest import services_of
from tests.visitor import Page, Visitor

CLASSES = "/collegas/klassen"


@pytest.fixture
def class_id(clean_app: Flask, teacher: int) -> int:
    return add_class(services_of(clean_app), person(clean_app, teacher), "3A")


@pytest.fixture
def colleague(clean_app: Flask) -> int:
    return make_person(clean_app, COLLEAGUE, "teacher")


@pytest.fixture
def colleague_visitor(clean_app: Flask, colleague: int) -> Visitor:
    visitor = Visitor(clean_app)
    sign_in(visitor, COLLEAGUE)
    return visitor


def change(admin: Visitor, class_id: int, action: str, staff_id: int) -> Page:
    path = f"{CLASSES}/{class_id}"
    return press(admin, path, path, action=action, collega=str(staff_id))


def opens(visitor: Visitor, class_id: int) -> bool:
    return visitor.client.get(f"/klassen/{class_id}").status_code == 200


def test_a_substitute_gives_the_lesson_until_the_admin_stops_it(
    admin_visitor: Visitor,
    colleague_visitor: Visitor,
    colleague: int,
    class_id: int,
) -> None:
    assert "3A" in admin_visitor.get(CLASSES).text
    page = change(admin_visitor, class_id, "add", colleague)
    assert COLLEAGUE in page.text
    assert opens(colleague_visitor, class_id)
    page = change(admin_visitor, class_id, "remove", colleague)
    assert f"{COLLEAGUE} kan niet meer in deze klas" in page.text
    assert not opens(colleague_visitor, class_id)


def test_a_class_that_is_handed_over_is_the_colleagues_and_no_longer_the_owners(
    admin_visitor: Visitor,
    signed_in: Visitor,
    colleague_visitor: Visitor,
    colleague: int,
    class_id: int,
) -> None:
    change(admin_visitor, class_id, "add", colleague)
    page = change(admin_visitor, class_id, "give", colleague)
    assert f"De klas is nu van {COLLEAGUE}" in page.text
    assert not opens(signed_in, class_id)
    assert opens(colleague_visitor, class_id)
    assert "Wis deze klas" in colleague_visitor.get(f"/klassen/{class_id}").text


def test_closing_an_account_asks_who_gets_the_classes_and_gives_them(
    clean_app: Flask,
    admin_visitor: Visitor,
    colleague_visitor: Visitor,
    teacher: int,
    class_id: int,
) -> None:
    page = admin_visitor.get(f"/collegas/{teacher}/sluiten")
    assert "3A" in page.text
    heirs = page.form.choices["naar"]
    assert len(heirs) == 2, "nobody, or the colleague"
    admin_visitor.submit(page, action="close", naar=heirs[1])
    assert not person(clean_app, teacher).active
    assert opens(colleague_visitor, class_id)
    trail = _trail(clean_app)
    assert ("class handed over", "class", class_id) in trail
    assert ("account closed", "staff", teacher) in trail


def test_a_class_without_anybody_stands_on_top_and_can_be_given(
    admin_visitor: Visitor, colleague_visitor: Visitor, teacher: int, class_id: int, colleague: int
) -> None:
    page = admin_visitor.submit(admin_visitor.get(f"/collegas/{teacher}/sluiten"), action="close")
    assert "Dit account is dicht" in page.text
    assert "3A Havo, leerjaar 2 niemand" in admin_visitor.get(CLASSES).text
    assert "Niemand kan deze klas" in admin_visitor.get(f"{CLASSES}/{class_id}").text
    change(admin_visitor, class_id, "give", colleague)
    assert opens(colleague_visitor, class_id)


def test_an_owner_at_another_school_leaves_a_class_that_can_be_given(
    clean_app: Flask, admin_visitor: Visitor, teacher: int, class_id: int
) -> None:
    with services_of(clean_app).database.writing() as session:
        away = school_named(session, "School Twee").id
        session.execute(update(Staff).where(Staff.id == teacher).values(school_id=away))
    assert "niemand" in admin_visitor.get(CLASSES).text
    assert TEACHER not in admin_visitor.get(f"{CLASSES}/{class_id}").text


@pytest.mark.parametrize("action", ["add", "give"])
@pytest.mark.parametrize("who", ["other school", "admin", "closed", "nobody"])
def test_a_class_goes_to_open_teachers_of_the_own_school_only(
    clean_app: Flask, admin_visitor: Visitor, class_id: int, *, action: str, who: str
) -> None:
    number = {
        "other school": lambda: make_person(clean_app, OTHER_TEACHER, "teacher", school="Twee"),
        "admin": lambda: make_person(clean_app, "b@een.example", "admin"),
        "closed": lambda: _closed(clean_app),
        "nobody": lambda: 10**6,
    }[who]()
    before = _owners(clean_app)
    assert change(admin_visitor, class_id, action, number).status == 404
    assert _owners(clean_app) == before


def test_closing_with_an_heir_who_cannot_be_closes_nothing(
    clean_app: Flask, admin_visitor: Visitor, teacher: int, class_id: int
) -> None:
    stranger = make_person(clean_app, OTHER_TEACHER, "teacher", school="Twee")
    assert do(admin_visitor, teacher, "close", naar=str(stranger)).status == 404
    assert person(clean_app, teacher).active


def test_another_school_has_no_such_class(
    clean_app: Flask, other_admin: int, class_id: int, colleague: int
) -> None:
    visitor = Visitor(clean_app)
    sign_in(visitor, person(clean_app, other_admin).email)
    assert "3A" not in visitor.get(CLASSES).text
    for number in (class_id, 10**6, 10**30):
        assert visitor.get(f"{CLASSES}/{number}").status == 404
    path = f"{CLASSES}/{class_id}"
    assert press(visitor, "/collegas", path, action="give", collega=str(colleague)).status == 404


def test_without_a_colleague_chosen_it_is_asked_again(
    admin_visitor: Visitor, colleague: int, class_id: int
) -> None:
    path = f"{CLASSES}/{class_id}"
    page = press(admin_visitor, path, path, action="give", collega="")
    assert page.status == 422
    assert "Kies eerst een collega" in page.text


def _closed(app: Flask) -> int:
    number = make_person(app, "weg@een.example", "teacher")
    with services_of(app).database.writing() as session:
        session.get_one(Staff, number).active = False
    return number


def _owners(app: Flask) -> tuple[object, ...]:
    with services_of(app).database.reading() as session:
        owners = session.query(SchoolClass.id, SchoolClass.teacher_id).all()
        return (*map(tuple, owners), session.query(ClassColleague).count())


def _trail(app: Flask) -> list[tuple[object, ...]]:
    with services_of(app).database.reading() as session:
        rows = session.connection().exec_driver_sql(
            "SELECT action, kind, object_id FROM staff_action"
        )
        return [tuple(row) for row in rows]
