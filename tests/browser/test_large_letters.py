"""Letters twice as large, as a phone or a browser may set them: nothing runs off the screen."""

import pytest

from tests.browser.conftest import OpenPage
from tests.live_server import Server

TWICE = """document.addEventListener('DOMContentLoaded', () => {
  const style = new CSSStyleSheet();
  style.replaceSync('html { font-size: 225% !important }');
  document.adoptedStyleSheets = [style];
});"""
BESIDE = """() => [...document.querySelectorAll('body *')]
  .filter(each => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth + 1)
  .map(each => each.outerHTML.slice(0, 60))"""


@pytest.mark.parametrize("width", [360, 390])
def test_the_way_in_fits_with_letters_twice_as_large(
    server: Server, open_page: OpenPage, width: int
) -> None:
    page = open_page(server, viewport={"width": width, "height": 700})
    page.add_init_script(TWICE)
    for path in ("/", "/meedoen", "/start", "/terug", "/werelden", "/inloggen"):
        page.goto(path)
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "36px"
        assert page.evaluate(BESIDE) == [], path
