"""On every screen all answers to every question lie in sight, and a tap on one reaches that one."""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from quiz.domain.bank.texts import load_texts
from tests.browser import chromium, old_safari
from tests.browser.chromium import LAPTOP, Options
from tests.browser.conftest import OpenPage
from tests.browser.pupil import Pupil
from tests.browser.reach import covered, faults
from tests.live_server import Server

Size = tuple[int, int]
SMALLEST: list[Size] = [(320, 540), (360, 560), (568, 320), (640, 360)]
LARGER: list[Size] = [
    *((320, 568), (375, 553), (360, 640), (393, 650), (375, 667), (360, 740), (412, 732)),
    *((390, 844), (430, 932), (667, 375), (740, 360), (844, 390), (768, 1024), (1024, 768)),
    *((1280, 585), (1366, 657), (1920, 1080)),
]
OLD: list[Size] = [(320, 568), (375, 553), (375, 667), (568, 320), (768, 1024), (1024, 768)]
LONG, LONGEST = -6, -3
LANGUAGES = ("nl", "en")
PLAIN, LARGER_LETTERS = "", "23.4px"  # 130 % of our 18 pixels
LARGE_LETTERS = "--blink-settings=defaultFontSize=21"  # 130 % of the 16 that a browser begins with
DRESS = """root => {
  document.documentElement.style.fontSize = root;
  document.querySelector('.nickname').lastChild.data = 'Avontuurlijke Nachtegaal';
}"""
SIGNS = "[...document.querySelectorAll('[data-sign]')].map(each => each.dataset.sign)"
VOICES = """Object.defineProperty(window, 'speechSynthesis', {value: {
  getVoices: () => [{localService: true, lang: 'nl'}, {localService: true, lang: 'en'}],
  cancel() {}, addEventListener() {},
}})"""
PHONES = [
    pytest.param({"viewport": {"width": 360, "height": 640}, "has_touch": True}, id="small"),
    pytest.param({"viewport": {"width": 393, "height": 727}, "has_touch": True}, id="phone"),
    pytest.param({"viewport": {"width": 1366, "height": 657}, "has_touch": True}, id="laptop"),
]


class Moment(NamedTuple):
    """A card on screen, the questions that it may ask, and the signs that may show with it."""

    name: str
    texts: list[str]
    signs: tuple[str, ...] = ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answers_to_every_question_lie_in_sight_and_take_every_tap(
    server: Server, open_page: OpenPage, language: str
) -> None:
    wrong = _wrong(open_page(server), language, (PLAIN, LARGER_LETTERS))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answers_lie_in_sight_where_someone_chose_large_letters(
    server: Server, browser: Browser, language: str
) -> None:
    path, arguments = chromium.find(), [*chromium.ARGUMENTS, LARGE_LETTERS]
    with browser.browser_type.launch(executable_path=path, args=arguments) as large:
        wrong = _wrong(large.new_page(base_url=server.url), language, (PLAIN,))
    assert not wrong, "\n".join(wrong)


def test_the_answers_lie_in_sight_on_a_tablet_or_phone_of_years_ago(
    server: Server, open_page: OpenPage
) -> None:
    page = open_page(server)
    old_safari.read_styles_as_safari_13(page)
    wrong: list[str] = []
    for moment in _moments(page, "nl"):
        old_safari.close_gaps(page)
        wrong += [fault for size in OLD for fault in _look(moment, page, size)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("size", PHONES)
def test_a_tap_on_the_edge_of_an_answer_counts_when_the_one_before_was_just_saved(
    server: Server, open_page: OpenPage, size: Options
) -> None:
    page = open_page(server, **size)
    pupil = Pupil(page)
    pupil.begin()
    pupil.choose_in(pupil.card, "3")
    for value, height, next_number in (("1", 0.95, 3), ("0", 0.2, 4), ("0", 0.9, 5)):
        page.locator("[data-sign=saved]").wait_for()
        expect(page.locator(".fresh")).to_have_count(0)
        box = pupil.card.locator(f"label:has([value='{value}'])").bounding_box()
        assert box is not None
        page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] * height)
        expect(pupil.card.locator(".number")).to_have_text(f"Vraag {next_number} van 28")


@pytest.mark.parametrize(
    "size", [pytest.param(PHONES[0].values[0], id="phone"), pytest.param(LAPTOP, id="laptop")]
)
def test_on_the_plain_form_nothing_lies_over_an_answer_that_is_scrolled_to(
    server: Server, open_page: OpenPage, size: Options
) -> None:
    page = open_page(server, **size)
    page.route("**/js/*", lambda route: route.abort())
    Pupil(page).begin()
    assert covered(page) == []
    Pupil(page).send_as_it_is()
    assert covered(page) == []


def _wrong(page: Page, language: str, roots: tuple[str, ...]) -> list[str]:
    """On the smallest screens everything; on a larger one each card in one language and size.

    So every pair comes: a card and a screen, a screen and a language, a language and a size.
    """
    ways = [(language, root) for language in LANGUAGES for root in roots]
    wrong: list[str] = []
    for place, moment in enumerate(_moments(page, language)):
        for size, root in product(SMALLEST, roots):
            wrong += _look(moment, page, size, root)
        for turn, size in enumerate(LARGER, place):
            spoken, root = ways[turn % len(ways)]
            wrong += _look(moment, page, size, root) if spoken == language else []
    return wrong


def _moments(page: Page, language: str) -> Iterator[Moment]:
    """The cards on a pupil's way that differ in what stands around them."""
    words = load_texts(language)
    texts, tech_texts = (sorted(each.values(), key=len) for each in (words.items, words.tech_items))
    page.add_init_script(VOICES)
    pupil = Pupil(page)
    pupil.speak(language)
    pupil.begin()
    yield Moment("the first card", texts)
    for _card in range(2):
        pupil.choose_in(pupil.card, "2")
    page.locator(".back").click()
    page.locator("[data-sign=saved]").wait_for()
    expect(page.locator(".fresh")).to_have_count(0)
    yield Moment("a card to come back to", texts, page.evaluate(SIGNS))
    pupil.send_as_it_is()
    yield Moment("a block with open questions", texts[LONG:])
    page.goto("/vragen")
    pupil.answer("3")
    yield Moment("the next block", texts[LONG:])
    while not page.locator("input[name=mensen-verder-2]").count():
        pupil.answer("3")
    yield Moment("the last block", tech_texts)


def _look(moment: Moment, page: Page, size: Size, root: str = PLAIN) -> list[str]:
    """What is wrong on a screen of this size: on the smallest all is asked, else the longest."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.evaluate(DRESS, root)
    texts = moment.texts if size in SMALLEST and root == PLAIN else moment.texts[LONGEST:]
    found = faults(page, texts, moment.signs)
    return [f"{moment.name}, {size} {root}: {fault}" for fault in found]
