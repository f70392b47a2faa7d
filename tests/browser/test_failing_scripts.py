"""Whatever of our scripts fails, and wherever: the plain form comes back and no pupil is stuck."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from quiz.config.paths import STATIC
from tests.browser.pupil import Pupil
from tests.browser.somebody import (
    answers_the_block,
    at_the_first_block_again,
    sit_down,
    stored,
)
from tests.browser.waiting import all_is_sent
from tests.live_server import Server

# Where the body of a function of ours begins: a declaration, or an arrow with braces.
BODY = re.compile(r"(?:function \w+\([^)]*\)|=>) \{")
BREAK = " throw new Error('broken by a test');"
SCRIPT = [
    {"name": "Content-Type", "value": "text/javascript"},
    {"name": "Cache-Control", "value": "no-store"},
]
SCRIPTS = ("asking", "plain", "waiting", "saving", "timing", "cards", "reading")
CARDS = "document.documentElement.classList.contains('one-by-one')"
VOICE = """Object.defineProperty(window, 'speechSynthesis', {value: {
  speaking: false, pending: false, getVoices: () => [{localService: true, lang: 'nl-NL'}],
  cancel() {}, speak() {}, addEventListener() {} }});
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };"""
LISTENERS = """if (breakage) {
  const add = EventTarget.prototype.addEventListener;
  const wanted = Number(breakage);
  let number = 0;
  EventTarget.prototype.addEventListener = function (type, action, ...more) {
    number += 1;
    const broken = wanted === 0 || number === wanted;
    return add.call(this, type, broken ? () => { throw new Error('broken'); } : action, ...more);
  };
  window.listeners = () => number;
}"""


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """The page of the one pupil of this server, whose browser can read aloud."""
    return sit_down(context, VOICE + LISTENERS)


def _open(page: Page, server: Server, breakage: str = "") -> None:
    at_the_first_block_again(page, server, breakage)
    page.goto("/vragen")
    if page.locator(".listen").is_visible():
        page.locator(".listen").click()


def _goes_on(page: Page, server: Server) -> None:
    chosen = answers_the_block(page)
    assert len(chosen) == 7
    assert stored(server) == chosen


def _instead_of(page: Page, script: str, bodies: Iterable[str | None]) -> Iterator[str | None]:
    """Give the page one body after the other in place of this script; None: it never comes.

    Only this script is stopped on its way: Playwright's own routes stop every file of a page and
    put its cache aside, which costs as much as a third of the lesson.
    """
    now: str | None = None
    asked = 0
    devtools = page.context.new_cdp_session(page)

    def answer(paused: dict[str, Any]) -> None:
        nonlocal asked
        asked += 1
        this = {"requestId": paused["requestId"]}
        if now is None:
            devtools.send("Fetch.failRequest", {**this, "errorReason": "Failed"})
        else:
            body = b64encode(now.encode()).decode()
            devtools.send(
                "Fetch.fulfillRequest",
                {**this, "responseCode": 200, "responseHeaders": SCRIPT, "body": body},
            )

    devtools.on("Fetch.requestPaused", answer)
    for disabled in (True, False):  # what the pupil had is put out of memory; ours is never kept
        devtools.send("Network.setCacheDisabled", {"cacheDisabled": disabled})
        devtools.send("Network.clearBrowserCache")
    devtools.send("Fetch.enable", {"patterns": [{"urlPattern": f"*/js/{script}.js*"}]})
    for now in bodies:
        before = asked
        yield now
        assert asked > before, "the browser had another one"


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_function_that_throws_costs_nobody_the_lesson(
    page: Page, own_server: Server, script: str
) -> None:
    source = (STATIC / f"js/{script}.js").read_text(encoding="utf-8")
    places = [match.end() for match in BODY.finditer(source)]
    assert places
    broken = [source[:place] + BREAK + source[place:] for place in places]
    for place, _body in zip(places, _instead_of(page, script, broken), strict=True):
        _open(page, own_server)
        try:
            _goes_on(page, own_server)
        except AssertionError as problem:
            raise AssertionError(f"{script}: {source[:place].splitlines()[-1]}") from problem


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_that_does_not_load_costs_nobody_the_lesson(
    page: Page, own_server: Server, script: str
) -> None:
    source = (STATIC / f"js/{script}.js").read_text(encoding="utf-8")
    half = source[: len(source) // 2]
    # What cannot be read is the same to a browser: half of it, or the page of a filter.
    unread = half if SCRIPTS.index(script) % 2 else "<html>Deze pagina is geblokkeerd</html>"
    for _body in _instead_of(page, script, (None, unread, BREAK + source, source + BREAK)):
        _open(page, own_server)
        _goes_on(page, own_server)


def test_a_listener_that_throws_costs_nobody_the_lesson(page: Page, own_server: Server) -> None:
    for number in count():
        _open(page, own_server, str(number))
        if number > page.evaluate("window.listeners()"):
            break
        _goes_on(page, own_server)
    assert number > 10


@pytest.mark.parametrize("answered", [1, 3, 6])
def test_the_plain_form_that_comes_back_shows_all_and_keeps_what_was_chosen(
    page: Page, own_server: Server, answered: int
) -> None:
    _open(page, own_server)
    pupil = Pupil(page)
    for value in range(1, answered + 1):
        pupil.choose_in(pupil.card, str(1 + value % 5))
    page.evaluate("setTimeout(() => { throw new Error('broken by a test'); })")
    expect(page.locator("html")).not_to_have_class("one-by-one")
    assert page.locator("fieldset.question:visible").count() == 7
    assert page.locator(":checked").count() == answered
    assert page.get_by_role("button", name="Verder").is_visible()
    assert not page.locator(".back, .listen").filter(visible=True).count()
    assert len(answers_the_block(page)) == 7 - answered
    assert len(stored(own_server)) == 7


def test_what_is_changed_in_the_plain_form_wins_from_what_still_waited(
    page: Page, own_server: Server
) -> None:
    page.route("**/vragen/antwoord", lambda route: route.abort())
    _open(page, own_server)
    pupil = Pupil(page)
    pupil.choose_in(pupil.card, "2")
    pupil.choose_in(pupil.card, "2")
    page.evaluate("setTimeout(() => { throw new Error('broken by a test'); })")
    first = page.locator("fieldset.question").first
    first.locator("label:has([value='5'])").click()
    page.unroute("**/vragen/antwoord")
    name = first.locator("input").first.get_attribute("name")
    answers_the_block(page)
    all_is_sent(page)
    assert stored(own_server)[str(name)] == 5


@pytest.mark.parametrize(
    "error",
    [
        "new ErrorEvent('error', {message: 'x', filename: 'chrome-extension://abc/x.js'})",
        "new ErrorEvent('error', {message: 'x', filename: 'moz-extension://abc/x.js'})",
        "new ErrorEvent('error', {message: 'ResizeObserver loop limit exceeded'})",
        "new ErrorEvent('error', {message: 'Script error.'})",
    ],
)
def test_the_mistake_of_an_extension_is_none_of_ours(
    page: Page, own_server: Server, error: str
) -> None:
    _open(page, own_server)
    page.evaluate(f"dispatchEvent({error})")
    assert page.evaluate(CARDS)
