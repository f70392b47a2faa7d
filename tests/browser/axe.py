"""What axe has to say about the page that is open, by day and by night."""

from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.chromium import LAPTOP, PHONE

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# By night a page has other colours and nothing else: only the rules about colours are asked again.
COLOURS = ["color-contrast", "link-in-text-block"]
RUN = "rules => axe.run({runOnly: rules, resultTypes: ['violations']})"
LOOKS = [pytest.param("nl", PHONE, id="nl-phone"), pytest.param("en", LAPTOP, id="en-laptop")]


def by_day_and_by_night(page: Page, name: str) -> list[str]:
    """Every finding on this page, each with the page's `name`; empty when there is nothing."""
    page.evaluate(_axe())
    page.emulate_media(color_scheme="light")
    found = [f"{name}: {finding}" for finding in _findings(page, RULES)]
    page.emulate_media(color_scheme="dark")
    return found + [f"{name} by night: {finding}" for finding in _findings(page, COLOURS)]


@cache
def _axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def _findings(page: Page, rules: list[str]) -> list[str]:
    result: dict[str, Any] = page.evaluate(RUN, rules)
    return [
        f"{rule['id']}: {node['html'][:120]} {node['failureSummary']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]
