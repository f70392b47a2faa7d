"""axe finds nothing to say about any page of a teacher, in both languages, by day and by night."""

from collections.abc import Iterator
from random import Random

import pytest
from playwright.sync_api import Page

from tests.browser.chromium import LAPTOP, PHONE, Options
from tests.browser.conftest import OpenPage
from tests.browser.teacher import Teacher
from tests.browser.test_axe import SCHEMES, _findings
from tests.load.crowd import at_the_same_time
from tests.load.robots import Robot
from tests.server import Server

PUPILS = 15
LOOKS = [pytest.param("nl", PHONE, id="nl-phone"), pytest.param("en", LAPTOP, id="en-laptop")]


@pytest.mark.parametrize(("language", "size"), LOOKS)
def test_axe_finds_nothing_on_any_page_of_a_teacher(
    own_server: Server, open_page: OpenPage, language: str, size: Options
) -> None:
    page = open_page(own_server, reduced_motion="reduce", **size)
    found: list[str] = []
    for name in _tour(page, own_server, language):
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found += [f"{name} ({scheme}) {finding}" for finding in _findings(page)]
        assert not page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        ), f"{name} scrolls sideways"
    assert not found, "\n".join(found)


def _tour(page: Page, server: Server, language: str) -> Iterator[str]:
    """Every page of a teacher, empty and full."""
    teacher = Teacher(page, server)
    teacher.sign_in(language)
    yield "classes"
    page.goto("/klassen/nieuw")
    yield "new class"
    page.locator("#place").fill("Bergen")
    page.locator("#name").fill("x")
    page.locator("#school_type").select_option("havo")
    teacher.press_on()
    yield "new class, which town"
    class_id = teacher.make_class("Een klas met een heel erg lange naam")
    yield "class"
    code = teacher.code()
    yield from _visit(page, class_id, "voortgang", "beeld")
    robots = [Robot(server.address, Random(seed)) for seed in range(PUPILS)]  # noqa: S311
    at_the_same_time(
        robots, lambda robot: robot.close() if robot.walk(f"/meedoen/{code}") else None
    )
    yield from _visit(page, class_id, "scherm", "voortgang", "les", "sluiten", "wissen", "beeld")
    page.locator("main form button").last.click()
    yield "picture"
    yield from _visit(page, class_id, "beeld/scherm", "les?minuten=25", "")
    page.goto(f"/klassen/{class_id}/voortgang")
    page.locator(".board a").first.click()
    yield "taking an entry out"


def _visit(page: Page, class_id: int, *places: str) -> Iterator[str]:
    for place in places:
        page.goto(f"/klassen/{class_id}/{place}".rstrip("/"))
        yield place or "class with a picture"
