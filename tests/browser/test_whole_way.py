"""The whole way in a real browser: alone and with a class, on a phone and on a laptop."""

import pytest

from tests.browser.chromium import LAPTOP, MOVING, PHONE, Options
from tests.browser.conftest import OpenPage
from tests.browser.pupil import Pupil
from tests.browser.stored import everything_is_stored_once
from tests.live_server import Server

PHONE_NL, LAPTOP_EN = (PHONE, "nl"), (LAPTOP, "en")
ALONE = [
    pytest.param(*PHONE_NL, True, id="phone-nl-with-scripts"),
    pytest.param(*LAPTOP_EN, False, id="laptop-en-without-scripts"),
]
IN_CLASS = [
    pytest.param(*PHONE_NL, False, id="phone-nl-without-scripts"),
    pytest.param(*LAPTOP_EN, True, id="laptop-en-with-scripts"),
]
WORDS = {"nl": "Jouw sterrenhemel", "en": "Your sky"}


@pytest.mark.parametrize(("size", "language", "scripts"), ALONE)
def test_a_pupil_alone_goes_from_the_first_page_to_a_result_and_each_answer_is_stored_once(
    own_server: Server, open_page: OpenPage, size: Options, language: str, scripts: bool
) -> None:
    page = open_page(own_server, **MOVING, **size, java_script_enabled=scripts)
    pupil = Pupil(page, by_hand=True)
    pupil.speak(language)
    pupil.press("main a[href='/start']")
    pupil.start()
    pupil.press_on()
    pupil.answer_until("/resultaat")
    _check_result(pupil, language)
    assert everything_is_stored_once(own_server)
    assert own_server.rows("SELECT count(*) FROM result") == [(1,)]


@pytest.mark.parametrize(("size", "language", "scripts"), IN_CLASS)
def test_a_pupil_of_a_class_types_the_code_and_gets_a_result(
    server: Server, open_page: OpenPage, size: Options, language: str, scripts: bool
) -> None:
    pupil = Pupil(open_page(server, **size, java_script_enabled=scripts))
    pupil.speak(language)
    pupil.page.locator("#code").fill(server.class_code.lower())
    pupil.press_on()
    assert "Demoklas 2B" in pupil.page.locator("main").inner_text()
    pupil.press_on()  # school type and year are the class's: one tap
    nickname = pupil.heading.rsplit(" ", 2)[1:]
    pupil.press_on()
    pupil.answer_until("/resultaat")
    assert " ".join(nickname) in pupil.page.locator("main").inner_text()
    _check_result(pupil, language)


def test_more_questions_make_a_second_result_beside_the_first(
    own_server: Server, open_page: OpenPage
) -> None:
    pupil = Pupil(open_page(own_server))
    pupil.begin()
    pupil.arrive()
    pupil.press_on()
    assert pupil.path == "/vragen"
    pupil.answer()
    pupil.arrive()
    assert own_server.rows("SELECT number FROM result ORDER BY number") == [(1,), (2,)]


def test_a_page_with_open_questions_comes_back_with_what_was_chosen(
    server: Server, open_page: OpenPage
) -> None:
    pupil = Pupil(open_page(server, java_script_enabled=False))
    pupil.begin()
    chosen = pupil.page.locator("fieldset").nth(2).locator("input[type=radio]").nth(3)
    name = chosen.get_attribute("id")
    pupil.choose(chosen)
    pupil.press_on()
    assert pupil.page.locator(f"#{name}").is_checked()
    assert pupil.page.get_by_role("alert").locator("a").count() == 6


def _check_result(pupil: Pupil, language: str) -> None:
    assert pupil.path == "/resultaat"
    assert pupil.heading == WORDS[language]
    assert pupil.page.locator("svg.heaven").filter(visible=True).count() == 1
    pupil.page.locator("#zeker > summary").click()
    assert pupil.page.locator("#zeker table tbody tr").filter(visible=True).count() == 7
