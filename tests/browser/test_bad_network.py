"""The network goes away, a phone sleeps: no answer is lost."""

from playwright.sync_api import Route, expect

from tests.browser.chromium import PHONE
from tests.browser.conftest import OpenPage
from tests.browser.pupil import LAST_CARD
from tests.browser.waiting import (
    BY_ITSELF,
    all_is_sent,
    at_the_questions,
    kept,
    sign,
    stop_the_clock,
)
from tests.live_server import Server

COUNT = "SELECT count(*) FROM answer WHERE value = 4"


def test_a_block_without_network_is_kept_and_goes_on_by_itself_when_it_is_back(
    own_server: Server, open_page: OpenPage
) -> None:
    pupil = at_the_questions(open_page(own_server, **PHONE))
    page = pupil.page
    page.context.set_offline(True)
    while page.locator(LAST_CARD).count() == 0:
        pupil.choose_in(pupil.card, "4")
    expect(sign(page, "waiting")).to_be_visible()
    pupil.choose_in(pupil.card, "4")
    expect(sign(page, "going")).to_be_visible()
    assert own_server.rows(COUNT) == [(0,)]
    assert len(kept(page)) == 7
    with page.expect_navigation(timeout=BY_ITSELF):
        page.context.set_offline(False)
    assert own_server.rows(COUNT) == [(7,)]
    assert kept(page) == []
    pupil.arrive()


def test_without_network_a_link_says_so_and_the_question_stays(
    server: Server, open_page: OpenPage
) -> None:
    pupil = at_the_questions(open_page(server))
    page = pupil.page
    page.context.set_offline(True)
    page.locator("a[href='/volgende']").click()
    expect(sign(page, "shut")).to_be_visible()
    expect(pupil.card.locator(".number")).to_have_text("Vraag 1 van 28")
    page.context.set_offline(False)
    pupil.press("a[href='/volgende']")


def test_answers_that_could_not_be_sent_survive_a_page_that_is_opened_again(
    own_server: Server, open_page: OpenPage
) -> None:
    pupil = at_the_questions(open_page(own_server))
    page = pupil.page
    page.route("**/vragen/antwoord", lambda route: route.abort())
    pupil.choose_in(pupil.card, "4")
    pupil.choose_in(pupil.card, "4")
    expect(sign(page, "waiting")).to_be_visible()
    page.reload()
    expect(pupil.card.locator(".number")).to_have_text("Vraag 3 van 28")
    page.unroute("**/vragen/antwoord")
    all_is_sent(page)
    expect(sign(page, "saved")).to_be_visible()
    assert own_server.rows(COUNT) == [(2,)]


def test_a_server_that_is_away_for_a_moment_is_asked_again(
    own_server: Server, open_page: OpenPage
) -> None:
    page = open_page(own_server, expecting=503)
    pupil = at_the_questions(page)
    busy = [True, True]

    def sometimes(route: Route) -> None:
        if busy:
            busy.pop()
            route.fulfill(status=503, body="")
        else:
            route.continue_()

    page.route("**/vragen/antwoord", sometimes)
    pupil.choose_in(pupil.card, "4")
    expect(sign(page, "saved")).to_be_visible()
    assert own_server.rows(COUNT) == [(1,)]


def test_a_network_that_comes_back_during_a_try_is_used_within_two_seconds(
    own_server: Server, open_page: OpenPage
) -> None:
    """However long the network was away, and so however long the page waits between two tries."""
    page = open_page(own_server, **PHONE)
    stop_the_clock(page)
    pupil = at_the_questions(page)
    held: list[Route] = []
    is_back = False

    def hold(route: Route) -> None:
        if is_back:
            route.fallback()
        else:
            held.append(route)

    page.route("**/vragen/antwoord", hold)
    pupil.choose_in(pupil.card, "4")
    for last in (False, False, False, False, True):
        while not held:
            page.clock.run_for(1000)
        page.clock.run_for(1600)
        expect(sign(page, "busy")).to_be_visible()
        if last:
            is_back = True
            page.evaluate("dispatchEvent(new Event('online'))")
        held.pop().abort()
        expect(sign(page, "waiting")).to_be_visible()
    page.clock.run_for(1500)
    all_is_sent(page)
    assert own_server.rows(COUNT) == [(1,)]


def test_a_slow_network_asks_for_patience_and_never_says_that_it_is_away(
    server: Server, open_page: OpenPage
) -> None:
    page = open_page(server)
    pupil = at_the_questions(page)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/vragen/antwoord", hold)
    pupil.choose_in(pupil.card, "4")
    expect(sign(page, "busy")).to_be_visible()
    held.pop().continue_()
    expect(sign(page, "saved")).to_be_visible()
    expect(sign(page, "busy")).to_be_hidden()


def test_a_phone_that_slept_an_hour_goes_on_where_it_was(
    own_server: Server, open_page: OpenPage
) -> None:
    page = open_page(own_server, **PHONE)
    page.clock.install()
    pupil = at_the_questions(page)
    pupil.choose_in(pupil.card, "4")
    page.clock.fast_forward("01:00:00")
    pupil.answer_cards("4")
    assert own_server.rows(COUNT) == [(7,)]
