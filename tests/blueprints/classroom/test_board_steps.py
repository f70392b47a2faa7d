"""The class picture on the board: five steps that give nothing away too early, nor too much."""

import html
import json
import re

import pytest
from sqlalchemy import select

from quiz.storage.tables.picture import FrozenPicture
from quiz.storage.tables.staff import Staff
from quiz.usecases.class_pictures.operations import frozen_picture, make_picture
from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.usecases.classes.care import reopen_class
from quiz.usecases.services import Services
from tests.blueprints.classroom.board_reading import (
    digits_in,
    group,
    kind_of,
    planets_of,
    screens,
)
from tests.blueprints.classroom.school import add_class
from tests.reading import read
from tests.usecases.class_pictures import lesson
from tests.visitor import Visitor


def shown(services: Services, class_id: int, pupils: int, *, of: str | None = None) -> ClassPicture:
    """The class with this many pupils, drawn by one world or by any, and its picture."""
    if of is None:
        lesson.finish_randomly(services, class_id, pupils)
    else:
        interest = {world: 1.2 if world == of else -0.2 for world in services.bank.worlds}
        liked = lesson.profile(services.bank.worlds, interest)
        lesson.finish(services, class_id, [liked] * pupils)
    return make_picture(services, [class_id])


def change(services: Services, class_id: int, **values: object) -> None:
    """Another picture than the pupils made, as a class may have one."""
    with services.database.writing() as session:
        for row in session.scalars(select(FrozenPicture)):
            row.content = json.loads(json.dumps({**row.content, **values}))
    assert read(services, frozen_picture, class_id) is not None


def test_the_links_lead_through_five_steps_and_back(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    shown(services, class_id, 24)
    found = list(screens(at_work, class_id))
    kinds = [kind_of(screen) for screen in found]
    questions = kinds.count("question")
    assert questions > 1
    assert kinds == ["guess", "reveal", "numbers", *["question"] * questions, "near", "choose"]
    back = re.search(r'rel="prev"\s+data-turn\s+href="([^"]*)"', found[-1])
    assert back is not None
    assert kind_of(at_work.get(html.unescape(back[1])).html) == "near"
    assert "stap=1" in found[-1]
    assert "stap=5" in found[0]


def test_the_first_step_is_the_same_for_every_class(
    services: Services, at_work: Visitor, teacher: Staff, class_id: int
) -> None:
    one, other = services.bank.worlds[0], services.bank.worlds[-1]
    second = add_class(services, teacher, "2B")
    third = add_class(services, teacher, "2B")
    for number, world in ((class_id, one), (second, other), (third, None)):
        shown(services, number, 24, of=world)
    guesses = {
        next(screens(at_work, number)).replace(f"/klassen/{number}/", "/klassen/")
        for number in (class_id, second, third)
    }
    assert len(guesses) == 1
    assert planets_of(guesses.pop()) == list(services.bank.worlds)


def test_what_does_not_stand_out_is_of_one_size_and_in_no_order(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    order = list(services.bank.worlds)
    shown(services, class_id, 24)
    change(services, class_id, above=[order[5], order[2]], below=[order[6], order[1]])
    screen = list(screens(at_work, class_id))[1]
    assert group(screen, "large") == [order[2], order[5]]
    small = re.findall(r'<ul class="planets small".*?</ul>', screen, re.DOTALL)
    assert [planets_of(each) for each in small] == [
        [order[0], order[3], order[4]],
        [order[1], order[6]],
    ]
    assert "springen eruit" in screen


@pytest.mark.parametrize("below", [0, 2])
def test_a_broad_class_gets_a_picture_of_its_own(
    services: Services, at_work: Visitor, class_id: int, below: int
) -> None:
    order = list(services.bank.worlds)
    shown(services, class_id, 24)
    change(services, class_id, above=[], below=order[:below])
    _guess, screen, *_rest = screens(at_work, class_id)
    assert "Jullie kijken alle kanten op" in screen
    assert sorted(group(screen, "ring")) == sorted(order)
    assert group(screen, "large") == []
    assert ("Trekt nu minder" in screen) == bool(below)


def test_a_small_group_sees_no_numbers(services: Services, at_work: Visitor, class_id: int) -> None:
    shown(services, class_id, 12)
    found = list(screens(at_work, class_id))
    assert set().union(*(digits_in(screen, "2B") for screen in found[:-2])) == set()
    assert "tonen we geen aantallen" in found[2]


def test_an_earlier_picture_stays_the_one_on_the_board(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    first = shown(services, class_id, 15, of=services.bank.worlds[3])
    reopen_class(services, class_id)
    lesson.finish_randomly(services, class_id, 11)
    assert make_picture(services, [class_id]).number == 2
    earlier = list(screens(at_work, class_id, "?nummer=1"))
    assert all("nummer=1" in screen for screen in earlier)
    numbers = digits_in(earlier[2], "2B")
    assert numbers <= {first.pupils, *(each.top_three or 0 for each in first.worlds)}
    newest = list(screens(at_work, class_id))
    assert all("nummer" not in screen for screen in newest)
    assert "tonen we geen aantallen" in newest[2]


@pytest.mark.parametrize(("hidden", "says"), [(0, "7"), (2, "5"), (3, None)])
def test_a_broad_class_hears_how_widely_it_looks_where_most_counts_are_in_sight(
    services: Services, at_work: Visitor, class_id: int, hidden: int, says: str | None
) -> None:
    made = shown(services, class_id, 24)
    worlds = [
        {"world": each.world, "interest": 0.0, "spread": 1.0, "top_three": at >= hidden and 8 + at}
        for at, each in enumerate(made.worlds)
    ]
    change(
        services,
        class_id,
        above=[],
        below=[],
        worlds=[{**each, "top_three": each["top_three"] or None} for each in worlds],
    )
    screen = list(screens(at_work, class_id))[2]
    assert re.findall(r'class="numeral">(\d+)<', screen) == (
        [says, f"{8 + hidden}"] if says else []
    )
    assert ("met sommige zou je een leerling kunnen aanwijzen" in screen) is (says is None)


def test_a_step_that_is_not_there_is_the_first_one(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    shown(services, class_id, 12)
    for asked in ("stap=0", "stap=6", "stap=", "stap=-1", "stap=1&deel=9", "x=1"):
        assert kind_of(at_work.get(f"/klassen/{class_id}/beeld/scherm?{asked}").html) == "guess", (
            asked
        )
        talk = at_work.get(f"/klassen/{class_id}/beeld/scherm?stap=4&deel=99").html
        assert kind_of(talk) == "question", asked


def test_what_is_near_by_has_a_place_and_a_code_to_its_world(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    shown(services, class_id, 24)
    screen = list(screens(at_work, class_id))[-2]
    assert screen.count('class="qr"') == screen.count("<h2>") == 3
    assert re.search(r"\d+ km van Ede|<p>Ede</p>", screen)
    assert "nummer" not in screen
