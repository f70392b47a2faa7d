"""The projector shows the way in, and says it in large letters when nobody can get in."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from werkzeug.test import TestResponse

from quiz.usecases.classes.care import close_class, reopen_class
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import code_of, finish
from tests.usecases.classes.changes import change_class
from tests.visitor import Visitor

Change = Callable[[Services, int], object]


def close(services: Services, class_id: int) -> None:
    close_class(services, class_id)


def let_the_hours_pass(services: Services, class_id: int) -> None:
    change_class(services, joining_until=services.clock() - timedelta(seconds=1))


def fill(services: Services, class_id: int) -> None:
    change_class(services, capacity=2)


@pytest.fixture
def screen(services: Services, class_id: int) -> str:
    """The address of the projector of a class with two who are done."""
    finish(services, class_id, 2)
    return f"/klassen/{class_id}/scherm"


def poll(visitor: Visitor, screen: str, known: str = "") -> TestResponse:
    """Ask for the piece as the page's script does."""
    return visitor.client.get(f"{screen}/nu", headers={"If-None-Match": known})


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (close, ("Dicht", "Zet weer open")),
        (let_the_hours_pass, ("Dicht", "Zet weer open")),
        (fill, ("Vol", "Maak meer plaatsen")),
    ],
)
def test_a_class_that_lets_nobody_in_says_so_at_once_and_while_the_board_is_up(
    services: Services, at_work: Visitor, screen: str, change: Change, words: tuple[str, str]
) -> None:
    class_id = int(screen.split("/")[2])
    code = code_of(services.database, class_id)
    known = poll(at_work, screen).headers["ETag"]
    assert poll(at_work, screen, known).status_code == 304
    change(services, class_id)
    live, page = poll(at_work, screen, known), at_work.get(screen)
    for html in (live.text, page.html):
        assert f'class="word">{words[0]}<' in html
        assert words[1] in html
        assert code[:3] not in html.replace(f"{code}?", "")
        assert 'class="qr"' not in html
    assert "doen mee 2 klaar 2" in page.text


def test_a_board_that_was_shut_shows_the_way_in_again_when_the_class_opens(
    services: Services, at_work: Visitor, class_id: int, screen: str
) -> None:
    let_the_hours_pass(services, class_id)
    shut = poll(at_work, screen)
    assert "data-resting" not in shut.text
    assert "data-slow" in shut.text
    reopen_class(services, class_id)
    again = poll(at_work, screen, shut.headers["ETag"])
    assert again.status_code == 200
    assert code_of(services.database, class_id)[:3] in again.text


def test_the_button_in_a_piece_that_came_later_works(
    services: Services, at_work: Visitor, class_id: int, screen: str
) -> None:
    at_work.get(screen)
    close(services, class_id)
    token = poll(at_work, screen).text.split('name="csrf_token" value="')[1].split('"')[0]
    page = at_work.post(f"/klassen/{class_id}/heropenen", {"csrf_token": token, "terug": "bord"})
    assert (page.status, page.path) == (200, screen)
    assert "Dicht" not in page.text


def test_in_english_too(services: Services, at_work: Visitor, class_id: int, screen: str) -> None:
    close(services, class_id)
    text = at_work.get(f"{screen}?taal=en").text
    assert "Closed" in text
    assert "Open again" in text
