"""The result as a pupil holds it: short enough to read, a bar in reach, stars without a reload."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import LAPTOP, PHONE, Options
from tests.browser.conftest import OpenPage
from tests.browser.eight_pupils import EIGHT
from tests.browser.judges import judge
from tests.live_server import Server

MOST_WORDS, MOST_SCREENS = 350, 4.5
SMALL: Options = {"viewport": {"width": 320, "height": 568}, "has_touch": True}
ON_ITS_SIDE: Options = {"viewport": {"width": 844, "height": 390}, "has_touch": True}
TALLER = """() => {
  const sky = document.querySelector('.heaven');
  const [left, top, width, height] = sky.getAttribute('viewBox').split(' ').map(Number);
  sky.setAttribute('viewBox', [left, top, width, 1.3 * height].join(' '));
}"""
# The words that stand on the page while everything is folded; the drawing's names count as well.
WORDS = """() => {
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const words = [];
  while (walker.nextNode()) {
    const text = walker.currentNode, parent = text.parentElement;
    if (parent.closest('.visually-hidden, title') || !parent.checkVisibility()) continue;
    const found = text.data.match(/[\\p{L}\\p{N}][^\\s]*/gu) || [];
    words.push(...found);
  }
  return words;
}"""
ON_TOP = """link => {
  const {left, top, right, bottom} = link.getBoundingClientRect();
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const isInside = top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
  return isInside && link.contains(hit);
}"""
DEVICE = """
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
window.said = [];
Object.defineProperty(window, 'speechSynthesis', {value: {
  getVoices: () => [{localService: true, lang: 'nl-NL'}], cancel() {},
  speak(words) { said.push(words.text); },
}});"""


def _at(page: Page, server: Server, who: str = "clear") -> Page:
    EIGHT[who].arrive(page, server.url)
    return page


@pytest.mark.parametrize("who", EIGHT)
def test_a_phone_shows_all_that_matters_in_a_few_screens_and_words(
    server: Server, open_page: OpenPage, who: str
) -> None:
    page = _at(open_page(server, **PHONE), server, who)
    for language in ("nl", "en"):
        page.goto(f"/resultaat?taal={language}")
        assert len(page.evaluate(WORDS)) <= MOST_WORDS
        screens = page.evaluate("document.documentElement.scrollHeight") / 844
        assert screens <= MOST_SCREENS
        assert page.locator(".first > li").count() == 3
        assert page.locator(".reasons > section").count() <= 3
    assert judge(page, who) == []


@pytest.mark.parametrize("who", EIGHT)
def test_a_phone_on_its_side_shows_the_sky_and_what_to_press_above_the_bar(
    server: Server, open_page: OpenPage, who: str
) -> None:
    page = _at(open_page(server, **ON_ITS_SIDE), server, who)
    bar = page.locator(".reach").bounding_box()
    sky = page.locator(".heaven").bounding_box()
    button = page.locator(".jumps .button").first.bounding_box()
    assert bar is not None
    assert sky is not None
    assert button is not None
    assert sky["y"] + sky["height"] <= bar["y"]
    assert sky["width"] >= 200  # names of planets from 7.5 pixels on
    assert button["y"] + button["height"] <= bar["y"]
    page.evaluate(TALLER)  # how tall it is depends on what stands out
    sky = page.locator(".heaven").bounding_box()
    assert sky is not None
    assert sky["y"] + sky["height"] <= bar["y"]


@pytest.mark.parametrize(
    "size",
    [
        pytest.param(PHONE, id="phone"),
        pytest.param(SMALL, id="small"),
        pytest.param(LAPTOP, id="laptop"),
    ],
)
@pytest.mark.parametrize("scripts", [True, False])
def test_the_bar_is_in_reach_wherever_one_reads(
    server: Server, open_page: OpenPage, size: Options, scripts: bool
) -> None:
    page = _at(open_page(server, java_script_enabled=scripts, **size), server)
    buttons = page.locator(".reach a, .reach button")
    assert buttons.all_inner_texts() == ["Printen", "Delen", "Nog preciezer", "Klaar"]
    height = page.evaluate("document.documentElement.scrollHeight - innerHeight") if scripts else 0
    for share in (0, 0.3, 0.7, 0.95):
        if scripts:
            page.evaluate(f"scrollTo(0, {height * share})")
        assert all(button.evaluate(ON_TOP) for button in buttons.all())


def test_a_star_is_kept_without_the_page_moving_and_stands_everywhere(
    own_server: Server, open_page: OpenPage
) -> None:
    page = _at(open_page(own_server, **PHONE), own_server)
    page.evaluate("window.here = 1")
    star = page.locator(".first .star").first
    star.scroll_into_view_if_needed()
    key, at = star.get_attribute("value"), page.evaluate("scrollY")
    star.tap()
    expect(star).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("[window.here, scrollY]") == [1, at]
    for same in page.locator(f".star[value='{key}'][aria-pressed]").all():
        expect(same).to_have_attribute("aria-pressed", "true")
        expect(same).to_contain_text("Bewaard")
    expect(page.locator("[data-kept] .count")).to_have_text("1")
    assert own_server.rows("SELECT count(*) FROM favourite") == [(1,)]
    page.reload()
    star = page.locator(".first .star").first
    expect(star).to_have_attribute("aria-pressed", "true")
    star.tap()
    expect(star).to_have_attribute("aria-pressed", "false")
    assert own_server.rows("SELECT count(*) FROM favourite") == [(0,)]


def test_without_internet_a_star_stays_as_it_was_and_that_is_said(
    own_server: Server, open_page: OpenPage
) -> None:
    page = _at(open_page(own_server, **PHONE), own_server)
    page.context.set_offline(True)
    star = page.locator(".first .star").first
    star.tap()
    expect(page.locator("[data-sign=away]")).to_be_visible()
    expect(star).to_have_attribute("aria-pressed", "false")
    page.context.set_offline(False)
    star.tap()
    expect(star).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-sign=away]")).to_be_hidden()


def test_every_part_can_be_read_aloud_and_only_what_is_open_is_said(
    server: Server, open_page: OpenPage
) -> None:
    page = open_page(server, **PHONE)
    page.add_init_script(DEVICE)
    _at(page, server)
    buttons = page.locator(".listen")
    assert buttons.count() >= 5
    buttons.first.tap()
    expect(buttons.first).to_have_attribute("aria-pressed", "true")
    page.locator("#stappen .listen").tap()
    expect(buttons.first).to_have_attribute("aria-pressed", "false")
    sky, steps = page.evaluate("said")
    assert "Jouw antwoorden wijzen het sterkst naar Hi-tech & Science" in sky
    for word in ("Kiezen", "Kijken", "Praten"):
        assert word in steps
    fold = page.locator("details.fold", has=page.locator(".listen")).first
    fold.locator("> summary").tap()
    fold.locator(".listen").tap()
    said = page.evaluate("said.slice(-1)[0]")
    assert fold.locator("> summary h3").inner_text().split("\\n")[0] in said
    assert "Bewaar" not in said
