"""What a filter, a portal or a wrong belief about the network says is never taken for our word."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.chromium import PHONE
from tests.browser.conftest import OpenPage
from tests.browser.pupil import LAST_CARD, Pupil
from tests.browser.waiting import all_is_sent, at_the_questions, kept, sign
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


def _any_status(open_page: OpenPage, server: Server, answer: dict[str, object]) -> Page:
    return open_page(server, expecting=int(str(answer.get("status", 0))), **PHONE)


def _filtering(answer: dict[str, object]) -> Callable[[Route], None]:
    """A filter that stops what is sent, and lets pages through."""

    def fulfill(route: Route) -> None:
        if route.request.method == "POST":
            route.fulfill(**answer)  # type: ignore[arg-type]
        else:
            route.fallback()

    return fulfill


def _answer_all(pupil: Pupil) -> None:
    while pupil.page.locator(LAST_CARD).count() == 0:
        pupil.choose_in(pupil.card, "4")
    pupil.choose_in(pupil.card, "4")


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_filter_is_named_and_after_a_reload_nothing_is_lost(
    own_server: Server, open_page: OpenPage, answer: dict[str, object]
) -> None:
    page = _any_status(open_page, own_server, answer)
    pupil = at_the_questions(page)
    page.route(ONE, _filtering(answer))
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


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_filter_that_stops_single_answers_stops_nobody(
    own_server: Server, open_page: OpenPage, answer: dict[str, object]
) -> None:
    page = _any_status(open_page, own_server, answer)
    pupil = at_the_questions(page)
    page.route(ONE, _filtering(answer))
    with page.expect_navigation():
        _answer_all(pupil)
    assert "Blok 2" in page.title()
    assert own_server.rows(COUNT) == [(7,)]
    assert kept(page) == []


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_filter_that_stops_everything_keeps_the_pupil_here_until_it_is_gone(
    own_server: Server, open_page: OpenPage, answer: dict[str, object]
) -> None:
    page = _any_status(open_page, own_server, answer)
    pupil = at_the_questions(page)
    for address in (ONE, BLOCK):
        page.route(address, _filtering(answer))
    _answer_all(pupil)
    expect(sign(page, "filter")).to_be_visible()
    assert pupil.path == "/vragen"
    assert "Blok 1" in page.title()
    assert len(kept(page)) == 7
    for address in (ONE, BLOCK):
        page.unroute(address)
    with page.expect_navigation():
        page.get_by_role("button", name="Verder").click()
    assert own_server.rows(COUNT) == [(7,)]


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
    pupil = at_the_questions(page)
    page.context.set_offline(True)
    _answer_all(pupil)
    expect(sign(page, "going")).to_be_visible()
    page.locator("a[href='/volgende']").click()
    expect(sign(page, "shut")).to_be_visible()
    assert pupil.path == "/vragen"
    page.context.set_offline(False)
    expect(page).to_have_title(re.compile("Blok 2"), timeout=60_000)  # by itself, as it says
    assert own_server.rows(COUNT) == [(7,)]
