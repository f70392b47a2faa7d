"""How long an answer took is true, however it is given; what was not measured is not invented."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page

from tests.browser.chromium import LAPTOP, PHONE, Options
from tests.browser.conftest import OpenPage
from tests.browser.pupil import LAST_CARD, RESULT, Pupil
from tests.browser.stored import questions_shown
from tests.browser.waiting import NOON, all_is_sent, at_the_questions, stop_the_clock
from tests.live_server import Server

Way = Callable[[Pupil, str], None]
TIMES = "SELECT milliseconds FROM answer ORDER BY sequence"
REMARK = "heel snel"
PACE, HURRY = 2000, 450
SEEN = """hidden => {
  Object.defineProperty(document, 'hidden', {get: () => hidden, configurable: true});
  document.dispatchEvent(new Event('visibilitychange'));
}"""


def tap(pupil: Pupil, value: str) -> None:
    pupil.card.locator(f"label:has([value='{value}'])").tap()


def click(pupil: Pupil, value: str) -> None:
    pupil.choose_in(pupil.card, value)


def press(pupil: Pupil, value: str) -> None:
    pupil.page.keyboard.press(value)


def walk(pupil: Pupil, how: Way, pace: int) -> None:
    """Answer all questions at this pace, with answers that differ."""
    number = 0
    while pupil.page.locator(".one-by-one .question").count():
        number += 1
        pupil.page.clock.run_for(pace)
        if pupil.page.locator(LAST_CARD).count():
            with pupil.page.expect_navigation():
                how(pupil, str(1 + number * 3 % 5))
                pupil.page.clock.run_for(1)
        else:
            how(pupil, str(1 + number * 3 % 5))


def begin(page: Page, time: datetime = NOON) -> Pupil:
    """At the first question, with a clock that only we move."""
    stop_the_clock(page, time)
    return at_the_questions(page)


def times(server: Server) -> list[int | None]:
    return [milliseconds for (milliseconds,) in server.rows(TIMES)]


@pytest.mark.parametrize(
    ("how", "size"), [(tap, PHONE), (click, LAPTOP), (press, LAPTOP)], ids=["tap", "mouse", "key"]
)
def test_who_takes_two_seconds_a_question_is_never_told_to_be_fast(
    own_server: Server, open_page: OpenPage, how: Way, size: Options
) -> None:
    pupil = begin(open_page(own_server, **size))
    walk(pupil, how, PACE)
    pupil.page.clock.resume()
    pupil.answer_until(RESULT)
    found = times(own_server)
    assert len(found) == questions_shown(own_server)
    assert [each for each in found if each is None or not PACE <= each < PACE + 20] == []
    assert REMARK not in pupil.page.locator("main").inner_text()


@pytest.mark.parametrize(("how", "size"), [(tap, PHONE), (press, LAPTOP)], ids=["tap", "key"])
def test_who_really_hurries_is_still_told_so(
    own_server: Server, open_page: OpenPage, how: Way, size: Options
) -> None:
    pupil = begin(open_page(own_server, **size))
    walk(pupil, how, HURRY)
    pupil.page.clock.resume()
    pupil.answer_until(RESULT)
    found = [each for each in times(own_server) if each is not None]
    assert found
    assert [each for each in found if not HURRY <= each < HURRY + 20] == []
    assert REMARK in pupil.page.locator("main").inner_text()


def test_going_back_and_choosing_again_counts_how_long_it_was_looked_at(
    own_server: Server, open_page: OpenPage
) -> None:
    pupil = begin(open_page(own_server, **PHONE))
    for value in ("1", "2"):
        pupil.page.clock.run_for(PACE)
        tap(pupil, value)
    pupil.page.locator(".back").tap()
    pupil.page.locator(".back").tap()
    pupil.page.clock.run_for(PACE)
    tap(pupil, "5")
    all_is_sent(pupil.page)
    second, first = times(own_server)
    assert second is not None
    assert first is not None
    assert PACE <= second < 2 * PACE <= first


@pytest.mark.parametrize("told", [True, False], ids=["hidden", "asleep without a word"])
def test_a_page_that_nobody_looked_at_does_not_count_that_time(
    own_server: Server, open_page: OpenPage, told: bool
) -> None:
    pupil = begin(open_page(own_server, **PHONE))
    pupil.page.clock.run_for(PACE)
    if told:
        pupil.page.evaluate(SEEN, True)
    pupil.page.clock.fast_forward("01:00:00")
    if told:
        pupil.page.evaluate(SEEN, False)
    tap(pupil, "4")
    pupil.page.clock.run_for(PACE)
    tap(pupil, "3")
    pupil.page.clock.run_for(PACE)
    all_is_sent(pupil.page)
    first, second = times(own_server)
    assert (first is not None and PACE <= first < 3 * PACE) if told else first is None
    assert second is not None
    assert PACE <= second < 3 * PACE


@pytest.mark.parametrize("moment", ["2009-01-01", "2026-11-26", "2032-01-01", "2099-01-01"])
def test_a_clock_that_is_put_right_or_wrong_in_between_changes_no_time_and_no_order(
    own_server: Server, open_page: OpenPage, moment: str
) -> None:
    page = open_page(own_server, **PHONE)
    pupil = begin(page, datetime(2032, 6, 1, tzinfo=UTC))
    page.clock.run_for(PACE)
    tap(pupil, "4")
    page.clock.set_system_time(moment)
    page.clock.run_for(PACE)
    tap(pupil, "3")
    page.locator(".back").tap()
    page.clock.run_for(PACE)
    tap(pupil, "1")
    all_is_sent(page)
    assert own_server.rows("SELECT value FROM answer ORDER BY sequence") == [(4,), (1,)]
    assert [each for each in times(own_server) if each is None or not 1500 < each < 9000] == []
    [(ahead,)] = own_server.rows(
        "SELECT max(sequence) - 1000 * CAST(strftime('%s', 'now') AS INTEGER) FROM answer"
    )
    assert ahead < 60_000, "the sequence follows our clock, not that of the tablet"


def test_of_two_tabs_only_the_one_that_is_looked_at_measures(
    own_server: Server, open_page: OpenPage
) -> None:
    one = begin(open_page(own_server))
    other = Pupil(one.page.context.new_page())
    other.page.goto("/vragen")
    one.page.evaluate(SEEN, True)
    for pupil in (one, other):
        pupil.page.clock.run_for(5 * PACE)
    click(other, "4")
    all_is_sent(other.page)
    other.page.evaluate(SEEN, True)
    one.page.bring_to_front()
    one.page.evaluate(SEEN, False)
    one.page.clock.run_for(PACE)
    click(one, "2")
    all_is_sent(one.page)
    [newest] = times(own_server)
    assert newest is not None
    assert PACE <= newest < PACE + 20


@pytest.mark.parametrize("broken", ["no scripts", "no steady clock", "a clock that stands still"])
def test_what_cannot_be_measured_is_not_sent(
    own_server: Server, open_page: OpenPage, broken: str
) -> None:
    page = open_page(own_server, java_script_enabled=broken != "no scripts")
    if broken == "no steady clock":
        page.add_init_script("performance.now = undefined")
    elif broken != "no scripts":
        page.add_init_script("performance.now = () => 12")
    pupil = at_the_questions(page)
    pupil.answer()
    assert times(own_server) == [None] * 7
