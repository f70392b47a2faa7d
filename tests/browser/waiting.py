"""A pupil at the questions, and what waits in their browser to be sent."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import Page

from tests.browser.pupil import Pupil

KEPT = "JSON.stringify(Object.entries(localStorage).filter(([key]) => key.startsWith('answer:')))"

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
LOOKS, LOOK_MS = 1200, 50
# What goes by itself may have been tried in vain just before: the page waits 45 s at most.
BY_ITSELF = 60_000


def at_the_questions(page: Page) -> Pupil:
    pupil = Pupil(page)
    pupil.begin()
    return pupil


def stop_the_clock(page: Page, time: datetime = NOON) -> None:
    """From here on only the test moves the clock of this page: a slow test is no slow pupil."""
    page.clock.install(time=time)
    page.clock.pause_at(time + timedelta(hours=1))


def sign(page: Page, name: str) -> Any:
    return page.locator(f"[data-sign={name}]")


def all_is_sent(page: Page) -> None:
    """Wait until nothing waits any more."""
    for _look in range(LOOKS):
        if not kept(page):
            return
        page.wait_for_timeout(LOOK_MS)
    raise AssertionError(f"still waiting: {kept(page)}")


def kept(page: Page) -> list[list[str]]:
    kept: list[list[str]] = json.loads(page.evaluate(KEPT))
    return kept
