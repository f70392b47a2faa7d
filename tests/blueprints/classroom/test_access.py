"""To whom it does not belong a class does not exist; who gets in: tests/house/access.txt."""

from flask import Flask
from sqlalchemy import func, select

from quiz.storage.tables.school import SchoolClass
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import (
    OTHER_SCHOOL,
    SCHOOL,
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
# By their role: a teacher of another class, then one of another school.
STRANGERS = (
    ("teacher", SCHOOL),
    ("teacher", OTHER_SCHOOL),
    *((role, SCHOOL) for role in ("counsellor", "coordinator", "admin")),
)


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
    clean_app: Flask, services: Services, class_id: int
) -> None:
    finish(services, class_id, 1)
    for role, school in STRANGERS:
        person = add_staff(services, f"{role}@voorbeeld.nl", role, school=school)
        stranger = sign_in(clean_app, person, services.clock())
        for method, rule in OF_ONE_CLASS:
            theirs = _ask(stranger, method, rule, class_id)
            nothing = _ask(stranger, method, rule, 999_999)
            assert theirs == nothing == (404, ""), (role, rule)
            assert _classes(services) == 1, (role, rule)


def test_nobody_without_an_account_gets_in(
    clean_app: Flask, services: Services, class_id: int
) -> None:
    other = add_class(services, add_staff(services, "collega@voorbeeld.nl", "teacher"), "Ander")
    anyone, of_this_class, of_another = (Visitor(clean_app) for _one in range(3))
    for pupil, own in ((of_this_class, class_id), (of_another, other)):
        pupil.begin(f"/meedoen/{code_of(services.database, own)}")
    for outsider in (anyone, of_this_class, of_another):
        for method, rule in RULES:
            status, place = _ask(outsider, method, rule, class_id)
            is_sent_away = status == 303 and place.startswith("/inloggen?verder=")
            assert status == 403 or is_sent_away, rule
            assert _classes(services) == 2, rule


def test_a_number_that_cannot_be_a_class_is_no_class(at_work: Visitor) -> None:
    for number in (0, 2_147_483_648, int("9" * 30)):
        for method, rule in OF_ONE_CLASS:
            assert _ask(at_work, method, rule, number)[0] in (404, 405), (rule, number)
