"""Class pictures beside each other: what is chosen, what is bold, and what stays hidden."""

from dataclasses import replace
from datetime import UTC, datetime
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.blueprints.classroom.compare_page import APART, letter_beside
from quiz.storage.tables.staff import Staff
from quiz.usecases.class_pictures.beside import beyond_chance
from quiz.usecases.class_pictures.operations import freeze, make_picture
from quiz.usecases.class_pictures.picture import FULL, ClassPicture, WorldFigure
from quiz.usecases.classes.care import reopen_class
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import add_class, finish
from tests.visitor import Page, Visitor


def _figures(page: Page) -> list[list[str]]:
    assert page.document is not None
    rows = page.document.findall(".//tbody/tr")
    return [[" ".join("".join(cell.itertext()).split()) for cell in row] for row in rows]


def _offered(page: Page) -> list[Element]:
    assert page.document is not None
    return [each for each in page.document.iter("input") if each.get("name") == "beeld"]


@pytest.fixture
def two(services: Services, teacher: Staff, class_id: int) -> tuple[int, int]:
    """Two classes, each with a picture."""
    other = add_class(services, teacher, "De vorige")
    for number, seed in ((class_id, 7), (other, 8)):
        finish(services, number, 12, seed=seed)
        freeze(services, number)
    return class_id, other


def test_classes_are_chosen_from_the_list_and_stand_on_one_line_for_each_world(
    at_work: Visitor, two: tuple[int, int]
) -> None:
    assert "/klassen/vergelijk" in at_work.get("/klassen").links()
    choice = at_work.get("/klassen/vergelijk")
    assert _figures(choice) == []
    keys = [each.get("value", "") for each in _offered(choice)]
    assert len(keys) == 2
    page = at_work.get("/klassen/vergelijk?beeld=" + "&beeld=".join(keys))
    assert [len(row) for row in _figures(page)] == [3] * 7
    assert all(each.get("checked") is not None for each in _offered(page))
    assert "Schooljaar 20" in page.text
    assert page.html.count('class="dot dot-') == 2 + 7 * 2
    assert "style=" not in page.html


def test_the_picture_of_a_class_leads_there(at_work: Visitor, two: tuple[int, int]) -> None:
    picture = at_work.get(f"/klassen/{two[0]}/beeld")
    assert f'name="beeld" value="{two[0]}.1"' in " ".join(picture.html.split())
    page = at_work.get(f"/klassen/vergelijk?beeld={two[0]}.1&beeld={two[1]}")
    assert len(_figures(page)) == 7


def test_an_earlier_picture_of_the_same_class_is_another_year_to_choose(
    services: Services, at_work: Visitor, two: tuple[int, int]
) -> None:
    reopen_class(services, two[0])
    finish(services, two[0], 12, seed=9)
    make_picture(services, [two[0]])
    keys = {each.get("value", "") for each in _offered(at_work.get("/klassen/vergelijk"))}
    assert keys == {f"{two[0]}.1", f"{two[0]}.2", f"{two[1]}.1"}
    links = at_work.get(f"/klassen/{two[0]}/beeld").links()
    beside = next(link for link in links if "vergelijk?" in link)
    assert len(_figures(at_work.get(beside))) == 7


def test_classes_that_are_shown_together_are_one_picture(
    services: Services, at_work: Visitor, teacher: Staff, class_id: int
) -> None:
    other = add_class(services, teacher, "2D")
    for number in (class_id, other):
        finish(services, number, 6)
    make_picture(services, [class_id, other])
    page = at_work.get(f"/klassen/vergelijk?beeld={class_id}&beeld={other}")
    assert len(_offered(page)) == 1
    assert " en 2D (" in page.text
    assert "Kies er nog een beeld bij." in page.text
    assert _figures(page) == []
    assert "Zet ernaast" not in at_work.get(f"/klassen/{class_id}/beeld").text
    third = add_class(services, teacher, "3A")
    finish(services, third, 12)
    freeze(services, third)
    choices = at_work.get(f"/klassen/{third}/beeld").html
    assert choices.count("<option") == 1
    assert at_work.get(f"/klassen/{class_id}/beeld").html.count("<option") == 1


def test_of_a_class_without_a_picture_nothing_is_shown(
    services: Services, at_work: Visitor, teacher: Staff, two: tuple[int, int]
) -> None:
    without = add_class(services, teacher, "Zonder beeld")
    finish(services, without, 4)
    page = at_work.get(f"/klassen/vergelijk?beeld={two[0]}&beeld={without}")
    assert page.status == 200
    assert "Zonder beeld" not in page.text
    assert _figures(page) == []


def test_anything_else_in_the_address_is_left_out(at_work: Visitor, two: tuple[int, int]) -> None:
    for strange in ("", "onzin", "1.1.1.1", ".", "0", "-1", "1." + "9" * 30):
        page = at_work.get(f"/klassen/vergelijk?beeld={two[0]}&beeld={two[1]}&beeld={strange}")
        assert page.status in (200, 404), strange
        assert page.status == 404 or len(_figures(page)) == 7, strange


def _picture(mean: float, spread: float, pupils: int) -> ClassPicture:
    worlds = (WorldFigure("hitech-science", mean, spread, None),)
    now = datetime(2026, 11, 27, tzinfo=UTC)
    return ClassPicture(1, now, 1, pupils, FULL, worlds, (), (), (), ())


MEANS = st.floats(-2, 2).map(lambda value: round(value, 1))
SPREADS = st.floats(0.3, 2).map(lambda value: round(value, 1))
PICTURES = st.builds(_picture, MEANS, SPREADS, st.integers(10, 200))


@given(PICTURES, PICTURES)
def test_only_what_is_beyond_chance_stands_apart(one: ClassPicture, two: ClassPicture) -> None:
    found = beyond_chance(one, two, "hitech-science")
    assert found == -beyond_chance(two, one, "hitech-science")
    (here,), (there,) = one.worlds, two.worlds
    error = (here.spread**2 / one.pupils + there.spread**2 / two.pupils) ** 0.5
    assert (found != 0) == (abs(there.interest - here.interest) > 2 * error)
    assert beyond_chance(one, replace(two, worlds=()), "hitech-science") == 0


@given(st.floats(0, 100), st.lists(st.floats(0, 100), max_size=1))
def test_a_letter_never_covers_another_on_its_side(at: float, others: list[float]) -> None:
    found = letter_beside(at, others)
    assert found >= at
    assert all(abs(found - other) >= APART - 1e-9 for other in others)
