"""Were the site written from right to left, every page would still fit and read well."""

import pytest

from tests.browser.chromium import LAPTOP, PHONE, Options
from tests.browser.conftest import OpenPage
from tests.browser.tour import tour
from tests.live_server import Server

TURN = "document.documentElement.dir = 'rtl'"
SIDEWAYS = """() => {
  const page = document.scrollingElement;
  page.scrollLeft = -50;
  const moved = page.scrollLeft;
  page.scrollLeft = 0;
  return moved !== 0 || page.scrollWidth > document.documentElement.clientWidth;
}"""
STARTS_RIGHT = """() => {
  const heading = document.querySelector('h1');
  return getComputedStyle(heading).direction === 'rtl';
}"""


@pytest.mark.parametrize(
    "size", [pytest.param(LAPTOP, id="laptop"), pytest.param(PHONE, id="phone")]
)
def test_no_page_scrolls_sideways_when_it_reads_from_right_to_left(
    own_server: Server, open_page: OpenPage, size: Options
) -> None:
    page = open_page(own_server, reduced_motion="reduce", **size)
    wide = []
    for name in tour(page, own_server, "nl"):
        page.evaluate(TURN)
        assert page.evaluate(STARTS_RIGHT), name
        if page.evaluate(SIDEWAYS):
            wide.append(name)
    assert wide == []
