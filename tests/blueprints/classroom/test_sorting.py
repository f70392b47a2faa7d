"""Lists and the board in the order that a teacher chooses by a link, which the address keeps."""

import re
from datetime import timedelta
from random import Random

import pytest

from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from quiz.web.pages.sorting import name_key
from tests.blueprints.classroom.school import add_class, answer_block, finish, join, nickname_of
from tests.blueprints.classroom.test_during_the_lesson import _idle_for
from tests.visitor import Page, Visitor

HEADING = (
    r'<th scope="col"[^>]*?(?:aria-sort="(\w+)")?>\s*<a[^>]*id="volgorde-(\w+)"[^>]*href="([^"]+)"'
)


def _headings(page: Page) -> dict[str, tuple[str, str]]:
    """For each column: what aria-sort says, and where its link leads."""
    return {column: (now, link) for now, column, link in re.findall(HEADING, page.html)}


def _names(page: Page) -> list[str]:
    return re.findall("<bdi>([^<]+)</bdi>", page.html)


@pytest.fixture
def three_classes(services: Services, teacher: Staff) -> None:
    now = services.clock()
    last = add_class(services, teacher, "10A", created_at=now - timedelta(days=2))
    full = add_class(services, teacher, "élite", created_at=now - timedelta(days=1))
    add_class(services, teacher, "2B", created_at=now, joining_until=now - timedelta(hours=1))
    finish(services, full, 2)
    join(services, last)


@pytest.mark.usefixtures("three_classes")
def test_the_classes_stand_in_the_order_of_the_address(at_work: Visitor) -> None:
    for order, expected in (
        ("", ["2B", "élite", "10A"]),
        ("naam", ["2B", "10A", "élite"]),
        ("-naam", ["élite", "10A", "2B"]),
        ("-klaar", ["élite", "2B", "10A"]),
        ("meedoen", ["2B", "10A", "élite"]),
        ("open", ["2B", "10A", "élite"]),
        ("gemaakt", ["10A", "élite", "2B"]),
        ("onzin", ["2B", "élite", "10A"]),
    ):
        assert _names(at_work.get(f"/klassen?volgorde={order}")) == expected, (order, expected)


@pytest.mark.usefixtures("three_classes")
def test_a_second_press_turns_the_order_round_and_the_heading_says_what_it_is(
    at_work: Visitor,
) -> None:
    found = _headings(at_work.get("/klassen"))
    assert found["gemaakt"] == ("descending", "/klassen?volgorde=gemaakt")
    assert found["naam"] == ("", "/klassen?volgorde=naam")
    assert found["klaar"] == ("", "/klassen?volgorde=-klaar")
    found = _headings(at_work.get(found["naam"][1]))
    assert found["naam"] == ("ascending", "/klassen?volgorde=-naam")
    assert found["gemaakt"][0] == ""
    assert _headings(at_work.get(found["naam"][1]))["naam"][0] == "descending"


@pytest.fixture
def board(services: Services, class_id: int) -> tuple[str, list[str]]:
    """A board of four, with their nicknames: silent, half-way, at the start, done."""
    idle, busy, fresh = (join(services, class_id) for _pupil in range(3))
    answer_block(services, busy, Random(1))  # noqa: S311
    _idle_for(services, idle, 9)
    done = finish(services, class_id, 1)[0]
    names = [nickname_of(services.database, each) for each in (idle, busy, fresh, done)]
    return f"/klassen/{class_id}/voortgang", names


def _order_on(page: Page, names: list[str]) -> list[str]:
    return sorted(names, key=page.html.index)


def test_the_board_can_be_sorted_and_goes_back_to_who_stands_still_on_top(
    at_work: Visitor, board: tuple[str, list[str]]
) -> None:
    address, names = board
    idle, busy, fresh, done = names
    usual = at_work.get(address)
    assert _order_on(usual, names) == [idle, busy, fresh, done]
    assert {now for now, _ in _headings(usual).values()} == {""}
    by_name = at_work.get(_headings(usual)["naam"][1])
    assert _order_on(by_name, names) == sorted(names, key=name_key)
    furthest = at_work.get(_headings(usual)["ver"][1])
    assert _order_on(furthest, names)[:2] == [done, busy]
    longest = at_work.get(_headings(usual)["laatste"][1])
    assert _order_on(longest, names)[0] == idle
    assert _order_on(longest, names)[-1] == done
    assert address in longest.links()


def test_what_keeps_itself_up_to_date_keeps_its_order(
    at_work: Visitor, board: tuple[str, list[str]]
) -> None:
    address, names = board
    page = at_work.get(f"{address}?volgorde=-naam")
    assert f'data-live="{address}/nu?volgorde=-naam"' in page.html
    piece = at_work.client.get(f"{address}/nu?volgorde=-naam")
    usual = at_work.client.get(f"{address}/nu")
    assert piece.headers["ETag"] != usual.headers["ETag"]
    assert sorted(names, key=piece.text.index) == sorted(names, key=name_key, reverse=True)
    assert f'href="{address}?volgorde=naam"' in piece.text


def test_taking_an_entry_out_leads_back_to_the_same_order(
    at_work: Visitor, board: tuple[str, list[str]]
) -> None:
    address, _names = board
    page = at_work.get(f"{address}?volgorde=-naam")
    ask = next(link for link in page.links() if "ontkoppelen" in link)
    done = at_work.submit(at_work.get(ask))
    assert done.path == address
    assert _headings(done)["naam"][0] == "descending"
