"""The cockpit of a lesson: one bar with the state, and the way from progress to the picture."""

import re
from datetime import timedelta
from random import Random

import pytest

from quiz.storage.tables.attempt import Attempt
from quiz.usecases.class_pictures.operations import make_picture
from quiz.usecases.classes.care import close_class
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import answer_block, finish, join
from tests.visitor import Page, Visitor

PAGES = ["", "/voortgang", "/beeld", "/les", "/plaatsen", "/sluiten", "/wissen", "/samen"]


def tabs(page: Page) -> list[str]:
    """The places in the bar, with the one that is here marked."""
    bar = page.html.partition('<nav class="tabs"')[2].partition("</nav>")[0]
    return [
        ("* " if "aria-current" in link else "") + words.strip()
        for link, words in re.findall(r"<a([^>]*)>([^<]*)", bar)
    ]


def test_every_page_of_a_class_has_the_bar(at_work: Visitor, class_id: int) -> None:
    for page in PAGES:
        shown = at_work.get(f"/klassen/{class_id}{page}")
        places = ["Klas", "Bord", "Voortgang", "Klassenbeeld", "Les"]
        assert [place.removeprefix("* ") for place in tabs(shown)] == places, page
        here = {"": "Klas", "/voortgang": "Voortgang", "/beeld": "Klassenbeeld", "/les": "Les"}
        expected = [here[page]] if page in here else []
        assert [place[2:] for place in tabs(shown) if place.startswith("* ")] == expected, page
        assert 'href="/klassen">Klassen</a>' in shown.html, page


@pytest.mark.parametrize("page", ["/klassen", "/klassen/nieuw", "/klassen/{}/scherm"])
def test_other_pages_and_the_board_have_none(at_work: Visitor, class_id: int, page: str) -> None:
    assert tabs(at_work.get(page.format(class_id))) == []


def test_the_bar_says_how_the_class_stands(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    finish(services, class_id, 3)
    busy = join(services, class_id)
    answer_block(services, busy, Random(1))  # noqa: S311
    state = words_of(at_work.get(f"/klassen/{class_id}/les"), '<p class="state">')
    assert re.fullmatch(r"Open tot (\w+ )?\d\d:\d\d 4 doen mee 3 klaar", state)
    silent(services, busy)
    for page in ("", "/beeld"):
        shown = at_work.get(f"/klassen/{class_id}{page}")
        assert words_of(shown, '<p class="state">').endswith("4 doen mee 3 klaar 1 stil")
    close_class(services, class_id)
    assert words_of(at_work.get(f"/klassen/{class_id}"), '<p class="state">').startswith("Dicht")


def test_progress_shows_who_would_be_left_out_and_asks_before_it_makes_a_picture(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    finish(services, class_id, 9)
    assert "kan vanaf 10 leerlingen" in way(at_work, class_id)
    finish(services, class_id, 3, seed=8)
    answer_block(services, join(services, class_id), Random(1))  # noqa: S311
    join(services, class_id)
    said = way(at_work, class_id)
    assert "12 van 14 klaar. Nog 1 bezig. 1 nog leeg. Wie nog niet klaar is" in said
    page = at_work.get(f"/klassen/{class_id}/voortgang")
    assert 'name="bord"' not in page.html
    assert re.search(r'id="naar-beeld"\s+href="/klassen/\d+/beeld"', page.html)


def test_as_long_as_many_are_busy_progress_has_no_button_for_the_picture(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    finish(services, class_id, 10)
    for _pupil in range(4):
        answer_block(services, join(services, class_id), Random(1))  # noqa: S311
    assert "10 van 14 klaar. Nog 4 bezig." in way(at_work, class_id)
    assert 'id="naar-beeld"' not in at_work.get(f"/klassen/{class_id}/voortgang").html


def test_when_all_are_done_one_press_puts_the_picture_on_the_board(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    finish(services, class_id, 12)
    page = at_work.get(f"/klassen/{class_id}/voortgang")
    assert "Alle 12 zijn klaar." in way(at_work, class_id)
    form = {"csrf_token": page.form.values["csrf_token"], "bord": "ja"}
    assert f'target="bord-{class_id}"' in page.html.partition("<form")[2]
    board = at_work.post(f"/klassen/{class_id}/beeld", form)
    assert (board.status, board.path) == (200, f"/klassen/{class_id}/beeld/scherm")
    assert 'class="stage guess"' in board.html


def test_the_notes_of_the_five_steps_are_beside_the_progress_and_not_on_the_board(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    finish(services, class_id, 12)
    before = at_work.client.get(f"/klassen/{class_id}/voortgang/nu")
    assert "Op het bord, in vijf stappen" not in before.text
    make_picture(services, [class_id])
    known = {"If-None-Match": before.headers["ETag"]}
    after = at_work.client.get(f"/klassen/{class_id}/voortgang/nu", headers=known)
    notes = re.findall(
        r'href="([^"]*stap=\d)".*?<span>([^<]*)</span>\s*</li>', after.text, re.DOTALL
    )
    assert len(notes) == 5
    for address, note in notes:
        assert note not in at_work.get(address).html


def words_of(page: Page, begin: str) -> str:
    """The words of a part of a page, up to the end of its paragraph or section."""
    part = re.split(r"</p>\s*(?:</section>|<nav|<form|<a )", page.html.partition(begin)[2])[0]
    return " ".join(re.sub(r"<[^>]*>", " ", part).split())


def way(visitor: Visitor, class_id: int) -> str:
    """What progress says of the picture."""
    return words_of(visitor.get(f"/klassen/{class_id}/voortgang"), 'class="notice way"')


def silent(services: Services, attempt_id: int) -> None:
    """Nothing came in from this pupil for four minutes."""
    with services.database.writing() as session:
        session.get_one(Attempt, attempt_id).last_used_at -= timedelta(minutes=4)
