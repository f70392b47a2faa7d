"""A school asks the second step of some roles: who has none sets it up first, and nothing else."""

import pytest
from flask import Flask
from sqlalchemy import select

from quiz.storage.tables.school import School
from quiz.storage.tables.staff import Staff, StaffAction
from quiz.web.access.audience_kinds import WITHOUT_ACCOUNT
from quiz.web.access.audiences import Audience
from tests.blueprints.accounts.people import (
    ADMIN,
    PASSWORD,
    TEACHER,
    is_signed_in,
    make_person,
    press,
    sign_in,
)
from tests.blueprints.accounts.test_second_step import digits_of, forget_last, give, switch_on
from tests.conftest import services_of
from tests.visitor import Page, Visitor

ASK, LIST, SET_UP = "/collegas/extra-stap", "/collegas", "/account/code"


def asked(app: Flask) -> list[str]:
    with services_of(app).database.reading() as session:
        mine = select(School.second_step_roles).where(School.name == "School Een")
        return session.scalar(mine) or []


def ask(app: Flask, *roles: str) -> None:
    """As the admin did, some time ago."""
    with services_of(app).database.writing() as session:
        school = session.scalars(select(School).where(School.name == "School Een")).one()
        school.second_step_roles = list(roles)


def send(visitor: Visitor, *roles: str) -> Page:
    token = visitor.get(LIST).form.values["csrf_token"]
    return visitor.post(ASK, {"csrf_token": token, "asked": list(roles)})


def set_up(app: Flask, visitor: Visitor) -> Page:
    """Scan the drawing, and type what the phone shows."""
    page = visitor.get(SET_UP)
    with visitor.client.session_transaction() as session:
        digits = digits_of(app, str(session["new_second_step"]))
    return visitor.submit(page, present=PASSWORD, code=digits)


def test_who_must_sets_it_up_at_the_next_sign_in_and_then_goes_on(
    clean_app: Flask, admin_visitor: Visitor, signed_in: Visitor
) -> None:
    fresh = Visitor(clean_app)
    assert send(admin_visitor, "teacher", "counsellor").path == LIST
    assert asked(clean_app) == ["counsellor", "teacher"]
    assert signed_in.get("/klassen").path == "/klassen", "whoever is in stays in"
    assert sign_in(fresh, TEACHER).path == SET_UP
    page = fresh.get("/klassen")
    assert "Je school vraagt deze stap van jou" in page.text
    assert "/klassen" not in page.links(), "no way that leads back here"
    assert "herstelcodes" in set_up(clean_app, fresh).text
    assert fresh.get("/klassen").path == "/klassen"
    assert "Extra stap: aan." in admin_visitor.get(LIST).text


def test_nothing_else_opens_and_nothing_is_done(
    clean_app: Flask, visitor: Visitor, admin: int
) -> None:
    ask(clean_app, "admin")
    sign_in(visitor, ADMIN)
    token = visitor.get(SET_UP).form.values["csrf_token"]
    tried = 0
    for rule in clean_app.url_map.iter_rules():
        view = clean_app.view_functions[rule.endpoint]
        audience = getattr(view, "audience", Audience.ANYONE)
        free = audience in WITHOUT_ACCOUNT
        if free or rule.rule in (SET_UP, "/uitloggen") or rule.endpoint == "static":
            continue
        path = "".join(f"{part}1" if "<" in part else part for part in _parts(rule.rule))
        for method in (rule.methods or set()) & {"GET", "POST"}:
            answer = visitor.client.open(path, method=method, data={"csrf_token": token})
            if audience not in (Audience.STAFF, Audience.ADMIN):
                assert answer.status_code in (303, 404), path
                continue
            assert (answer.status_code, answer.location) == (303, SET_UP), (method, path)
            tried += 1
    assert tried > 15
    assert visitor.submit(visitor.get("/uitloggen")).path == "/inloggen"
    assert not is_signed_in(visitor)


def _parts(rule: str) -> list[str]:
    return [text for piece in rule.split("<") for text in _split(piece)]


def _split(piece: str) -> list[str]:
    before, closed, after = piece.partition(">")
    return ["1", after] if closed else [before]


def test_who_has_it_or_is_not_asked_notices_nothing(
    clean_app: Flask, signed_in: Visitor, another_visitor: Visitor, admin: int, teacher: int
) -> None:
    secret = switch_on(clean_app, signed_in, teacher)
    ask(clean_app, "teacher")
    sign_in(another_visitor, TEACHER)
    assert give(another_visitor, digits_of(clean_app, secret)).path == "/klassen"
    assert sign_in(Visitor(clean_app), ADMIN).path == LIST


def test_it_does_not_go_off_while_it_is_asked(
    clean_app: Flask, signed_in: Visitor, teacher: int
) -> None:
    switch_on(clean_app, signed_in, teacher)
    ask(clean_app, "teacher")
    assert "Zet de extra stap uit" not in signed_in.get("/account").text
    page = press(signed_in, "/account", "/account/code/uit", present=PASSWORD)
    assert page.status == 422
    assert "Uitzetten kan niet" in page.text
    ask(clean_app)
    assert press(signed_in, "/account", "/account/code/uit", present=PASSWORD).status == 200


def test_an_admin_without_one_asks_it_of_no_admin(
    clean_app: Flask, admin_visitor: Visitor, admin: int
) -> None:
    page = send(admin_visitor, "admin", "teacher")
    assert page.status == 422
    assert "Zet eerst je eigen extra stap aan" in page.text
    assert asked(clean_app) == []
    switch_on(clean_app, admin_visitor, admin)
    assert send(admin_visitor, "admin", "teacher").status == 200
    assert asked(clean_app) == ["admin", "teacher"]


def test_the_last_admin_whose_phone_is_lost_comes_in_by_the_operator(
    clean_app: Flask, admin_visitor: Visitor, admin: int
) -> None:
    fresh = Visitor(clean_app)
    switch_on(clean_app, admin_visitor, admin)
    send(admin_visitor, "admin")
    with services_of(clean_app).database.writing() as session:
        session.get_one(Staff, admin).tf_totp_secret = None  # quiz user link --without-code
    assert sign_in(fresh, ADMIN).path == SET_UP
    set_up(clean_app, fresh)
    forget_last(clean_app, admin)
    assert fresh.get(LIST).path == LIST


@pytest.mark.parametrize("roles", [("god",), ("coordinator",), ("teacher", "god")])
def test_what_is_no_role_of_a_school_is_not_asked(
    clean_app: Flask, admin_visitor: Visitor, roles: tuple[str, ...]
) -> None:
    send(admin_visitor, *roles)
    assert asked(clean_app) == [role for role in roles if role == "teacher"]


def test_the_list_says_who_has_it_and_who_must(
    clean_app: Flask, admin_visitor: Visitor, teacher: int
) -> None:
    assert "nog niet, wel verplicht" not in admin_visitor.get(LIST).text
    send(admin_visitor, "teacher")
    assert "nog niet, wel verplicht" in admin_visitor.get(LIST).text
    assert "nog niet, wel verplicht" in admin_visitor.get(f"{LIST}/{teacher}").text
    with services_of(clean_app).database.reading() as session:
        assert "second step asked" in session.scalars(select(StaffAction.action)).all()


def test_another_school_is_not_asked(clean_app: Flask, admin_visitor: Visitor) -> None:
    fresh = Visitor(clean_app)
    make_person(clean_app, "docent@twee.example", "teacher", school="School Twee")
    send(admin_visitor, "teacher")
    assert sign_in(fresh, "docent@twee.example").path == "/klassen"
