"""What axe has to say about the page that is open, by day and by night.

Two pages have one shape when they differ in words alone, however often one part comes again. When
a shape comes back that axe was content with, in the other language or on a larger screen, only what
words and screens can change is asked again.
"""

from functools import cache
from importlib.resources import files
from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from tests.browser.chromium import LAPTOP, PHONE
from tests.seen_before import SeenBefore

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# By night a page has other colours and nothing else: only the rules about colours are asked again.
# The next page begins as this one ended: each change lays out and draws all of it again.
IS_NIGHT = "matchMedia('(prefers-color-scheme: dark)').matches"
SCHEMES: dict[str, Literal["light", "dark"]] = {"day": "light", "night": "dark"}
COLOURS = ["color-contrast", "link-in-text-block"]
# What the length of words and the size of the screen can change.
LAID_OUT = [*COLOURS, "target-size", "scrollable-region-focusable"]
# What axe is content with stays in the browser: it is most of the answer.
RUN = """async rules =>
  (await axe.run({runOnly: rules, resultTypes: ['violations']})).violations"""
LOOKS = [pytest.param("nl", PHONE, id="nl-phone"), pytest.param("en", LAPTOP, id="en-laptop")]
GOOD_SHAPES = SeenBefore("axe")
# All elements with all that axe can go by: of words only whether there are any, of names which are
# the same. What comes again right after itself counts once.
SHAPE = """() => {
  const WORDS =
    /^(href|src|action|value|alt|title|placeholder|datetime|hreflang|data-.*|aria-label)$/;
  const NAMES = /^(id|for|name|list|aria-(labelledby|describedby|controls|owns))$/;
  const names = new Map();
  const known = name => names.get(name) || (names.set(name, names.size + 1), names.size);
  const told = (element, { name, value }) => {
    if (element.closest('svg') && !/^(aria-.*|role|class|id|tabindex)$/.test(name)) return name;
    const isDescription = name === 'content' && element.name === 'description';
    if (isDescription || WORDS.test(name)) return `${name}:${value.trim() ? 'some' : ''}`;
    if (NAMES.test(name)) return `${name}:${value.split(/\\s+/).map(known)}`;
    return /^lang:(nl|en)$/.test(`${name}:${value}`) ? 'lang' : `${name}:${value}`;
  };
  const shape = node => {
    if (node.nodeType === Node.TEXT_NODE) return node.data.trim() ? '.' : '';
    if (node.nodeType !== Node.ELEMENT_NODE) return '';
    const inside = [...node.childNodes].map(shape).filter(Boolean);
    const once = inside.filter((each, place) => each !== inside[place - 1]);
    const state = node.matches(':checked, :disabled, [open]') ? '!' : '';
    const attributes = [...node.attributes].map(each => told(node, each)).sort();
    return `<${node.tagName}${state} ${attributes}>${once.join('')}</>`;
  };
  return shape(document.documentElement);
}"""


def by_day_and_by_night(page: Page, name: str) -> list[str]:
    """Every finding on this page, each with the page's `name`; empty when there is nothing."""
    shape = page.evaluate(SHAPE)
    rules = LAID_OUT if GOOD_SHAPES.knows(shape) else RULES
    page.evaluate(_axe())
    now, then = ("night", "day") if page.evaluate(IS_NIGHT) else ("day", "night")
    found = [f"{name} by {now}: {finding}" for finding in _findings(page, rules)]
    page.emulate_media(color_scheme=SCHEMES[then])
    found += [f"{name} by {then}: {finding}" for finding in _findings(page, COLOURS)]
    if not found:
        GOOD_SHAPES.note(shape)
    return found


@cache
def _axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def _findings(page: Page, rules: list[str]) -> list[str]:
    violations: list[dict[str, Any]] = page.evaluate(RUN, rules)
    return [
        f"{rule['id']}: {node['html'][:120]} {node['failureSummary']}"
        for rule in violations
        for node in rule["nodes"]
    ]
