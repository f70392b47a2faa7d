"""Reading aloud on devices that say nothing, say it late, or cannot: the button tells the truth."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.waiting import at_the_questions, stop_the_clock
from tests.live_server import Server

DEVICE = """
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
window.device = { voices: VOICES, said: [], cancelled: 0 };
Object.defineProperty(window, 'speechSynthesis', {value: {
  getVoices: () => device.voices, cancel() { device.cancelled += 1; SPEAKING },
  speak(words) { device.said.push(words); SPEAK },
}});"""
DUTCH = "{localService: true, lang: 'nl-NL'}"
FLEMISH = "{localService: true, lang: 'nl-BE'}"
PRESSED, RESTING = "true", "false"


def _at_the_questions(
    page: Page, voices: str = f"[{DUTCH}]", speak: str = "", speaking: str = ""
) -> Page:
    device = DEVICE.replace("VOICES", voices).replace("SPEAKING", speaking).replace("SPEAK", speak)
    stop_the_clock(page)
    page.add_init_script(device)
    at_the_questions(page)
    return page


def _expect(page: Page, pressed: str) -> None:
    expect(page.locator(".listen")).to_have_attribute("aria-pressed", pressed)


@pytest.mark.parametrize(
    "speak",
    [
        pytest.param(
            "setTimeout(() => words.onerror({error: 'synthesis-failed'}), 100)", id="error"
        ),
        pytest.param("throw new Error('mute')", id="throws"),
        pytest.param("", id="no event at all"),
        pytest.param("words.onstart(); this.speaking = false", id="no end"),
        pytest.param("words.onstart(); this.speaking = true", id="speaks for ever"),
    ],
)
def test_whatever_the_device_does_the_button_comes_to_rest_and_can_be_pressed_again(
    server: Server, open_page: OpenPage, speak: str
) -> None:
    page = _at_the_questions(open_page(server), speak=speak)
    for time in (1, 2):
        page.locator(".listen").click()
        page.clock.run_for(60_000)
        _expect(page, RESTING)
        assert page.evaluate("device.said.length") == time
    assert page.evaluate("document.documentElement.classList.contains('one-by-one')")


def test_the_late_end_of_a_text_that_was_stopped_stops_no_other(
    server: Server, open_page: OpenPage
) -> None:
    page = _at_the_questions(open_page(server), speak="words.onstart()")
    button = page.locator(".listen")
    for pressed in (PRESSED, RESTING, PRESSED):
        button.click()
        _expect(page, pressed)
    for event in ("onend", "onerror"):
        page.evaluate(f"device.said[0].{event}({{}})")
        _expect(page, PRESSED)
    page.evaluate("device.said[1].onend({})")
    _expect(page, RESTING)


def test_voices_that_come_late_without_a_word_are_offered(
    server: Server, open_page: OpenPage
) -> None:
    page = _at_the_questions(open_page(server), voices="[]")
    expect(page.locator(".listen")).to_be_hidden()
    page.evaluate(f"device.voices = [{DUTCH}]")
    page.clock.run_for(20_000)
    expect(page.locator(".listen")).to_be_visible()


@pytest.mark.parametrize(
    ("voices", "chosen"),
    [
        (f"[{FLEMISH}, {DUTCH}]", "nl-NL"),
        (f"[{FLEMISH}, {{localService: true, lang: 'nl_NL'}}]", "nl_NL"),
        (f"[{{localService: false, lang: 'nl-NL'}}, {FLEMISH}]", "nl-BE"),
        (f"[{{localService: true}}, {FLEMISH}]", "nl-BE"),
    ],
)
def test_the_voice_of_the_own_region_goes_first(
    server: Server, open_page: OpenPage, voices: str, chosen: str
) -> None:
    page = _at_the_questions(open_page(server), voices=voices)
    page.locator(".listen").click()
    assert page.evaluate("device.said[0].voice.lang") == chosen
