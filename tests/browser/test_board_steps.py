"""The five steps of a class picture on a board: by keys, by links alone, on any projector."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from quiz.config.paths import STATIC
from tests.browser.chromium import LAPTOP, PROJECTOR
from tests.browser.conftest import OpenPage
from tests.browser.on_the_board import (
    OLD_PROJECTOR,
    THE_PAGE,
    statement,
    what_may_stand_out,
    with_the_longest_names,
    wrong,
)
from tests.browser.staff_tour import fill
from tests.browser.teacher import Teacher
from tests.live_server import Server

PUPILS = 16
FULL = "html:fullscreen"
LOW_LAPTOPS = [{"viewport": {"width": 1366, "height": height}} for height in (768, 657)]
SIZES = [PROJECTOR, OLD_PROJECTOR, LAPTOP, *LOW_LAPTOPS]
# A small laptop and a phone on its side: there it slides, and nothing lies over another.
TOO_LOW = [
    {"viewport": {"width": 1024, "height": 600}},
    {"viewport": {"width": 844, "height": 390}},
]


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    """The class with its picture, made once for each server."""
    return {}


def _board(page: Page, server: Server, made: dict[str, Any]) -> str:
    """Sign in; the address of the board of a class with a picture, in which a world stands out."""
    teacher = Teacher(page, server)
    teacher.sign_in()
    if server.url not in made:
        class_id = teacher.make_class("2B techniek")
        fill(server, teacher.code(), PUPILS)
        page.goto(f"/klassen/{class_id}/beeld")
        page.locator("main form button").last.click()
        expect(page.locator("main")).to_contain_text(f"met {PUPILS} leerlingen")
        server.change(statement(("digitaal-media-entertainment",), ()))
        made[server.url] = f"/klassen/{class_id}/beeld/scherm"
    return str(made[server.url])


def _stage(page: Page, kind: str) -> None:
    expect(page.locator(f".stage.{kind}")).to_be_visible()


def test_keys_turn_the_pages_and_the_screen_stays_full(
    server: Server, open_page: OpenPage, made: dict[str, Any]
) -> None:
    page = open_page(server, **PROJECTOR)
    page.goto(_board(page, server, made))
    _stage(page, "guess")
    page.keyboard.press("f")
    expect(page.locator(FULL)).to_have_count(1)
    for key, kind in (
        ("ArrowRight", "reveal"),
        ("PageDown", "numbers"),
        ("ArrowRight", "question"),
    ):
        page.keyboard.press(key)
        _stage(page, kind)
    expect(page).to_have_url(re.compile(r"stap=4$"))
    page.keyboard.press("ArrowLeft")
    _stage(page, "numbers")
    page.get_by_role("link", name="Vorige").click()
    _stage(page, "reveal")
    expect(page.locator(FULL)).to_have_count(1)
    page.get_by_role("button", name="Volledig scherm").click()
    expect(page.locator(FULL)).to_have_count(0)
    page.go_back()
    _stage(page, "numbers")
    page.reload()
    _stage(page, "numbers")


def test_links_alone_go_through_all_steps(
    server: Server, open_page: OpenPage, made: dict[str, Any]
) -> None:
    page = open_page(server, java_script_enabled=False, **LAPTOP)
    page.goto(_board(page, server, made))
    expect(page.get_by_role("button", name="Volledig scherm")).to_be_hidden()
    seen = []
    while page.get_by_role("link", name="Volgende").count():
        seen.append(page.locator(".stage").get_attribute("class"))
        page.get_by_role("link", name="Volgende").click()
    assert [*dict.fromkeys(seen)] == [
        f"stage {kind}" for kind in ["guess", "reveal", "numbers", "question", "near"]
    ]
    _stage(page, "choose")
    page.get_by_role("link", name="Dichtbij").click()
    _stage(page, "near")
    page.get_by_role("link", name="Raden").click()
    page.get_by_role("link", name="Sluit").click()
    expect(page).to_have_url(re.compile(r"/beeld$"))


@pytest.mark.parametrize(("size", "planet"), [(PROJECTOR, 300), (OLD_PROJECTOR, 180)])
def test_every_step_fills_the_board_and_no_more(
    server: Server, open_page: OpenPage, made: dict[str, Any], size: Any, planet: int
) -> None:
    page = open_page(server, **size)
    page.goto(_board(page, server, made))
    while page.locator("#volgende").count():
        assert wrong(page) == [], page.url
        if "stap=2" in page.url:
            box = page.locator(".large img").first.bounding_box()
            assert box is not None
            assert box["height"] >= planet
        here = page.url
        page.keyboard.press("ArrowRight")
        expect(page).not_to_have_url(here)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_whatever_stands_out_or_does_not_fits_the_board(
    server: Server, open_page: OpenPage, made: dict[str, Any], language: str
) -> None:
    page = open_page(server)
    board = _board(page, server, made)
    page.goto(f"/klassen?taal={language}")
    found = {}
    for above, below in what_may_stand_out():
        server.change(statement(above, below))
        page.goto(f"{board}?stap=2")
        _stage(page, "reveal")
        for size in [*SIZES, *TOO_LOW]:
            page.set_viewport_size(size["viewport"])
            over = wrong(page)
            if over and (size in SIZES or over != [THE_PAGE]):
                found[f"{size} {above} {below}"] = over
    server.change(statement(("digitaal-media-entertainment",), ()))
    assert found == {}


@pytest.mark.parametrize("size", SIZES)
def test_what_is_near_by_fits_the_board_whatever_its_name(
    server: Server, open_page: OpenPage, made: dict[str, Any], size: Any
) -> None:
    page = open_page(server, **size)
    page.goto(f"{_board(page, server, made)}?stap=5")
    assert page.locator(".nearby li").count() == 3
    with_the_longest_names(page)
    assert wrong(page) == []


def test_a_board_that_lost_its_sign_in_stays_as_it_is(
    server: Server, open_page: OpenPage, made: dict[str, Any]
) -> None:
    page = open_page(server, **LAPTOP)
    page.goto(_board(page, server, made))
    page.context.clear_cookies()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("Niet meer verbonden")).to_be_visible()
    _stage(page, "guess")
    assert page.locator("#password").count() == 0


@pytest.mark.parametrize("name", ["show", "fetched", "deck"])
def test_a_mistake_of_ours_leaves_links_that_turn_the_pages(
    server: Server, browser: Browser, made: dict[str, Any], name: str
) -> None:
    context = browser.new_context(base_url=server.url, **LAPTOP)
    page = context.new_page()
    address = _board(page, server, made)
    source = (STATIC / "js/deck.js").read_text(encoding="utf-8")
    broken = re.sub(rf"(function {name}\([^)]*\) {{)", r"\1 throw new Error('broken');", source)
    assert broken != source
    page.route("**/js/deck.js*", lambda r: r.fulfill(body=broken, content_type="text/javascript"))
    page.goto(address)
    page.keyboard.press("ArrowRight")
    page.get_by_role("link", name="Het beeld").click()
    _stage(page, "reveal")
    page.get_by_role("link", name="Vanaf hier").click()
    _stage(page, "numbers")
    context.close()
