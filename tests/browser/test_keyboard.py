"""The whole way with the keyboard alone, and at every stop one can see where one is."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.chromium import LAPTOP, PHONE, Options
from tests.browser.conftest import OpenPage
from tests.browser.pupil import LAST_CARD, Pupil
from tests.live_server import Server

MOST_PRESSES = 400
MOVES = 3
STOP = """() => {
  const here = document.activeElement;
  const drawn = [here, here.nextElementSibling, here.closest('label')].filter(Boolean);
  const ring = drawn.some(element => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  });
  const box = (here.closest('label') || here).getBoundingClientRect();
  return {
    tag: here.tagName, kind: here.type || '', name: here.name || here.textContent.trim(),
    seen: ring && box.bottom > 0 && box.top < innerHeight,
    inForm: Boolean(here.closest('main form')),
    chosen: Boolean(here.checked), text: here.value || '',
  };
}"""


class Keyboard:
    """Someone who only presses keys, and looks where the focus is."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.unseen: list[str] = []

    def tab(self) -> dict[str, Any]:
        """Go one stop further and look at it."""
        self.page.keyboard.press("Tab")
        stop: dict[str, Any] = self.page.evaluate(STOP)
        if stop["tag"] != "BODY" and not stop["seen"]:
            self.unseen.append(f"{self.page.url}: {stop['name']}")
        return stop

    def press(self, key: str, times: int = 1) -> None:
        """Press a key."""
        for _time in range(times):
            self.page.keyboard.press(key)

    def fill_in_and_send(self) -> None:
        """Walk through the main form, choose everywhere, and press its button."""
        for number in range(MOST_PRESSES):
            stop = self.tab()
            if not stop["inForm"]:
                continue
            if stop["kind"] == "radio" and Pupil(self.page).cards.count():
                if self._choose_on_card(number):
                    return
            elif stop["kind"] == "radio":
                self._choose(number)
            elif stop["kind"] == "submit":
                with self.page.expect_navigation():
                    self.press("Enter" if number % 2 else "Space")
                return
        raise AssertionError(f"no button reached on {self.page.url}")

    def _choose_on_card(self, number: int) -> bool:
        """Choose on the card, after which the next one comes; whether it was the last."""
        if self.page.locator(LAST_CARD).count():
            with self.page.expect_navigation():
                self.press(str(number % 6))
            return True
        if number % 3 == 0:
            self.press(str(number % 6))
        else:
            self._choose(number)
            self.press("Enter", number % 2 == 0)
        return False

    def _choose(self, number: int) -> None:
        """Choose by the space bar or by the arrows: both must work."""
        if number % 2:
            self.press("Space")
        else:
            self.press("ArrowRight", MOVES)
        assert self.page.evaluate(STOP)["chosen"] or Pupil(self.page).cards.count()


@pytest.mark.parametrize(
    "size", [pytest.param(LAPTOP, id="laptop"), pytest.param(PHONE, id="phone")]
)
def test_the_whole_way_works_with_the_keyboard_alone_and_the_focus_is_always_seen(
    server: Server, open_page: OpenPage, size: Options
) -> None:
    page = open_page(server, **size)
    pupil, keyboard = Pupil(page), Keyboard(page)
    page.goto("/")
    while keyboard.tab()["name"] != "code":
        pass
    page.keyboard.type(server.class_code)
    with page.expect_navigation():
        keyboard.press("Enter")
    assert pupil.path == f"/meedoen/{server.class_code}"
    for _page in range(12):
        if pupil.path == "/resultaat":
            break
        keyboard.fill_in_and_send()
    assert pupil.path == "/resultaat"
    while page.evaluate("document.activeElement.parentElement.id") != "zeker":
        keyboard.tab()
    keyboard.press("Enter")
    assert page.locator("table").is_visible()
    assert keyboard.unseen == []


def test_the_first_stop_of_a_page_skips_to_its_content(server: Server, open_page: OpenPage) -> None:
    page = open_page(server)
    page.goto("/werelden")
    keyboard = Keyboard(page)
    keyboard.tab()
    keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
    assert keyboard.tab()["name"] == page.locator("main a").first.inner_text().strip()
