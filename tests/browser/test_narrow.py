"""Nothing falls off the side of any page or lies over a control; words stay in their frame."""

import pytest
from playwright.sync_api import Page

from tests.browser.chromium import LAPTOP, Options
from tests.browser.conftest import OpenPage
from tests.browser.reach import covered
from tests.browser.tour import tour
from tests.live_server import Server

SMALL_PHONE: Options = {
    "viewport": {"width": 320, "height": 568},
    "is_mobile": True,
    "has_touch": True,
}
FOUR_TIMES: Options = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}
LOOKS = [
    pytest.param("nl", SMALL_PHONE, id="nl-small-phone"),
    pytest.param("nl", LAPTOP, id="nl-laptop"),
    pytest.param("en", FOUR_TIMES, id="en-zoomed-to-400-percent"),
]
OVER_THE_EDGE = """() => {
  const width = document.documentElement.clientWidth;
  const isOver = element => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.right > width + 1 || box.left < -1) && element.checkVisibility();
  };
  const isMeant = element => element.closest('svg, .skip, .visually-hidden');
  const over = [...document.querySelectorAll('body *')].filter(isOver).filter(e => !isMeant(e));
  const found = over.filter(element => !over.includes(element.parentElement));
  const frames = [...document.querySelectorAll('.option, .card, .button, .chip, .secret')];
  found.push(...frames.filter(frame => frame.scrollWidth > frame.clientWidth + 1));
  const scrolls = document.scrollingElement.scrollWidth > width;
  return (scrolls ? ['the page scrolls sideways'] : []).concat(
    found.map(element => element.outerHTML.slice(0, 100)));
}"""


@pytest.mark.parametrize(("language", "size"), LOOKS)
def test_no_page_scrolls_sideways_or_loses_its_edge_or_covers_what_can_be_pressed(
    own_server: Server, open_page: OpenPage, language: str, size: Options
) -> None:
    page = open_page(own_server, reduced_motion="reduce", **size)
    wrong: list[str] = []
    for name in tour(page, own_server, language):
        wrong += [f"{name}: {what}" for what in _over_the_edge(page) + covered(page)]
    assert not wrong, "\n".join(wrong)


def _over_the_edge(page: Page) -> list[str]:
    found: list[str] = page.evaluate(OVER_THE_EDGE)
    return found
