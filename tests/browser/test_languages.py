"""Another language in the middle of a form, in a real browser, with scripts and without."""

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import PHONE
from tests.browser.conftest import OpenPage
from tests.browser.pupil import Pupil
from tests.live_server import Server

SWITCH = "button[name=taal]"
COUNT = "SELECT count(*) FROM answer WHERE value = 4"
ways = pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without-scripts"])


@ways
def test_half_a_block_is_kept_and_goes_on_in_the_other_language(
    own_server: Server, open_page: OpenPage, scripts: bool
) -> None:
    pupil = Pupil(open_page(own_server, **PHONE, java_script_enabled=scripts))
    page = pupil.page
    pupil.begin()
    for number in range(3):
        group = pupil.card if scripts else page.locator("main form fieldset").nth(number)
        pupil.choose_in(group, "4")
    pupil.press(SWITCH)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.locator("input[value='4']:checked").count() == 3
    assert own_server.rows(COUNT) == [(3,)]
    if scripts:
        expect(pupil.card.locator(".number")).to_have_text("Question 4 of 28")
    pupil.answer("4")
    assert own_server.rows(COUNT) == [(7,)]
    pupil.press("main a[href*='blok=1']")
    pupil.press(SWITCH)
    assert page.locator("input[value='4']:checked").count() == 7
    assert "Blok 1" in page.title()
    pupil.arrive()


@ways
def test_the_own_world_stays_chosen_and_the_quiz_goes_on_when_the_pupil_says_so(
    own_server: Server, open_page: OpenPage, scripts: bool
) -> None:
    pupil = Pupil(open_page(own_server, **PHONE, java_script_enabled=scripts))
    page = pupil.page
    pupil.begin()
    while not page.locator("[name=own_world]").count():
        pupil.answer()
    world = page.locator("[name=own_world]").nth(3)
    pupil.choose(world)
    pupil.press(SWITCH)
    assert page.locator("html").get_attribute("lang") == "en"
    expect(world).to_be_checked()
    assert own_server.rows("SELECT own_world FROM attempt") == [(None,)]
    pupil.press_on()
    assert pupil.path == "/resultaat"


@ways
def test_the_start_page_keeps_school_year_and_town_and_enter_still_begins(
    own_server: Server, open_page: OpenPage, scripts: bool
) -> None:
    pupil = Pupil(open_page(own_server, **PHONE, java_script_enabled=scripts))
    page = pupil.page
    page.goto("/start")
    pupil.choose(page.locator("input[name=school_type][value=vwo]"))
    page.select_option("#year", "5")
    page.fill("#place", "Ede")
    pupil.press(SWITCH)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.locator("[name=school_type]:checked").input_value() == "vwo"
    assert (page.input_value("#year"), page.input_value("#place")) == ("5", "Ede")
    assert own_server.rows("SELECT count(*) FROM attempt") == [(0,)]
    page.locator("#place").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert pupil.path == "/code"
    told = own_server.rows("SELECT school_type, year, language FROM attempt")
    assert told == [("vwo", 5, "en")]


@ways
def test_enter_in_a_field_sends_what_was_typed_and_changes_no_language(
    server: Server, open_page: OpenPage, scripts: bool
) -> None:
    page = open_page(server, java_script_enabled=scripts)
    for path, field, leads_to in (
        ("/", "#code", f"/meedoen/{server.class_code}"),
        ("/meedoen", "#code", f"/meedoen/{server.class_code}"),
        ("/inloggen", "#email", "/inloggen"),
    ):
        page.goto(path)
        page.fill(field, server.class_code if field == "#code" else "wie@voorbeeld.nl")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.url.removeprefix(server.url) == leads_to
        assert page.locator("html").get_attribute("lang") == "nl"
    assert page.locator("#email").input_value() == "wie@voorbeeld.nl"
    assert page.locator(".error").count() == 1
