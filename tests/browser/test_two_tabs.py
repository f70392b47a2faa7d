"""Two tabs are open, the cookie is gone: no answer is lost or undone."""

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.pupil import LAST_CARD, Pupil
from tests.browser.waiting import at_the_questions, kept, sign
from tests.live_server import Server

COUNT = "SELECT count(*) FROM answer WHERE value = 4"


def test_two_tabs_show_the_same_and_the_newest_answer_stays(
    own_server: Server, open_page: OpenPage
) -> None:
    one = at_the_questions(open_page(own_server))
    other = Pupil(one.page.context.new_page(), seed=9)
    other.page.goto("/vragen")
    one.choose_in(one.card, "2")
    other.page.bring_to_front()
    other.choose_in(other.card, "5")
    expect(sign(other.page, "saved")).to_be_visible()
    one.page.bring_to_front()
    while one.page.locator(LAST_CARD).count() == 0:
        one.choose_in(one.card, "4")
    with one.page.expect_navigation():
        one.choose_in(one.card, "4")
    assert own_server.rows("SELECT value FROM answer WHERE value <> 4") == [(5,)]


def test_an_answer_after_the_result_is_refused_kindly_and_nothing_waits(
    server: Server, open_page: OpenPage
) -> None:
    pupil = at_the_questions(open_page(server, expecting=409))
    late = Pupil(pupil.page.context.new_page(), seed=9)
    late.page.goto("/vragen")
    pupil.page.bring_to_front()
    pupil.arrive()
    late.page.bring_to_front()
    late.choose_in(late.card)
    expect(sign(late.page, "finished").get_by_role("link")).to_be_visible()
    assert kept(late.page) == []


def test_who_is_no_longer_known_keeps_the_answers_until_the_return_code_is_typed(
    own_server: Server, open_page: OpenPage
) -> None:
    page = open_page(own_server, expecting=403)
    pupil = Pupil(page)
    pupil.start()
    code = page.locator(".secret").inner_text()
    pupil.press_on()
    page.context.clear_cookies()
    pupil.choose_in(pupil.card, "4")
    expect(sign(page, "stranger")).to_be_visible()
    assert len(kept(page)) == 1
    sign(page, "stranger").get_by_role("link").click()
    page.locator("#code").fill(code)
    pupil.press_on()
    expect(sign(page, "saved")).to_be_visible()
    assert own_server.rows(COUNT) == [(1,)]
    assert kept(page) == []
