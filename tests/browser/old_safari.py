"""A style sheet as Safari 13 reads it: what it does not know is left out, as that browser does."""

import re

from playwright.sync_api import Page, Route

UNKNOWN_SELECTORS = re.compile(r":is\(|:where\(|:has\(|:focus-visible|::details-content")
UNKNOWN_PROPERTIES = re.compile(
    r"\binset(-[a-z-]+)?:|\b(padding|margin)-(block|inline):|\baspect-ratio:|\baccent-color:"
    r"|\btext-wrap:|\bborder-(start|end)-(start|end)-radius:|\bborder-(block|inline):"
)
UNKNOWN_VALUES = re.compile(r"float: inline-|overflow-x: clip|\d[dsl]v[hw]\b|content: \"[^\"]*\" /")
RULE = re.compile(r"([^{};]+){([^{}]*)}")
# A gap between the items of a flexible box came with Safari 14.1.
CLOSE_GAPS = """() => { for (const element of document.querySelectorAll('*')) {
  if (getComputedStyle(element).display.endsWith('flex')) element.style.gap = '0';
} }"""


def read_styles_as_safari_13(page: Page) -> None:
    """From here on this page gets only the styles that Safari 13 knows."""
    page.route("**/static/css/*", _answer)


def close_gaps(page: Page) -> None:
    """What no style sheet can leave out."""
    page.evaluate(CLOSE_GAPS)


def known(styles: str) -> str:
    """The rules and declarations that Safari 13 knows."""
    return RULE.sub(_known_rule, re.sub(r"/\*.*?\*/", "", styles, flags=re.DOTALL))


def _known_rule(rule: re.Match[str]) -> str:
    selector, declarations = rule.groups()
    if UNKNOWN_SELECTORS.search(selector):
        return ""
    kept = [
        declaration
        for declaration in declarations.split(";")
        if not UNKNOWN_PROPERTIES.search(declaration) and not UNKNOWN_VALUES.search(declaration)
    ]
    return f"{selector}{{{';'.join(kept)}}}"


def _answer(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=known(answer.text()))
