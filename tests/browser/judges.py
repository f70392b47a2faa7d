"""What must be true of every page as a browser shows it: one tour, and every judge at each stop.

axe by day and by night; nothing falls off the side, leaves its frame or lies over a control, from
a small phone to a laptop and at 400 %; and all of it fits when it reads from right to left. The
walk on a phone is made as low as 400 % leaves it, the walk on a laptop as narrow as a small phone:
both have the same width, in which every word of both languages has to fit.
"""

from playwright.sync_api import Page, ViewportSize

from tests.browser.axe import by_day_and_by_night
from tests.browser.chromium import LAPTOP
from tests.browser.reach import covered

SMALL_PHONE: ViewportSize = {"width": 320, "height": 568}
AT_400_PERCENT: ViewportSize = {"width": 320, "height": 256}
ON_A_LAPTOP: ViewportSize = LAPTOP["viewport"]
OVER_THE_EDGE = """() => {
  const width = document.documentElement.clientWidth;
  const isOver = element => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.right > width + 1 || box.left < -1) && element.checkVisibility();
  };
  const isMeant = element => element.closest('svg, .skip, .visually-hidden, .scroll > *');
  const over = [...document.querySelectorAll('body *')].filter(isOver).filter(e => !isMeant(e));
  const found = over.filter(element => !over.includes(element.parentElement));
  const frames = [...document.querySelectorAll('.option, .card, .button, .chip, .secret')];
  found.push(...frames.filter(frame => frame.scrollWidth > frame.clientWidth + 1));
  const scrolls = document.scrollingElement.scrollWidth > width;
  return (scrolls ? ['the page scrolls sideways'] : []).concat(
    found.map(element => element.outerHTML.slice(0, 100)));
}"""
RIGHT_TO_LEFT = """() => {
  document.documentElement.dir = 'rtl';
  const page = document.scrollingElement, heading = document.querySelector('h1');
  page.scrollLeft = -50;
  const moved = page.scrollLeft, found = [];
  page.scrollLeft = 0;
  if (moved !== 0 || page.scrollWidth > document.documentElement.clientWidth)
    found.push('scrolls sideways from right to left');
  if (getComputedStyle(heading).direction !== 'rtl') found.push('does not begin at the right');
  document.documentElement.removeAttribute('dir');
  return found;
}"""


def judge(page: Page, name: str) -> list[str]:
    """Everything that is wrong with this page, each with its `name`; empty when nothing is."""
    found = by_day_and_by_night(page, name)
    own = page.viewport_size
    assert own is not None
    others = [SMALL_PHONE] if own == ON_A_LAPTOP else [AT_400_PERCENT, ON_A_LAPTOP]
    for size in (own, *others):
        if size != own:
            page.set_viewport_size(size)
        wrong = page.evaluate(OVER_THE_EDGE) + covered(page)
        found += [f"{name} at {size['width']} x {size['height']}: {what}" for what in wrong]
    page.set_viewport_size(own)
    return found + [f"{name} {what}" for what in page.evaluate(RIGHT_TO_LEFT)]
