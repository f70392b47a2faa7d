"""The lesson with the cockpit: a board of its own, one press to the picture, a second screen."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import LAPTOP, PHONE, Options
from tests.browser.conftest import OpenPage
from tests.browser.staff_tour import LONG_NICKNAMES, SILENT, fill
from tests.browser.teacher import Teacher
from tests.live_server import Server

PUPILS = 12
CUT_OFF = """() => [...document.querySelectorAll('.scroll')]
  .filter(each => each.scrollWidth > each.clientWidth + 1).map(each => each.ariaLabel)"""
NO_SIDEWAYS = "() => document.documentElement.scrollWidth <= innerWidth"


def _lesson(page: Page, server: Server) -> int:
    """A teacher at the progress of a class in which all are done."""
    teacher = Teacher(page, server)
    teacher.sign_in()
    class_id = teacher.make_class("2B techniek")
    fill(server, teacher.code(), PUPILS)
    page.goto(f"/klassen/{class_id}/voortgang")
    return class_id


def test_the_board_has_its_own_window_and_the_laptop_leads_it(
    own_server: Server, open_page: OpenPage
) -> None:
    page = open_page(own_server, **LAPTOP)
    class_id = _lesson(page, own_server)
    page.goto("/klassen")
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Code op het bord").first.click()
    board = opened.value
    expect(board.locator(".way .code")).to_be_visible()
    board.get_by_role("button", name="Volledig scherm").click()
    expect(board.locator("html:fullscreen")).to_have_count(1)
    board.keyboard.press("f")
    expect(board.locator("html:fullscreen")).to_have_count(0)

    page.goto(f"/klassen/{class_id}/voortgang")
    expect(page.locator(".way")).to_contain_text(f"Alle {PUPILS} zijn klaar")
    page.get_by_role("button", name="Maak het klassenbeeld").click()
    expect(board.locator(".stage.guess")).to_be_visible()
    expect(page.locator(".way")).to_contain_text("Het klassenbeeld is klaar")
    expect(page.locator("a#naar-beeld")).to_be_focused()
    page.get_by_role("link", name="Het beeld").click()
    expect(board.locator(".stage.reveal")).to_be_visible()
    assert len(page.context.pages) == 2
    expect(page).to_have_url(re.compile(r"/voortgang$"))


@pytest.mark.parametrize("scripts", [True, False])
def test_the_plan_follows_what_the_teacher_says(
    server: Server, open_page: OpenPage, scripts: bool
) -> None:
    page = open_page(server, java_script_enabled=scripts, **LAPTOP)
    teacher = Teacher(page, server)
    teacher.sign_in()
    page.goto(f"/klassen/{teacher.make_class(f'1C {scripts}')}/voortgang")
    now = page.locator("[aria-current=step]")
    page.get_by_role("button", name="Begin de les van 25 minuten").click()
    expect(now).to_contain_text("Begin")
    page.locator("#hier-1").click()
    expect(now).to_contain_text("De quiz")
    expect(now.get_by_role("link", name="Code op het bord")).to_be_visible()
    page.get_by_label("Met hoeveel is de klas?").fill("26")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.locator(".numbers")).to_contain_text("van 26")
    page.get_by_role("link", name="Les", exact=True).click()
    expect(now).to_contain_text("De quiz")


@pytest.mark.parametrize("size", [PHONE, {"viewport": {"width": 1024, "height": 768}}])
def test_a_second_screen_says_what_is_now_without_scrolling_sideways(
    server: Server, open_page: OpenPage, size: Options
) -> None:
    page = open_page(server, **size)
    teacher = Teacher(page, server)
    teacher.sign_in()
    class_id = teacher.make_class(f"1D {size['viewport']['width']}")
    page.goto(f"/klassen/{class_id}/voortgang")
    page.get_by_role("button", name="Begin de les van 50 minuten").click()
    expect(page.locator(".brief")).to_contain_text("Nu: Begin met een vraag, tot")
    for place in ("", "/voortgang", "/beeld", "/les"):
        page.goto(f"/klassen/{class_id}{place}")
        assert page.evaluate(NO_SIDEWAYS), place


@pytest.mark.parametrize("width", [360, 390, 1024, 1366])
def test_the_last_column_of_the_progress_is_whole(
    server: Server, open_page: OpenPage, half_way: int, width: int
) -> None:
    page = open_page(server, viewport={"width": width, "height": 800})
    Teacher(page, server).sign_in()
    page.goto(f"/klassen/{half_way}/voortgang")
    expect(page.get_by_role("link", name="Haal uit de klas").last).to_be_visible()
    assert page.evaluate(CUT_OFF) == []


@pytest.fixture(scope="module")
def half_way(server: Server, browser: Browser) -> int:
    """A class in which pupils with the longest names are under way, one of them silent for long."""
    context = browser.new_context(base_url=server.url)
    teacher = Teacher(context.new_page(), server)
    teacher.sign_in()
    class_id = teacher.make_class("1E brugklas")
    fill(server, teacher.code(), 4, forms=4)
    server.change(LONG_NICKNAMES.format(class_id=class_id))
    server.change(SILENT.format(class_id=class_id, minutes=90, pupils=1))
    context.close()
    return class_id
