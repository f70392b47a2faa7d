"""Browsers that lack what ours has: Safari 13 goes card by card, older ones are never stuck."""

from playwright.sync_api import BrowserContext

from tests.browser.somebody import (
    answers_the_block,
    at_the_first_block_again,
    sit_down,
    stored,
)
from tests.live_server import Server

CARDS = "document.documentElement.classList.contains('one-by-one')"
NEWER_THAN_SAFARI_13 = [
    "HTMLFormElement.prototype.requestSubmit",
    "AbortSignal.timeout",
    "window.structuredClone",
    "window.IntersectionObserver",
    "MediaQueryList.prototype.addEventListener",
    "Element.prototype.replaceChildren",
    "Crypto.prototype.randomUUID",
    "Promise.allSettled",
    "Promise.any",
    "Array.prototype.at",
    "Array.prototype.findLast",
    "String.prototype.replaceAll",
    "Object.hasOwn",
    "window.speechSynthesis",
    "window.SpeechSynthesisUtterance",
    "window.PointerEvent",
    "window.AbortController",
]
OLDER = [
    "window.fetch",
    "window.URLSearchParams",
    "FormData.prototype.set",
    "Element.prototype.closest",
    "window.CustomEvent",
    "Array.from",
    "Object.assign",
    "Array.prototype.includes",
    "window.Map",
    "Promise.race",
    "Object.keys",
    "window.Set",
    "Array.prototype.findIndex",
    "window.FormData",
    "Node.prototype.contains",
    "String.prototype.startsWith",
    "NodeList.prototype.forEach",
    "Element.prototype.getBoundingClientRect",
    "Performance.prototype.now",
    "window.performance",
]
WITHOUT_OPTIONS = """
{ const focus = HTMLElement.prototype.focus, view = Element.prototype.scrollIntoView;
  HTMLElement.prototype.focus = function () { focus.call(this); };
  Element.prototype.scrollIntoView = function () { view.call(this); };
  const ask = window.fetch;
  window.fetch = (address, options) => {
    const { keepalive, signal, ...old } = options; return ask(address, old); }; }"""


def _without(name: str) -> str:
    owner, _dot, member = name.rpartition(".")
    wanted = "{value: undefined, configurable: true, writable: true}"
    return f"try {{ Object.defineProperty({owner}, '{member}', {wanted}); }} catch (it) {{}}"


def _go_on(
    context: BrowserContext, server: Server, scripts: dict[str, str], *, cards: bool
) -> None:
    each = "\n".join(f"if (breakage === '{name}') {{ {it} }}" for name, it in scripts.items())
    page = sit_down(context, each)
    for name in scripts:
        at_the_first_block_again(page, server, name)
        page.goto("/vragen")
        if cards:
            assert page.evaluate(CARDS), name
        chosen = answers_the_block(page)
        assert stored(server) == chosen, name
        assert len(chosen) == 7


def test_safari_13_goes_card_by_card_without_all_that_is_newer(
    context: BrowserContext, own_server: Server
) -> None:
    missing = [_without(name) for name in NEWER_THAN_SAFARI_13]
    scripts = {"everything": "\n".join(missing) + WITHOUT_OPTIONS}
    # Of any two there is a browser that has the one and lacks the other.
    for bit in range(len(missing).bit_length()):
        for lacks in (0, 1):
            gone = [it for place, it in enumerate(missing) if place >> bit & 1 == lacks]
            scripts[f"{bit} {lacks}"] = "\n".join(gone)
    _go_on(context, own_server, scripts, cards=True)


def test_a_browser_that_lacks_what_we_lean_on_is_never_stuck(
    context: BrowserContext, own_server: Server
) -> None:
    _go_on(context, own_server, {name: _without(name) for name in OLDER}, cards=False)
