"""`python -m tests.browser.clicks`: how much it takes staff to do what they do every day.

A laptop of 1280 x 800, a mouse and a keyboard. Counted: clicks (a list costs two: open it and
choose), keys, and how far down the page somebody must go to see what to press. The clock is that
of the pages alone, until what was wanted stands there; a hand's seconds are reckoned from the
counts with the times of Card, Moran and Newell (1983). `test_clicks.py` holds the counts.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Browser, Locator, Page, expect

from quiz.lab.bench.table import machine
from tests.browser import chromium
from tests.browser.chromium import LAPTOP
from tests.browser.staff_tour import fill
from tests.browser.talks import COUNSELLOR, shared_results
from tests.browser.teacher import Teacher
from tests.live_server import Server

CODE, NEW_CLASS = "code on the board, of a class that is there", "the same, of a new class"
PICTURE = "from the progress of 12 who are done to the picture on the board"
STEP = "from the list of talks to a step that is agreed"
PUPILS = 12
# Seconds of a hand: to point and press, for one key, to reach for the keys and back, to make up
# one's mind before each of them, and (our own assumption) to roll down one screen.
PRESS, KEY, REACH, MIND, SCREEN = 1.3, 0.28, 0.8, 1.35, 1.0
DOWN = "each => Math.max(0, each.getBoundingClientRect().bottom - innerHeight) / innerHeight"


@dataclass
class Hand:
    """A mouse and a keyboard that count; `screens` is how far they rolled down."""

    page: Page
    clicks: int = 0
    keys: int = 0
    minds: int = 0
    reaches: int = 0
    screens: float = 0.0

    def __post_init__(self) -> None:
        self._began = time.perf_counter()
        self.clock = 0.0

    def press(self, target: Locator) -> None:
        """Go to it and press."""
        self._go_to(target)
        self.clicks += 1
        target.click()

    def choose(self, target: Locator, value: str) -> None:
        """Open a list and choose from it."""
        self._go_to(target)
        self.clicks += 2
        target.select_option(value)

    def write(self, target: Locator, text: str) -> None:
        """Press in a field and type."""
        self.press(target)
        self.reaches += 1
        self.keys += len(text)
        target.press_sequentially(text)

    def sees(self, target: Locator) -> "Hand":
        """What was wanted stands there: the clock stops."""
        expect(target).to_be_visible()
        self.clock = time.perf_counter() - self._began
        return self

    @property
    def seconds(self) -> float:
        """What it takes a person, pages included."""
        thinking = MIND * self.minds + REACH * self.reaches
        return thinking + PRESS * self.clicks + KEY * self.keys + SCREEN * self.screens + self.clock

    def _go_to(self, target: Locator) -> None:
        self.minds += 1
        target.wait_for()
        self.screens += target.evaluate(DOWN)
        target.scroll_into_view_if_needed()


def ways(browser: Browser, server: Server, share_id: int) -> Iterator[tuple[str, Hand]]:
    """Every way by its name, with what it took."""
    page = browser.new_page(base_url=server.url, **chromium.STILL, **LAPTOP)
    page.set_default_timeout(chromium.PATIENCE_MS)
    teacher = Teacher(page, server)
    teacher.sign_in()
    yield CODE, _code_of_a_class(page)
    yield NEW_CLASS, _code_of_a_new_class(page)
    number = teacher.make_class("3C")
    fill(server, teacher.code(), PUPILS)
    page.goto(f"/klassen/{number}/voortgang")
    yield PICTURE, _picture(page)
    page.context.close()
    page = browser.new_page(base_url=server.url, **chromium.STILL, **LAPTOP)
    Teacher(page, server, COUNSELLOR).sign_in()
    yield STEP, _step(page, share_id)
    page.context.close()


def _code_of_a_class(page: Page) -> Hand:
    page.goto("/klassen")
    hand = Hand(page)
    with page.expect_popup() as board:
        hand.press(page.locator("tbody").get_by_role("link", name="Code op het bord").first)
    return _closed(hand.sees(board.value.locator("main .code")), board.value)


def _code_of_a_new_class(page: Page) -> Hand:
    page.goto("/klassen")
    hand = Hand(page)
    hand.press(page.get_by_role("link", name="Nieuwe klas"))
    hand.write(page.locator("#name"), "2B")
    hand.choose(page.locator("#school_type"), "havo")
    hand.choose(page.locator("#year"), "2")
    hand.press(page.get_by_role("button", name="Maak de klas"))
    with page.expect_popup() as board:
        hand.press(page.locator(".card").get_by_role("link", name="Code op het bord").first)
    return _closed(hand.sees(board.value.locator("main .code")), board.value)


def _picture(page: Page) -> Hand:
    hand = Hand(page)
    with page.expect_popup() as board:
        hand.press(page.get_by_role("button", name="Maak het klassenbeeld"))
    return _closed(hand.sees(board.value.get_by_role("heading", name="Wat denk je")), board.value)


def _step(page: Page, share_id: int) -> Hand:
    page.goto("/gesprekken")
    hand = Hand(page)
    hand.press(page.locator(f"main a[href='/gesprekken/{share_id}']"))
    hand.choose(page.locator("select[name=kind]"), "open-day")
    hand.choose(page.locator("select[name=month]"), _next_month(page))
    hand.press(page.get_by_role("button", name="Schrijf op"))
    return hand.sees(page.locator(".agreed-steps strong"))


def _next_month(page: Page) -> str:
    value = page.locator("select[name=month] option").nth(2).get_attribute("value")
    assert value
    return value


def _closed(hand: Hand, board: Page) -> Hand:
    board.close()
    return hand


def main() -> None:
    """Measure and print a table."""
    path = chromium.required()
    print(machine(), flush=True)  # noqa: T201
    print("| way | clicks | keys | screens down | the pages | a hand |")  # noqa: T201
    print("| --- | --- | --- | --- | --- | --- |")  # noqa: T201
    with chromium.running(path) as browser, shared_results() as (server, shares):
        for name, hand in ways(browser, server, shares["clear"]):
            print(_line(name, hand), flush=True)  # noqa: T201


def _line(name: str, hand: Hand) -> str:
    counts = f"{hand.clicks} | {hand.keys} | {hand.screens:.1f}"
    return f"| {name} | {counts} | {hand.clock:.1f} s | {hand.seconds:.0f} s |"


if __name__ == "__main__":
    main()
