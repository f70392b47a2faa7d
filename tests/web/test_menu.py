"""Who is signed in finds the way back from every page; nobody else sees rooms of others."""

from http import HTTPStatus
from typing import NoReturn

import pytest
from flask import Flask
from sqlalchemy.exc import OperationalError

from quiz.usecases.services import Services
from quiz.web.access import staff as access_staff
from tests.blueprints.classroom.school import add_staff, sign_in
from tests.visitor import Visitor

PUBLIC = ["/", "/over", "/privacy", "/toegankelijkheid", "/werelden", "/werelden/hitech-science"]
ROOMS = {"teacher": "/klassen", "counsellor": "/gesprekken", "admin": "/collegas"}


@pytest.mark.parametrize("role", ROOMS)
def test_a_public_page_keeps_the_menu_of_who_is_signed_in(
    clean_app: Flask, services: Services, role: str
) -> None:
    visitor = sign_in(clean_app, add_staff(services, "ik@voorbeeld.nl", role), services.clock())
    for path in PUBLIC:
        links = visitor.get(path).links()
        assert {ROOMS[role], "/account", "/uitloggen"} <= set(links), path
        assert not (set(ROOMS.values()) - {ROOMS[role]}) & set(links), path


def test_a_page_that_is_not_there_leads_back_too(clean_app: Flask, services: Services) -> None:
    visitor = sign_in(
        clean_app, add_staff(services, "ik@voorbeeld.nl", "teacher"), services.clock()
    )
    for path in ("/klassen/4711", "/bestaat/niet"):
        page = visitor.get(path)
        assert page.status == HTTPStatus.NOT_FOUND
        assert {"/account", "/uitloggen"} <= set(page.links()), path
        assert page.links().count("/klassen") == 2, "in the menu, and as the next step"


def test_a_page_that_is_not_there_needs_no_database(
    clean_app: Flask, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = add_staff(services, "ik@voorbeeld.nl", "teacher")
    visitor = sign_in(clean_app, person, services.clock())
    monkeypatch.setattr(access_staff, "reading", _no_database)
    page = visitor.get("/bestaat/niet")
    assert page.status == HTTPStatus.NOT_FOUND
    assert "/" in page.links()
    assert "/account" not in page.links()


def _no_database() -> NoReturn:
    raise OperationalError("SELECT 1", {}, Exception("gone"))


def test_nobody_else_sees_a_room(visitor: Visitor) -> None:
    for path in PUBLIC:
        assert not {*ROOMS.values(), "/uitloggen"} & set(visitor.get(path).links()), path
