"""Who may open what: every address of this room, for everybody, with objects by their number."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from quiz.storage.tables.school import SchoolClass
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import (
    OTHER_SCHOOL,
    add_class,
    add_staff,
    code_of,
    finish,
    sign_in,
)
from tests.house.test_routes import LIST
from tests.visitor import Visitor

RULES = [
    line.split()[1:]
    for line in LIST.read_text(encoding="utf-8").splitlines()
    if line.split()[2].startswith("/klassen")
]
OF_ONE_CLASS = [(method, rule) for method, rule in RULES if "<" in rule]
STRANGERS = {
    "teacher of another class": ("collega@voorbeeld.nl", ("teacher",), {}),
    "teacher of another school": ("ander@voorbeeld.nl", ("teacher",), {"school": OTHER_SCHOOL}),
    "counsellor": ("decaan@voorbeeld.nl", ("counsellor",), {}),
    "coordinator": ("regio@voorbeeld.nl", ("coordinator",), {}),
    "admin": ("beheer@voorbeeld.nl", ("admin",), {}),
}


@pytest.fixture
def busy_class(services: Services, class_id: int) -> int:
    finish(services, class_id, 1)
    return class_id


@pytest.fixture(params=STRANGERS)
def stranger(
    request: pytest.FixtureRequest, clean_app: Flask, services: Services, busy_class: int
) -> Visitor:
    email, roles, where = STRANGERS[request.param]
    return sign_in(clean_app, add_staff(services, email, *roles, **where), services.clock())


def _ask(visitor: Visitor, method: str, rule: str, class_id: int) -> tuple[int, str]:
    """Status and place of an answer, sent with a good token."""
    path = rule.replace("<int:class_id>", str(class_id))
    token = visitor.get("/meedoen").form.values["csrf_token"]
    fields = {"csrf_token": token, "zeker": "ja", "name": "x", "school_type": "havo"}
    ask = visitor.client.get(path) if method == "GET" else visitor.client.post(path, data=fields)
    return ask.status_code, ask.headers.get("Location", "")


def _classes(services: Services) -> int:
    with services.database.reading() as session:
        return session.scalar(select(func.count()).select_from(SchoolClass)) or 0


def test_for_any_other_member_of_staff_a_class_does_not_exist(
    services: Services, stranger: Visitor, busy_class: int
) -> None:
    for method, rule in OF_ONE_CLASS:
        theirs = _ask(stranger, method, rule, busy_class)
        nothing = _ask(stranger, method, rule, 999_999)
        assert theirs == nothing == (404, ""), rule
        assert _classes(services) == 1, rule


@pytest.fixture(params=["anyone", "pupil of this class", "pupil of another"])
def outsider(
    request: pytest.FixtureRequest, services: Services, visitor: Visitor, class_id: int
) -> Visitor:
    own = class_id
    if request.param == "pupil of another":
        own = add_class(services, add_staff(services, "collega@voorbeeld.nl", "teacher"), "Ander")
    if request.param != "anyone":
        visitor.begin(f"/meedoen/{code_of(services.database, own)}")
    return visitor


def test_nobody_without_an_account_gets_in(
    services: Services, outsider: Visitor, class_id: int
) -> None:
    before = _classes(services)
    for method, rule in RULES:
        status, place = _ask(outsider, method, rule, class_id)
        is_sent_away = status == 303 and place.startswith("/inloggen?verder=")
        assert status == 403 or is_sent_away, rule
        assert _classes(services) == before, rule


@pytest.mark.parametrize("role", ["counsellor", "coordinator", "admin"])
def test_other_roles_have_no_classes(clean_app: Flask, services: Services, role: str) -> None:
    person = add_staff(services, f"{role}@voorbeeld.nl", role)
    visitor = sign_in(clean_app, person, services.clock())
    for method, rule in RULES:
        if "<" not in rule:
            assert _ask(visitor, method, rule, 1)[0] == 404, rule


@pytest.mark.parametrize(("method", "rule"), OF_ONE_CLASS)
def test_the_teacher_of_the_class_gets_in(
    at_work: Visitor, busy_class: int, method: str, rule: str
) -> None:
    assert _ask(at_work, method, rule, busy_class)[0] in {200, 303, 409, 422}


@pytest.mark.parametrize("number", ["0", "2147483648", "9" * 30])
def test_a_number_that_cannot_be_a_class_is_no_class(at_work: Visitor, number: str) -> None:
    for method, rule in OF_ONE_CLASS:
        assert _ask(at_work, method, rule, int(number))[0] in (404, 405), rule


def test_a_class_of_somebody_else_never_comes_along_into_a_picture(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    colleague = add_staff(services, "collega@voorbeeld.nl", "teacher")
    other = add_class(services, colleague, "Van een ander")
    finish(services, class_id, 6)
    finish(services, other, 6)
    token = at_work.get(f"/klassen/{class_id}/beeld").form.values["csrf_token"]
    fields = {"csrf_token": token, "samen": str(other)}
    assert at_work.post(f"/klassen/{class_id}/beeld", fields).status == 404


def test_comparing_with_a_class_of_somebody_else_is_refused(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    colleague = add_staff(services, "collega@voorbeeld.nl", "teacher")
    other = add_class(services, colleague, "Van een ander")
    finish(services, class_id, 10)
    token = at_work.get(f"/klassen/{class_id}/beeld").form.values["csrf_token"]
    at_work.post(f"/klassen/{class_id}/beeld", {"csrf_token": token})
    for asked in (f"{other}", f"{other}.1"):
        page = at_work.get(f"/klassen/vergelijk?beeld={class_id}.1&beeld={asked}")
        assert page.status == 404


def test_nothing_changes_without_the_token_of_the_form(at_work: Visitor, class_id: int) -> None:
    for method, rule in OF_ONE_CLASS:
        if method == "POST":
            path = rule.replace("<int:class_id>", str(class_id))
            assert at_work.client.post(path, data={"zeker": "ja"}).status_code == 400
    assert "Open tot" in at_work.get(f"/klassen/{class_id}").text
