"""The result on paper: everything that was on the screen, and nothing cut off."""

import pytest
from playwright.sync_api import Page

from tests.browser.chromium import LAPTOP, PHONE, Options
from tests.browser.conftest import OpenPage
from tests.browser.pupil import Pupil
from tests.live_server import Server

PAPER = {"width": 673, "height": 1000}  # A4 less margins of 16 mm, at 96 dots an inch
SEEN = """() => {
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const words = [];
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    const text = node.textContent.trim().replace(/\\s+/g, ' ');
    if (!text || parent.closest('.jumps, .heaven, nav, form, button, summary, title')) continue;
    if (parent.checkVisibility({visibilityProperty: true, opacityProperty: true})) words.push(text);
  }
  return words;
}"""
SIDEWAYS = "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize(
    "size", [pytest.param(LAPTOP, id="laptop"), pytest.param(PHONE, id="phone")]
)
def test_the_printed_result_has_every_word_of_the_screen_and_the_table(
    server: Server, open_page: OpenPage, size: Options
) -> None:
    page = open_page(server, **size)
    page.goto("/over")
    Pupil(page).arrive(f"/meedoen/{server.class_code}")
    on_screen = _words(page)
    page.emulate_media(media="print")
    on_paper = _words(page)
    assert sorted(set(on_screen) - set(on_paper)) == []
    rows = page.locator("table tbody tr").all()
    assert len(rows) == 7
    assert all(row.is_visible() for row in rows)
    for row in rows:
        assert row.locator("th span").inner_text() in on_paper


def test_nothing_of_the_result_is_wider_than_the_paper(server: Server, open_page: OpenPage) -> None:
    page = open_page(server, viewport=PAPER)
    page.goto("/over")
    Pupil(page).arrive("/start")
    page.emulate_media(media="print")
    assert page.evaluate(SIDEWAYS) <= 0
    assert page.pdf(format="A4").startswith(b"%PDF")


def _words(page: Page) -> list[str]:
    words: list[str] = page.evaluate(SEEN)
    return words
