"""Back, forward, reload, and a server that dies half-way: the pupil stays where they were."""

from contextlib import suppress

import pytest
from playwright.sync_api import Error

from tests.browser.conftest import OpenPage
from tests.browser.pupil import MOST_STEPS, Pupil
from tests.browser.stored import everything_is_stored_once
from tests.live_server import Server

ANSWERS = "SELECT question, value FROM answer ORDER BY question"


def test_reload_back_and_forward_at_every_step_lead_on_from_the_same_place(
    own_server: Server, open_page: OpenPage
) -> None:
    pupil = Pupil(open_page(own_server))
    pupil.start()
    for _step in range(MOST_STEPS):
        before = pupil.place, own_server.rows(ANSWERS)
        pupil.page.reload()
        assert (pupil.place, own_server.rows(ANSWERS)) == before
        pupil.page.go_back()
        assert pupil.page.locator("h1").count() == 1
        pupil.page.go_forward()
        assert (pupil.place, own_server.rows(ANSWERS)) == before
        if pupil.path == "/resultaat":
            break
        pupil.answer()
    assert pupil.path == "/resultaat"
    assert own_server.rows("SELECT count(*) FROM attempt") == [(1,)]
    assert own_server.rows("SELECT count(*) FROM result") == [(1,)]


@pytest.mark.parametrize("scripts", [True, False])
def test_who_swipes_back_to_the_code_goes_on_and_the_code_of_the_photo_still_works(
    own_server: Server, open_page: OpenPage, scripts: bool
) -> None:
    pupil = Pupil(open_page(own_server, java_script_enabled=scripts))
    pupil.start()
    code = pupil.page.locator(".secret").inner_text()
    pupil.press_on()
    pupil.page.go_back()
    assert pupil.path == "/code"
    pupil.press("main .button:visible")
    assert pupil.path == "/vragen"
    other = Pupil(open_page(own_server, java_script_enabled=scripts), seed=8)
    other.page.goto("/terug")
    other.page.locator("#code").fill(code)
    other.press_on()
    assert other.path == "/vragen"
    other.page.goto("/code")
    other.page.locator("summary").click()
    other.press_on()
    assert other.page.locator(".secret").inner_text() != code


def test_an_answer_can_be_changed_by_going_back_to_an_earlier_block(
    own_server: Server, open_page: OpenPage
) -> None:
    pupil = Pupil(open_page(own_server))
    pupil.begin()
    pupil.answer("2")
    pupil.press("main a[href*='blok=1']")
    assert pupil.page.locator("input[value='2']:checked").count() == 7
    pupil.answer("5")
    assert own_server.rows("SELECT DISTINCT value FROM answer") == [(5,)]
    pupil.arrive()
    assert own_server.rows("SELECT count(*) FROM result") == [(1,)]


def test_after_the_result_an_old_page_with_another_answer_is_refused_kindly(
    server: Server, open_page: OpenPage
) -> None:
    pupil = Pupil(open_page(server, java_script_enabled=False))
    pupil.begin()
    old = pupil.page.context.new_page()
    old.goto("/vragen")
    pupil.page.bring_to_front()
    pupil.arrive()
    old.bring_to_front()
    late = Pupil(old)
    late.answer("5")
    assert old.locator("main a.button").get_attribute("href") == "/resultaat"
    late.press("main a.button")
    assert late.path == "/resultaat"


def test_a_server_that_dies_half_way_costs_the_pupil_nothing(
    own_server: Server, open_page: OpenPage
) -> None:
    pupil = Pupil(open_page(own_server))
    pupil.begin()
    pupil.answer()
    saved = own_server.rows(ANSWERS)
    own_server.kill()
    assert own_server.rows(ANSWERS) == saved
    own_server.start()
    pupil.page.reload()
    pupil.answer()
    pupil.arrive()
    assert everything_is_stored_once(own_server)
    assert own_server.rows("SELECT count(*) FROM result") == [(1,)]


def test_pressing_while_the_server_is_away_works_after_a_reload(
    own_server: Server, open_page: OpenPage
) -> None:
    pupil = Pupil(open_page(own_server, java_script_enabled=False))
    pupil.begin()
    for group in pupil.page.locator("main form fieldset").all():
        pupil.choose(group.locator("input[type=radio][value='4']"))
    own_server.kill()
    with suppress(Error):  # the browser's own page: this site can't be reached
        pupil.press_on()
    own_server.start()
    pupil.page.reload()
    assert own_server.rows("SELECT count(*) FROM answer WHERE value = 4") == [(7,)]
    pupil.arrive()


def test_a_pupil_goes_on_with_the_return_code_on_another_device(
    server: Server, open_page: OpenPage
) -> None:
    pupil = Pupil(open_page(server))
    pupil.start()
    code = pupil.page.locator(".secret").inner_text()
    nickname = pupil.heading
    pupil.press_on()
    pupil.answer()
    place = pupil.place
    other = Pupil(open_page(server), seed=8)
    other.page.goto("/terug")
    other.page.locator("#code").fill(code.upper())
    other.press_on()
    assert other.place == place
    other.page.goto("/code")
    assert other.heading == nickname
