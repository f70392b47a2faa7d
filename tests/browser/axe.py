"""What axe has to say about the page that is open, by day and by night."""

from functools import cache
from importlib.resources import files
from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from tests.browser.chromium import LAPTOP, PHONE

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "rules => axe.run({runOnly: rules, resultTypes: ['violations']})"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LOOKS = [pytest.param("nl", PHONE, id="nl-phone"), pytest.param("en", LAPTOP, id="en-laptop")]
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


def by_day_and_by_night(page: Page, name: str) -> list[str]:
    """Every finding on this page, each with the page's `name`; empty when there is nothing."""
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found += [f"{name} ({scheme}) {finding}" for finding in _findings(page)]
    return found


def scrolls_sideways(page: Page) -> bool:
    """Whether something on this page is wider than the screen."""
    wide: bool = page.evaluate(SIDEWAYS)
    return wide


@cache
def _axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def _findings(page: Page) -> list[str]:
    page.evaluate(_axe())
    result: dict[str, Any] = page.evaluate(RUN, RULES)
    return [
        f"{rule['id']}: {node['html'][:120]} {node['failureSummary']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]
