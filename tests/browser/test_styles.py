"""Chromium as the linter of our styles: it knows every property, value and selector in them."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from quiz.config.paths import STATIC

RULE = re.compile(r"([^{};]+){([^{}]*)}")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
OF_A_PAGE_OR_A_MOMENT = re.compile(r"@|from$|to$|\d+%$")
UNKNOWN = """claims => claims.filter(([name, value]) => {
  if (name) return !CSS.supports(name, value);
  try { document.querySelector(value); } catch (mistake) { return true; }
  return false;
})"""


def _claims(styles: str) -> Iterator[tuple[str, str]]:
    """Every declaration as name and value; every selector as a value without a name."""
    for selector, declarations in RULE.findall(COMMENT.sub("", styles)):
        if OF_A_PAGE_OR_A_MOMENT.match(selector.strip()):
            continue
        yield "", " ".join(selector.split())
        for declaration in filter(str.strip, declarations.split(";")):
            name, value = declaration.split(":", 1)
            yield name.strip(), value.replace("!important", "").strip()


def _unknown(browser: Browser, styles: str) -> list[list[str]]:
    page = browser.new_page()
    found: list[list[str]] = page.evaluate(UNKNOWN, list(_claims(styles)))
    page.close()
    return found


def test_a_browser_knows_every_line_of_our_styles(browser: Browser) -> None:
    for path in sorted((STATIC / "css").glob("*.css")):
        assert _unknown(browser, path.read_text(encoding="utf-8")) == [], path.name


@pytest.mark.parametrize(
    "wrong",
    ["a { colr: red }", "a { color: rde }", "a:hoover { color: red }", "a { margin: 1px 2 }"],
)
def test_what_a_browser_does_not_know_would_be_found(browser: Browser, wrong: str) -> None:
    assert len(_unknown(browser, wrong)) == 1
