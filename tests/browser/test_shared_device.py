"""Two pupils after each other on one laptop of the school."""

import pytest

from tests.browser.conftest import OpenPage
from tests.browser.pupil import Pupil
from tests.live_server import Server

STOP, NEXT = "main form button[name]", "main form button:not([name])"


def test_the_next_pupil_of_the_class_starts_clean_and_the_first_can_come_back(
    server: Server, open_page: OpenPage
) -> None:
    page = open_page(server)
    first = Pupil(page)
    first.start(f"/meedoen/{server.class_code}")
    code = page.locator(".secret").inner_text()
    nickname = _nickname(first)
    first.press_on()
    first.arrive()
    headline = page.locator(".headline").inner_text()

    first.press("a[href='/volgende']")
    first.press(NEXT)
    assert first.path == f"/meedoen/{server.class_code}"
    second = Pupil(page, seed=8)
    second.begin(f"/meedoen/{server.class_code}")
    page.goto("/code")
    assert _nickname(second) != nickname
    page.goto("/vragen")
    second.arrive()
    second.press("a[href='/volgende']")
    second.press_on()

    page.goto("/terug")
    page.locator("#code").fill(code)
    first.press_on()
    assert first.path == "/resultaat"
    assert nickname in page.locator("main").inner_text()
    assert page.locator(".headline").inner_text() == headline


def test_the_back_button_does_not_show_the_pupil_before(
    server: Server, open_page: OpenPage
) -> None:
    page = open_page(server)
    first = Pupil(page)
    first.start()
    code, nickname = page.locator(".secret").inner_text(), _nickname(first)
    first.press_on()
    first.arrive()
    first.press("a[href='/volgende']")
    first.press_on()
    for _page in range(8):
        page.go_back()
        seen = page.locator("body").inner_text()
        assert nickname not in seen
        assert code not in seen


def test_stopping_half_way_keeps_what_was_answered(server: Server, open_page: OpenPage) -> None:
    page = open_page(server)
    pupil = Pupil(page)
    pupil.start()
    code = page.locator(".secret").inner_text()
    pupil.press_on()
    pupil.answer()
    place = pupil.place
    pupil.press("a[href='/volgende']")
    pupil.press_on()
    page.goto("/terug")
    page.locator("#code").fill(code)
    pupil.press_on()
    assert pupil.place == place


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(("button", "leads_to"), [(STOP, "/"), (NEXT, "/meedoen/{}")])
def test_who_stops_sees_the_first_page_and_who_hands_on_the_start_page(
    server: Server, open_page: OpenPage, scripts: bool, button: str, leads_to: str
) -> None:
    page = open_page(server, java_script_enabled=scripts)
    if scripts:  # Safari 13 to 15 do not tell which button sent a form
        page.add_init_script("delete SubmitEvent.prototype.submitter")
    pupil = Pupil(page)
    pupil.begin(f"/meedoen/{server.class_code}")
    pupil.press("a[href='/volgende']")
    pupil.press(button)
    assert pupil.path == leads_to.format(server.class_code)
    assert page.locator("text=Bedankt voor het meedoen").count() == (button == STOP)
    assert not page.locator("text=Ga verder als").count()
    assert page.goto("/vragen").status == 403  # type: ignore[union-attr]


def test_enter_on_the_button_that_has_the_focus_presses_that_one(
    server: Server, open_page: OpenPage
) -> None:
    pupil = Pupil(open_page(server))
    pupil.begin(f"/meedoen/{server.class_code}")
    pupil.press("a[href='/volgende']")
    pupil.page.locator(STOP).focus()
    with pupil.page.expect_navigation():
        pupil.page.keyboard.press("Enter")
    assert pupil.path == "/"


def _nickname(pupil: Pupil) -> str:
    """The last two words of "Je heet hier Blauwe Otter"."""
    return " ".join(pupil.heading.split()[-2:])
