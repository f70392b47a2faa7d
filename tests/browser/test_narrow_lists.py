"""Lists of staff on a small phone: nothing of a row beside the screen, every link a finger high."""

import pytest
from playwright.sync_api import Locator

from tests.browser.conftest import OpenPage
from tests.browser.coordinator_tour import COORDINATOR, sign_in
from tests.browser.teacher import EMAIL, Teacher
from tests.live_server import Server

ADMIN = "beheer@planeet.example"
LISTS = [
    (COORDINATOR, "/regio/nakijken"),
    (COORDINATOR, "/regio/aanbod"),
    (ADMIN, "/collegas/logboek"),
    (EMAIL, "/klassen"),
]
BAR = """() => [...document.querySelectorAll('.tabs a')]
  .map(each => [each.innerText, each.getBoundingClientRect().top])"""
BESIDE = """() => [document.documentElement, ...document.querySelectorAll('.scroll')]
  .filter(each => each.scrollWidth > each.clientWidth + 1).map(each => each.className)"""
# How much of a table is still to come, to the right.
HIDDEN = "each => Math.round(each.scrollWidth - each.clientWidth - each.scrollLeft)"
# 44 points of a phone, less what a letter of another machine differs.
LOW = """() => [...document.querySelectorAll('.scroll a')]
  .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 40)
  .map(each => each.innerText)"""


@pytest.mark.parametrize(("email", "path"), LISTS)
def test_a_list_of_staff_fits_a_small_phone(
    server: Server, open_page: OpenPage, email: str, path: str
) -> None:
    page = open_page(server, viewport={"width": 360, "height": 560}, has_touch=True, is_mobile=True)
    sign_in(page, server, email)
    if email == EMAIL:
        Teacher(page, server).make_class("Vmbo gemengd techniek en vakmanschap")
    page.goto(path)
    assert page.locator(".scroll tbody tr").count()
    assert page.evaluate(BESIDE) == []
    assert page.evaluate(LOW) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_bar_of_a_class_is_one_line_on_a_small_phone(
    server: Server, open_page: OpenPage, language: str
) -> None:
    page = open_page(server, viewport={"width": 360, "height": 560}, has_touch=True, is_mobile=True)
    teacher = Teacher(page, server)
    teacher.sign_in()
    page.goto(f"/klassen/{teacher.make_class('1F')}/les?taal={language}")
    bar = page.evaluate(BAR)
    assert len(bar) == 5
    assert len({top for _words, top in bar}) == 1, bar
    page.goto("/klassen?taal=nl")


@pytest.mark.parametrize("path", ["/regio", "/regio/gaten"])
def test_a_table_that_slides_is_shaded_where_it_goes_on(
    server: Server, open_page: OpenPage, path: str
) -> None:
    page = open_page(server, viewport={"width": 360, "height": 560})
    sign_in(page, server, COORDINATOR)
    page.goto(path)
    table = page.locator(".scroll").first
    assert table.evaluate(HIDDEN) > 0
    assert _shaded(table)
    table.evaluate("each => each.scrollTo(each.scrollWidth, 0)")
    assert table.evaluate(HIDDEN) == 0
    assert not _shaded(table)


def _shaded(table: Locator) -> bool:
    """Whether something shows under the words of the table, other than the page."""
    before = _middle_of(table)
    table.evaluate("each => each.style.background = 'none'")
    plain = _middle_of(table)
    table.evaluate("each => each.style.background = ''")
    return before != plain


def _middle_of(table: Locator) -> bytes:
    """A strip of the table as it looks, without the half pixel at its end."""
    table.evaluate("each => each.scrollIntoView({ behavior: 'instant' })")
    box = table.bounding_box()
    assert box is not None
    return table.page.screenshot(clip={**box, "y": box["y"] + 4, "height": 40})
