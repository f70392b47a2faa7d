"""A page whose shape was well before still shows what is wrong with its words or its look."""

import pytest
from playwright.sync_api import Page

from tests.browser.axe import by_day_and_by_night
from tests.browser.conftest import OpenPage
from tests.live_server import Server

# Each in JavaScript, with the rule that must speak. What has no shape of its own is told by rules
# that are asked every time; all else makes another shape.
BROKEN = {
    "document.querySelector('label').remove()": "label",
    "document.querySelector('h1').insertAdjacentHTML('afterend', '<h4>Kop</h4>')": "heading-order",
    "document.documentElement.removeAttribute('lang')": "html-has-lang",
    "document.documentElement.lang = 'zz'": "html-lang-valid",
    "document.querySelector('main a').textContent = ''": "link-name",
    "document.querySelector('main p').style.color = '#ccc'": "color-contrast",
    "document.querySelector('main').outerHTML = '<div>Los</div>'": "region",
}


def test_what_is_broken_on_a_page_seen_before_is_found(server: Server, open_page: OpenPage) -> None:
    page = open_page(server)
    page.goto("/terug")
    assert by_day_and_by_night(page, "before") == []
    for language in ("nl", "en"):
        for broken, rule in BROKEN.items():
            page.goto(f"/terug?taal={language}")
            page.evaluate(broken)
            assert rule in "".join(by_day_and_by_night(page, broken)), broken


@pytest.mark.parametrize(("scheme", "pale"), [("light", "#aaa"), ("dark", "#444")])
def test_a_colour_of_the_styles_that_cannot_be_read_is_found_on_a_page_seen_before(
    server: Server, open_page: OpenPage, scheme: str, pale: str
) -> None:
    page = open_page(server)
    page.goto("/over")
    assert by_day_and_by_night(page, "before") == []
    _with_style(page, f"@media (prefers-color-scheme: {scheme}) {{ main p {{ color: {pale} }} }}")
    found = "".join(by_day_and_by_night(page, "pale"))
    assert "color-contrast" in found
    assert ("by night" in found) == (scheme == "dark")


def _with_style(page: Page, style: str) -> None:
    """Another style sheet, which our policy lets in from our own address alone."""
    page.evaluate(
        "style => { const sheet = new CSSStyleSheet(); sheet.replaceSync(style);"
        " document.adoptedStyleSheets = [sheet]; }",
        style,
    )
