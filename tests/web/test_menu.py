"""Who is signed in finds the way back from every page; nobody else sees rooms of others."""

from http import HTTPStatus

import pytest
from flask import Flask

from quiz.usecases.services import Services
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
    page = visitor.get("/klassen/4711")
    assert page.status == HTTPStatus.NOT_FOUND
    assert "/klassen" in page.links()


def test_nobody_else_sees_a_room(visitor: Visitor) -> None:
    for path in PUBLIC:
        assert not {*ROOMS.values(), "/uitloggen"} & set(visitor.get(path).links()), path
