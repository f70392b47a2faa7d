"""One device for more pupils: nothing is lost, nothing is mixed, nothing can be read back."""

import json

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.waiting import at_the_questions, kept, sign
from tests.live_server import Server

COUNT = "SELECT count(*) FROM answer WHERE value = 4"


def test_a_shared_device_is_not_handed_on_before_the_last_answer_is_sent(
    own_server: Server, open_page: OpenPage
) -> None:
    pupil = at_the_questions(open_page(own_server))
    page = pupil.page
    page.route("**/vragen/antwoord", lambda route: route.abort())
    pupil.choose_in(pupil.card, "4")
    expect(sign(page, "waiting")).to_be_visible()
    pupil.press("a[href='/volgende']")
    page.locator("main form button").first.click()
    expect(sign(page, "going")).to_be_visible()
    assert pupil.path == "/volgende"
    with page.expect_navigation():
        page.unroute("**/vragen/antwoord")
    assert pupil.path == "/"
    assert own_server.rows(COUNT) == [(1,)]
    assert page.evaluate("localStorage.length") == 0


def test_what_waits_of_one_pupil_is_never_sent_as_an_answer_of_another(
    own_server: Server, open_page: OpenPage
) -> None:
    pupil = at_the_questions(open_page(own_server))
    page = pupil.page
    page.route("**/vragen/antwoord", lambda route: route.abort())
    pupil.choose_in(pupil.card, "4")
    expect(sign(page, "waiting")).to_be_visible()
    page.context.clear_cookies()
    page.unroute("**/vragen/antwoord")
    at_the_questions(page)
    expect(pupil.card.locator(".number")).to_have_text("Vraag 1 van 28")
    pupil.choose_in(pupil.card, "5")
    expect(sign(page, "saved")).to_be_visible()
    assert own_server.rows("SELECT value FROM answer") == [(5,)]
    assert len(kept(page)) == 1


def test_the_page_and_the_device_hold_no_number_or_code_of_the_pupil(
    own_server: Server, open_page: OpenPage
) -> None:
    pupil = at_the_questions(open_page(own_server))
    page = pupil.page
    page.route("**/vragen/antwoord", lambda route: route.abort())
    pupil.choose_in(pupil.card, "4")
    [(number,)] = own_server.rows("SELECT id FROM attempt")
    assert str(number) not in page.content() + json.dumps(kept(page))
