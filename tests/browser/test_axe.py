"""axe finds nothing to say about any page: in both languages, by day and by night."""

from functools import cache
from importlib.resources import files
from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from tests.browser.chromium import LAPTOP, PHONE, Options
from tests.browser.conftest import OpenPage
from tests.browser.tour import tour
from tests.server import Server

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "rules => axe.run({runOnly: rules, resultTypes: ['violations']})"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LOOKS = [pytest.param("nl", PHONE, id="nl-phone"), pytest.param("en", LAPTOP, id="en-laptop")]


@pytest.mark.parametrize(("language", "size"), LOOKS)
def test_axe_finds_nothing_on_any_page(
    own_server: Server, open_page: OpenPage, language: str, size: Options
) -> None:
    page = open_page(own_server, reduced_motion="reduce", **size)
    found: list[str] = []
    for name in tour(page, own_server, language):
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found += [f"{name} ({scheme}) {finding}" for finding in _findings(page)]
    assert not found, "\n".join(found)


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
