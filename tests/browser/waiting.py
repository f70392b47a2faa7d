"""A pupil at the questions, and what waits in their browser to be sent."""

import json
from typing import Any

from playwright.sync_api import Page

from tests.browser.pupil import Pupil

KEPT = "JSON.stringify(Object.entries(localStorage).filter(([key]) => key.startsWith('answer:')))"


def at_the_questions(page: Page) -> Pupil:
    pupil = Pupil(page)
    pupil.begin()
    return pupil


def sign(page: Page, name: str) -> Any:
    return page.locator(f"[data-sign={name}]")


def kept(page: Page) -> list[list[str]]:
    kept: list[list[str]] = json.loads(page.evaluate(KEPT))
    return kept
