"""One question at a time: with a finger, with keys, back and forth, read aloud."""

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import LAPTOP, PHONE, Options
from tests.browser.conftest import OpenPage
from tests.browser.waiting import at_the_questions
from tests.live_server import Server

VALUES = "SELECT question, value FROM answer ORDER BY question"
VOICES = """window.speechSynthesis = undefined;
Object.defineProperty(window, 'speechSynthesis', {value: {
  said: [], getVoices: () => VOICES, cancel() {}, addEventListener() {},
  speak(words) { this.said.push(words.text); },
}});
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };"""
OWN_VOICE = "[{localService: true, lang: 'nl-NL'}]"
VOICE_ELSEWHERE = "[{localService: false, lang: 'nl-NL'}, {localService: true, lang: 'fr-FR'}]"
ASKED = ".asked"
FOCUSED = "document.activeElement.textContent"


@pytest.mark.parametrize(
    "size", [pytest.param(PHONE, id="phone"), pytest.param(LAPTOP, id="laptop")]
)
def test_a_choice_brings_the_next_question_at_once_and_the_focus_with_it(
    server: Server, open_page: OpenPage, size: Options
) -> None:
    pupil = at_the_questions(open_page(server, **size))
    first = pupil.card.locator(ASKED).inner_text()
    pupil.choose_in(pupil.card, "4")
    expect(pupil.card.locator(ASKED)).not_to_have_text(first)
    assert "2 van 28" in pupil.page.evaluate(FOCUSED)
    assert pupil.page.locator("main form fieldset").filter(visible=True).count() == 1


def test_a_finger_that_taps_twice_does_not_answer_the_next_question(
    server: Server, open_page: OpenPage
) -> None:
    pupil = at_the_questions(open_page(server, **PHONE))
    face = pupil.card.locator("label").first.bounding_box()
    assert face is not None
    place = (face["x"] + face["width"] / 2, face["y"] + face["height"] / 2)
    pupil.page.mouse.dblclick(*place, delay=0)
    expect(pupil.card.locator(".number")).to_have_text("Vraag 2 van 28")
    assert pupil.page.locator(":checked").count() == 1


def test_the_pupil_goes_back_changes_an_answer_and_returns_to_where_they_were(
    own_server: Server, open_page: OpenPage
) -> None:
    pupil = at_the_questions(open_page(own_server))
    for _card in range(3):
        pupil.choose_in(pupil.card, "2")
    pupil.page.locator(".back").click()
    pupil.page.locator(".back").click()
    expect(pupil.card.locator("input[value='2']")).to_be_checked()
    pupil.choose_in(pupil.card, "5")
    expect(pupil.card.locator(".number")).to_have_text("Vraag 4 van 28")
    pupil.page.reload()
    expect(pupil.card.locator(".number")).to_have_text("Vraag 4 van 28")
    assert sorted(value for _question, value in own_server.rows(VALUES)) == [2, 2, 5]


def test_keys_from_1_to_5_and_0_answer_and_other_keys_do_nothing(
    own_server: Server, open_page: OpenPage
) -> None:
    pupil = at_the_questions(open_page(own_server))
    with pupil.page.expect_navigation():
        for key in ("1", "9", "2", "x", "3", "4", "5", "0", "Control+1", "3"):
            pupil.page.keyboard.press(key)
    values = sorted(value for _question, value in own_server.rows(VALUES))
    assert values == [0, 1, 2, 3, 3, 4, 5]


def test_with_the_arrow_keys_one_looks_around_and_enter_goes_on(
    server: Server, open_page: OpenPage
) -> None:
    pupil = at_the_questions(open_page(server))
    keyboard = pupil.page.keyboard
    keyboard.press("Tab")
    for _face in range(3):
        keyboard.press("ArrowRight")
    expect(pupil.card.locator(".number")).to_have_text("Vraag 1 van 28")
    expect(pupil.card.locator(":checked")).to_have_count(1)
    keyboard.press("Enter")
    expect(pupil.card.locator(".number")).to_have_text("Vraag 2 van 28")


def test_a_question_is_read_aloud_by_a_voice_of_this_device(
    server: Server, open_page: OpenPage
) -> None:
    page = open_page(server)
    page.add_init_script(VOICES.replace("VOICES", OWN_VOICE))
    pupil = at_the_questions(page)
    page.get_by_role("button", name="Lees voor").click()
    said = page.evaluate("speechSynthesis.said")
    assert said[0].startswith(pupil.card.locator(ASKED).inner_text())
    assert said[0].endswith("niks. niet zo. gaat wel. leuk. super. geen idee")


def test_a_voice_that_lives_elsewhere_or_speaks_another_language_is_not_offered(
    server: Server, open_page: OpenPage
) -> None:
    page = open_page(server)
    page.add_init_script(VOICES.replace("VOICES", VOICE_ELSEWHERE))
    at_the_questions(page)
    expect(page.locator(".listen")).to_be_hidden()


def test_when_a_script_does_not_arrive_the_whole_form_is_there(
    server: Server, open_page: OpenPage
) -> None:
    page = open_page(server)
    page.route("**/js/*", lambda route: route.abort())
    pupil = at_the_questions(page)
    assert page.locator("main form fieldset").filter(visible=True).count() == 7
    pupil.answer()
    assert "2" in page.title()
