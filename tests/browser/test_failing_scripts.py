"""Whatever of our scripts fails, and wherever: the plain form comes back and no pupil is stuck."""

import re
from functools import partial
from itertools import count

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from quiz.config.paths import STATIC
from tests.browser.pupil import Pupil
from tests.browser.somebody import answers_the_block, at_the_first_block_again, stored
from tests.browser.waiting import all_is_sent
from tests.live_server import Server

# Where the body of a function of ours begins: a declaration, or an arrow with braces.
BODY = re.compile(r"(?:function \w+\([^)]*\)|=>) \{")
BREAK = " throw new Error('broken by a test');"
SCRIPTS = ("asking", "plain", "waiting", "saving", "timing", "cards", "reading")
CARDS = "document.documentElement.classList.contains('one-by-one')"
VOICE = """Object.defineProperty(window, 'speechSynthesis', {value: {
  speaking: false, pending: false, getVoices: () => [{localService: true, lang: 'nl-NL'}],
  cancel() {}, speak() {}, addEventListener() {} }});
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };"""
LISTENERS = """{
  const add = EventTarget.prototype.addEventListener;
  let number = 0;
  EventTarget.prototype.addEventListener = function (type, action, ...more) {
    number += 1;
    const broken = WANTED === 0 || number === WANTED;
    return add.call(this, type, broken ? () => { throw new Error('broken'); } : action, ...more);
  };
  window.listeners = () => number;
}"""


def _answer(body: str, route: Route) -> None:
    route.fulfill(body=body, content_type="text/javascript")


def _open(page: Page) -> None:
    page.add_init_script(VOICE)
    page.goto("/vragen")
    if page.locator(".listen").is_visible():
        page.locator(".listen").click()


def _goes_on(page: Page, server: Server) -> None:
    chosen = answers_the_block(page)
    assert len(chosen) == 7
    assert stored(server) == chosen


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_function_that_throws_costs_nobody_the_lesson(
    context: BrowserContext, own_server: Server, script: str
) -> None:
    source = (STATIC / f"js/{script}.js").read_text(encoding="utf-8")
    places = [match.end() for match in BODY.finditer(source)]
    assert places
    for place in places:
        page = at_the_first_block_again(context, own_server)
        broken = source[:place] + BREAK + source[place:]
        page.route(f"**/js/{script}.js*", partial(_answer, broken))
        _open(page)
        try:
            _goes_on(page, own_server)
        except AssertionError as problem:
            raise AssertionError(f"{script}: {source[:place].splitlines()[-1]}") from problem


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("how", ["not there", "half", "no javascript", "throws", "throws at last"])
def test_a_script_that_does_not_load_costs_nobody_the_lesson(
    context: BrowserContext, own_server: Server, script: str, how: str
) -> None:
    source = (STATIC / f"js/{script}.js").read_text(encoding="utf-8")
    bodies = {
        "half": source[: len(source) // 2],
        "no javascript": "<html>Deze pagina is geblokkeerd</html>",
        "throws": BREAK + source,
        "throws at last": source + BREAK,
    }

    def answer(route: Route) -> None:
        if how in bodies:
            route.fulfill(body=bodies[how], content_type="text/javascript")
        else:
            route.abort()

    page = at_the_first_block_again(context, own_server)
    page.route(f"**/js/{script}.js*", answer)
    _open(page)
    _goes_on(page, own_server)


def test_a_listener_that_throws_costs_nobody_the_lesson(
    context: BrowserContext, own_server: Server
) -> None:
    for number in count():
        page = at_the_first_block_again(context, own_server)
        page.add_init_script(LISTENERS.replace("WANTED", str(number)))
        _open(page)
        if number > page.evaluate("window.listeners()"):
            break
        _goes_on(page, own_server)
    assert number > 10


@pytest.mark.parametrize("answered", [1, 3, 6])
def test_the_plain_form_that_comes_back_shows_all_and_keeps_what_was_chosen(
    context: BrowserContext, own_server: Server, answered: int
) -> None:
    page = at_the_first_block_again(context, own_server)
    _open(page)
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
    context: BrowserContext, own_server: Server
) -> None:
    page = at_the_first_block_again(context, own_server)
    page.route("**/vragen/antwoord", lambda route: route.abort())
    _open(page)
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
    context: BrowserContext, own_server: Server, error: str
) -> None:
    page = at_the_first_block_again(context, own_server)
    _open(page)
    page.evaluate(f"dispatchEvent({error})")
    assert page.evaluate(CARDS)
