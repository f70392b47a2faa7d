"""Links end with the person who made them, and with the account that they are for."""

from collections.abc import Callable

import pytest
from flask import Flask

from quiz.storage.tables.staff import Role, Staff
from tests.blueprints.accounts.people import PASSWORD, make_person, person, press, sign_in
from tests.blueprints.accounts.test_colleagues import LIST, NEW, do, link_on
from tests.blueprints.accounts.test_links import choose, invitation, password_link
from tests.blueprints.accounts.test_second_step import switch_on
from tests.conftest import services_of
from tests.visitor import Visitor

SECOND_ADMIN, COUNSELLOR = "tweede@een.example", "decaan@een.example"


@pytest.fixture
def second(clean_app: Flask, visitor: Visitor) -> Visitor:
    """Another admin of the school."""
    make_person(clean_app, SECOND_ADMIN, "admin")
    sign_in(visitor, SECOND_ADMIN)
    return visitor


@pytest.fixture
def links(clean_app: Flask, admin_visitor: Visitor) -> list[str]:
    """What the first admin made: an invitation, and a link to a new password for the counsellor."""
    counsellor = make_person(clean_app, COUNSELLOR, "counsellor")
    made = [
        admin_visitor.submit(admin_visitor.get(LIST), email=NEW, roles="admin"),
        do(admin_visitor, counsellor, "link"),
    ]
    return [link_on(page) for page in made]


def _closes(app: Flask, second: Visitor, admin: int) -> None:
    do(second, admin, "close")


def _takes_the_role(app: Flask, second: Visitor, admin: int) -> None:
    do(second, admin, "roles", roles="teacher")


def _takes_it_another_way(app: Flask, second: Visitor, admin: int) -> None:
    with services_of(app).database.writing() as session:
        session.get_one(Staff, admin).roles = [Role(name="coordinator")]


def _removes(app: Flask, second: Visitor, admin: int) -> None:
    with services_of(app).database.writing() as session:
        session.delete(session.get_one(Staff, admin))


@pytest.mark.parametrize("leave", [_closes, _takes_the_role, _takes_it_another_way, _removes])
def test_what_an_admin_made_ends_with_the_admin(
    clean_app: Flask,
    second: Visitor,
    admin: int,
    links: list[str],
    leave: Callable[[Flask, Visitor, int], None],
) -> None:
    assert [Visitor(clean_app).get(link).status for link in links] == [200, 200]
    leave(clean_app, second, admin)
    for link in links:
        stranger = Visitor(clean_app)
        assert stranger.get(link).status == 410
        token = stranger.get("/inloggen").form.values["csrf_token"]
        done = stranger.post(link, {"csrf_token": token, "password": "van een vreemde 12"})
        assert done.status == 410


def test_closed_and_opened_again_the_old_links_stay_dead(
    clean_app: Flask, second: Visitor, admin: int, links: list[str]
) -> None:
    do(second, admin, "close")
    do(second, admin, "open")
    assert [Visitor(clean_app).get(link).status for link in links] == [410, 410]


def test_links_for_a_closed_account_are_dead_and_are_not_made(
    clean_app: Flask, admin_visitor: Visitor, teacher: int
) -> None:
    link = link_on(do(admin_visitor, teacher, "link"))
    do(admin_visitor, teacher, "close")
    assert Visitor(clean_app).get(link).status == 410
    assert do(admin_visitor, teacher, "link").status == 404
    assert "Maak een link" not in admin_visitor.get(f"{LIST}/{teacher}").text
    do(admin_visitor, teacher, "open")
    assert Visitor(clean_app).get(link).status == 410


def test_every_open_link_is_seen_with_its_maker_and_can_be_withdrawn(
    clean_app: Flask, second: Visitor, links: list[str]
) -> None:
    page = second.get(LIST)
    assert "gemaakt door beheer@een.example" in page.text
    for left in (2, 1):
        open_now = [Visitor(clean_app).get(link).status for link in links].count(200)
        assert open_now == left
        second.submit(second.get(LIST))  # the first form of the page withdraws a link
    assert [Visitor(clean_app).get(link).status for link in links] == [410, 410]
    assert "Open links" not in second.get(LIST).text


def test_a_colleagues_page_shows_the_link_for_their_password(
    clean_app: Flask, second: Visitor, admin_visitor: Visitor, teacher: int
) -> None:
    link = link_on(do(admin_visitor, teacher, "link"))
    page = second.get(f"{LIST}/{teacher}")
    assert "gemaakt door beheer@een.example" in page.text
    number = page.html.split("/uitnodiging/", 1)[1].split('"', 1)[0]
    press(second, LIST, f"{LIST}/uitnodiging/{number}")
    assert Visitor(clean_app).get(link).status == 410


def _chooses_a_password(app: Flask, owner: Visitor, admin: int) -> None:
    press(owner, "/account", "/account", present=PASSWORD, password="een zin na de dief")


def _signs_out_everywhere(app: Flask, owner: Visitor, admin: int) -> None:
    press(owner, "/uitloggen", "/uitloggen", action="everywhere")


def _uses_a_link(app: Flask, owner: Visitor, admin: int) -> None:
    choose(Visitor(app), password_link(app, admin))


def _switches_the_second_step_on(app: Flask, owner: Visitor, admin: int) -> None:
    switch_on(app, owner, admin)


def _switches_the_second_step_off(app: Flask, owner: Visitor, admin: int) -> None:
    with services_of(app).database.writing() as session:
        session.get_one(Staff, admin).tf_totp_secret = "a phone"
    press(owner, "/account", "/account/code/uit", present=PASSWORD)


@pytest.mark.parametrize(
    "ends",
    [
        _chooses_a_password,
        _signs_out_everywhere,
        _uses_a_link,
        _switches_the_second_step_on,
        _switches_the_second_step_off,
    ],
)
def test_what_a_stranger_made_in_a_session_ends_with_it(
    clean_app: Flask,
    admin_visitor: Visitor,
    admin: int,
    links: list[str],
    ends: Callable[[Flask, Visitor, int], None],
) -> None:
    before = person(clean_app, admin).fs_uniquifier
    of_another = invitation(clean_app, "gast@een.example")
    ends(clean_app, admin_visitor, admin)
    assert person(clean_app, admin).fs_uniquifier != before, "every other session is over"
    assert [Visitor(clean_app).get(link).status for link in links] == [410, 410]
    assert Visitor(clean_app).get(of_another).status == 200
