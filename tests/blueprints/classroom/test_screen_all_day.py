"""A board stays up for a school day, and whoever walks up to it gets nowhere else."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import update
from werkzeug.test import TestResponse

from quiz.storage.tables.school import SchoolClass
from quiz.storage.tables.staff import Staff
from quiz.usecases.classes.care import close_class, delete_class
from quiz.usecases.staff.links import end_sessions
from tests.blueprints.classroom.school import add_class, add_staff, join, sign_in
from tests.conftest import SetClock
from tests.visitor import Visitor

MORNING = datetime(2026, 11, 26, 7, 30, tzinfo=UTC)
ELSEWHERE = ["", "/voortgang", "/voortgang/nu", "/plaatsen", "/beeld", "/export.csv", "/leeg"]


class Board:
    """A projector that is opened in the morning, and what its page asks for after a while."""

    def __init__(self, app: Flask, set_clock: SetClock) -> None:
        self.app, self.set_clock = app, set_clock
        self.services = set_clock(MORNING)
        self.teacher = add_staff(self.services, "docent@voorbeeld.nl", "teacher")
        self.class_id = add_class(self.services, self.teacher, joining_until=MORNING + timedelta(1))
        self.laptop = sign_in(app, self.teacher, MORNING)
        page = self.laptop.get(f"/klassen/{self.class_id}/scherm").html
        found = re.search(r'data-live="([^"]+)"', page)
        assert found
        self.piece = found[1].replace("&amp;", "&")

    def asks(self, visitor: Visitor, piece: str = "", **later: float) -> TestResponse:
        """What a browser gets for the piece of the screen, so much later."""
        self.services = self.set_clock(MORNING + timedelta(**later))
        return visitor.client.get(piece or self.piece)


@pytest.fixture
def board(clean_app: Flask, set_clock: SetClock) -> Board:
    return Board(clean_app, set_clock)


@pytest.mark.parametrize("minutes", [5, 121, 300, 599])
def test_the_board_goes_on_when_the_session_is_over(board: Board, minutes: int) -> None:
    join(board.services, board.class_id)
    answer = board.asks(board.laptop, minutes=minutes)
    assert answer.status_code == 200
    assert "doet mee" in answer.text
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("page", ELSEWHERE)
def test_who_walks_up_to_the_laptop_gets_no_further_than_signing_in(
    board: Board, page: str
) -> None:
    query = board.piece.partition("?")[2]
    address = f"/klassen/{board.class_id}{page}?{query}"
    assert board.asks(board.laptop, address, minutes=121).status_code in {303, 403}
    assert board.asks(Visitor(board.app), address, minutes=1).status_code in {303, 403}


def test_a_pass_only_shows_and_changes_nothing(board: Board) -> None:
    stranger = Visitor(board.app)
    token = stranger.get("/start").form.values["csrf_token"]
    query = board.piece.partition("?")[2]
    for change in ("heropenen", "sluiten", "leeg", "wissen"):
        path = f"/klassen/{board.class_id}/{change}?{query}"
        assert stranger.post(path, {"csrf_token": token, "zeker": "ja"}).status == 403


def test_after_ten_hours_it_ends(board: Board) -> None:
    assert board.asks(board.laptop, hours=10, minutes=1).status_code == 403


def test_a_pass_is_good_for_its_own_class_alone(board: Board) -> None:
    other = add_class(board.services, board.teacher, "3C")
    piece = board.piece.replace(f"/klassen/{board.class_id}/", f"/klassen/{other}/")
    assert board.asks(Visitor(board.app), piece, minutes=1).status_code == 403


@pytest.mark.parametrize("forged", ["", "x", "W10.x", "eyJ9.abc", "0" * 5000, "é", "%00"])
def test_what_is_no_pass_of_ours_opens_nothing(board: Board, forged: str) -> None:
    piece = f"/klassen/{board.class_id}/scherm/nu?pas={forged}"
    assert board.asks(Visitor(board.app), piece, minutes=1).status_code == 403


def test_a_pass_that_was_changed_a_little_opens_nothing(board: Board) -> None:
    for place in (-1, -10, -40):
        letter = "A" if board.piece[place] != "A" else "B"
        changed = board.piece[:place] + letter + (board.piece[place + 1 :] if place != -1 else "")
        assert board.asks(Visitor(board.app), changed, minutes=1).status_code in {200, 403}
        if place != -1:  # the last letter holds bits that say nothing
            assert board.asks(Visitor(board.app), changed, minutes=1).status_code == 403


def test_signing_out_ends_the_board_as_well(board: Board) -> None:
    with board.laptop.client.session_transaction() as session:
        session["staff_session"] = 12345
    page = board.laptop.get(f"/klassen/{board.class_id}/scherm").html
    piece = re.findall(r'data-live="([^"]+)"', page)[0].replace("&amp;", "&")
    assert board.asks(Visitor(board.app), piece, minutes=1).status_code == 200
    board.laptop.submit(board.laptop.get("/uitloggen"))
    assert board.asks(Visitor(board.app), piece, minutes=1).status_code == 403


@pytest.mark.parametrize("what", ["closed account", "new password", "another owner", "no class"])
def test_what_ends_the_teachers_access_ends_the_board(board: Board, what: str) -> None:
    services = board.services
    with services.database.writing() as session:
        if what == "closed account":
            session.execute(update(Staff).values(active=False))
        if what == "new password":
            end_sessions(session, session.get_one(Staff, board.teacher.id))
        if what == "another owner":
            session.execute(update(SchoolClass).values(teacher_id=None))
    if what == "no class":
        delete_class(services, board.class_id)
    assert board.asks(Visitor(board.app), minutes=1).status_code in {403, 404}


def test_a_board_without_a_session_says_how_to_open_the_class(board: Board) -> None:
    close_class(board.services, board.class_id)
    text = board.asks(board.laptop, minutes=121).text
    assert "Dicht" in text
    assert "log in om de klas weer open te zetten" in text
    assert "<form" not in text
