"""What a filter, a portal or a wrong belief about the network says is never taken for our word."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.browser.chromium import PHONE
from tests.browser.conftest import OpenPage
from tests.browser.waiting import BY_ITSELF, all_is_sent, at_the_questions, kept, sign
from tests.live_server import Server

ONE, BLOCK = "**/vragen/antwoord", "**/vragen"
COUNT = "SELECT count(*) FROM answer WHERE value = 4"
PAGE = "<h1>Geblokkeerd door SchoolFilter</h1>"
ELSEWHERE = {"location": "/werelden"}
ANSWERS = [
    pytest.param({"status": 204}, id="204"),
    pytest.param({"status": 200, "body": PAGE}, id="200-page"),
    pytest.param({"status": 200}, id="200-empty"),
    pytest.param({"status": 302, "headers": ELSEWHERE}, id="302"),
    pytest.param({"status": 403, "body": PAGE}, id="403"),
    pytest.param({"status": 407}, id="407"),
    pytest.param({"status": 409}, id="409"),
    pytest.param({"status": 422, "body": PAGE}, id="422"),
    pytest.param({"status": 400}, id="400"),
    pytest.param({"status": 511, "body": PAGE}, id="511"),
]
BELIEF = "Object.defineProperty(Navigator.prototype, 'onLine', {get: () => %s})"


def _filtering(answer: dict[str, object]) -> Callable[[Route], None]:
    """A filter that stops what is sent, and lets pages through."""

    def fulfill(route: Route) -> None:
        if route.request.method == "POST":
            route.fulfill(**answer)  # type: ignore[arg-type]
        else:
            route.fallback()

    return fulfill


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_filter_is_named_stops_nobody_and_costs_no_answer(
    own_server: Server, open_page: OpenPage, answer: dict[str, object]
) -> None:
    status = int(str(answer["status"]))
    pupil = at_the_questions(open_page(own_server, expecting=status, **PHONE))
    page, filtering = pupil.page, _filtering(answer)
    # It is named, and after a reload nothing is lost.
    page.route(ONE, filtering)
    for _answer in range(3):
        pupil.choose_in(pupil.card, "4")
    expect(sign(page, "filter")).to_be_visible()
    for wrong in ("saved", "stranger", "finished", "refused"):
        expect(sign(page, wrong)).to_be_hidden()
    assert len(kept(page)) == 3
    page.unroute(ONE)
    page.reload()
    all_is_sent(page)
    assert own_server.rows(COUNT) == [(3,)]
    # When it stops single answers it stops nobody.
    page.route(ONE, filtering)
    with page.expect_navigation():
        pupil.choose_all("4")
    assert "Blok 2" in page.title()
    assert own_server.rows(COUNT) == [(7,)]
    assert kept(page) == []
    # When it stops everything the pupil stays here until it is gone.
    page.route(BLOCK, filtering)
    pupil.choose_all("4")
    expect(sign(page, "filter")).to_be_visible()
    assert pupil.path == "/vragen"
    assert "Blok 2" in page.title()
    assert len(kept(page)) == 7
    for address in (ONE, BLOCK):
        page.unroute(address)
    expect(page).to_have_title(re.compile("Blok 3"), timeout=BY_ITSELF)  # nobody presses anything
    assert own_server.rows(COUNT) == [(14,)]


@pytest.mark.parametrize("belief", ["false", "true", "undefined"])
def test_what_the_browser_believes_of_the_network_stops_nobody(
    own_server: Server, open_page: OpenPage, belief: str
) -> None:
    page = open_page(own_server, **PHONE)
    page.add_init_script(BELIEF % belief)
    pupil = at_the_questions(page)
    pupil.answer_cards("4")
    assert own_server.rows(COUNT) == [(7,)]
    pupil.press("a.earlier")
    assert "Blok 1" in page.title()
    pupil.press("a[href='/volgende']")
    pupil.press_on()
    assert "/volgende" not in page.url


@pytest.mark.parametrize("belief", ["false", "true"])
def test_without_network_the_pupil_stays_whatever_the_browser_believes(
    own_server: Server, open_page: OpenPage, belief: str
) -> None:
    page = open_page(own_server, **PHONE)
    page.add_init_script(BELIEF % belief)
    page.clock.install(time=0)
    pupil = at_the_questions(page)
    page.context.set_offline(True)
    pupil.choose_all("4")
    expect(sign(page, "going")).to_be_visible()
    page.clock.pause_at(3_600_000)  # no try of the page itself has something else to say
    page.locator("a[href='/volgende']").click()
    expect(sign(page, "shut")).to_be_visible()
    assert pupil.path == "/vragen"
    page.clock.resume()
    page.context.set_offline(False)
    expect(page).to_have_title(re.compile("Blok 2"), timeout=BY_ITSELF)  # by itself, as it says
    assert own_server.rows(COUNT) == [(7,)]
