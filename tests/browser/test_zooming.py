"""Zooming in as a pupil does it: from the result and back, by card or form, offline, by keys."""

import pytest
from playwright.sync_api import Page, expect

from quiz.domain.bank.load import load_bank
from quiz.domain.bank.texts import load_texts
from tests.browser.chromium import PHONE
from tests.browser.conftest import OpenPage
from tests.browser.eight_pupils import EIGHT
from tests.browser.judges import judge
from tests.browser.pupil import Pupil
from tests.browser.test_result import MOST_SCREENS, MOST_WORDS, WORDS
from tests.live_server import Server

WORLD = "hitech-science"
ASKED = load_bank().zoom_of(WORLD)
SAID = load_texts("nl").results
CARD = f"#wereld-{WORLD}"


def _at(page: Page, server: Server) -> Pupil:
    EIGHT["vwo 5"].arrive(page, server.url)
    return Pupil(page)


def _answers(server: Server) -> dict[str, int]:
    rows = server.rows("SELECT question, value FROM answer")
    return {name: value for name, value in rows if name in ASKED}


@pytest.mark.parametrize("scripts", [True, False])
def test_from_the_result_into_a_world_and_back_with_steps_about_it(
    own_server: Server, open_page: OpenPage, scripts: bool
) -> None:
    page = open_page(own_server, java_script_enabled=scripts, **PHONE)
    pupil = _at(page, own_server)
    assert page.locator(CARD).get_by_text(SAID["zoom.offer"].format(count=len(ASKED))).count() == 1
    pupil.press(f"{CARD} .zoom a")
    assert pupil.heading == "Wat trekt je in Hi-tech & Science?"
    if scripts:
        assert judge(page, "zooming in") == []
    pupil.answer("4")
    assert pupil.path == "/resultaat"
    assert page.url.endswith(CARD)
    expect(page.locator(CARD)).to_contain_text(SAID["zoom.all"])
    assert _answers(own_server) == dict.fromkeys(ASKED, 4)
    page.go_back()
    assert pupil.path == "/resultaat"
    page.goto(f"/vragen/inzoomen/{WORLD}?blok=1")
    pupil.answer("5")
    assert _answers(own_server) == dict.fromkeys(ASKED, 5)


def test_it_keeps_the_result_within_a_few_screens_and_words(
    own_server: Server, open_page: OpenPage
) -> None:
    page = open_page(own_server, **PHONE)
    _at(page, own_server)
    for values in ((), "5222", "5522"):
        if values:
            page.goto(f"/vragen/inzoomen/{WORLD}?blok=1")
            for question, value in zip(ASKED, (values * len(ASKED))[: len(ASKED)], strict=True):
                page.locator(f"#{question}-{value}").evaluate("radio => radio.checked = true")
            Pupil(page).send_as_it_is()
        for language in ("nl", "en"):
            page.goto(f"/resultaat?taal={language}")
            assert len(page.evaluate(WORDS)) <= MOST_WORDS
            screens = page.evaluate("document.documentElement.scrollHeight") / 844
            assert screens <= MOST_SCREENS
        page.goto("/resultaat?taal=nl")


def test_without_internet_the_answers_wait_and_go_from_whichever_page_is_next(
    own_server: Server, open_page: OpenPage
) -> None:
    page = open_page(own_server, expecting=409, **PHONE)
    pupil = _at(page, own_server)
    page.goto(f"/vragen/inzoomen/{WORLD}")
    page.context.set_offline(True)
    for value in ("5", "2", "3"):
        pupil.choose_in(pupil.card, value)
    expect(page.locator("[data-sign=waiting]")).to_be_visible()
    assert _answers(own_server) == {}
    # An answer of long ago, from another device, waits as well: it came too late.
    page.evaluate(
        """() => {
          const attempt = document.querySelector('form[data-attempt]').dataset.attempt;
          localStorage.setItem(`answer:${attempt}:brace-lopen`, '5 1 900');
        }"""
    )
    page.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("[data-sign=saved]")).to_be_visible()
    assert [_answers(own_server).get(name) for name in ASKED] == [5, 2, 3, None, None, None]


def test_the_keys_answer_a_world_from_the_first_question_to_the_last(
    own_server: Server, open_page: OpenPage
) -> None:
    page = open_page(own_server)
    pupil = _at(page, own_server)
    page.goto(f"/vragen/inzoomen/{WORLD}")
    for place, _question in enumerate(ASKED):
        page.keyboard.press(str(place % 5 + 1))
    page.wait_for_url("**/resultaat**")
    assert pupil.path == "/resultaat"
    assert _answers(own_server) == {name: n % 5 + 1 for n, name in enumerate(ASKED)}
