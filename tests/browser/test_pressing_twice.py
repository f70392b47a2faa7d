"""Pressing a button twice, quick or slow: once saved, and in."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.pupil import Pupil
from tests.browser.stored import everything_is_stored_once
from tests.live_server import Server

SECOND_BLOCK = re.compile("Blok 2")


def test_pressing_twice_saves_once(own_server: Server, open_page: OpenPage) -> None:
    pupil = Pupil(open_page(own_server, java_script_enabled=False))
    pupil.begin()
    for group in pupil.page.locator("main form fieldset").all():
        pupil.choose(group.locator("input[type=radio]").first)
    pupil.page.locator("main form button").first.dblclick()
    expect(pupil.page).to_have_title(SECOND_BLOCK)
    pupil.arrive()
    assert everything_is_stored_once(own_server)


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without-scripts"])
@pytest.mark.parametrize("apart", [40, 700])
def test_pressing_begin_twice_on_a_slow_network_lets_the_pupil_in(
    own_server: Server, open_page: OpenPage, apart: int, scripts: bool
) -> None:
    pupil = Pupil(open_page(own_server, java_script_enabled=scripts))
    page = pupil.page
    page.goto(f"/meedoen/{own_server.class_code}")
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    speed = {"offline": False, "downloadThroughput": -1, "uploadThroughput": -1}
    wire.send("Network.emulateNetworkConditions", {**speed, "latency": 4000})
    place = page.locator("main form button").last.bounding_box()
    assert place is not None
    spot = (place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    page.mouse.click(*spot)
    page.wait_for_timeout(apart)
    page.mouse.click(*spot)
    wire.send("Network.emulateNetworkConditions", {**speed, "latency": 0})  # for what comes next
    expect(page).to_have_title(
        re.compile("Jouw code" if scripts else "Jouw code|Je drukte twee keer")
    )
    is_sent_twice = (
        "twee keer" in page.title()
    )  # a browser may be too busy to hear the second press
    if is_sent_twice:  # the browser has dropped the code of the first press
        pupil.press("main a.button")
        pupil.press_on()
    code = page.locator(".secret").inner_text()
    pupil.press_on()
    assert pupil.path == "/vragen"
    # Where the cookie of the first press still came in, its empty attempt is gone.
    [(attempts,)] = own_server.rows("SELECT count(*) FROM attempt")
    assert attempts in ((1, 2) if is_sent_twice else (1,))
    other = Pupil(open_page(own_server), seed=8)
    other.page.goto("/terug")
    other.page.locator("#code").fill(code)
    other.press_on()
    assert other.path == "/vragen"
