"""Who has to wait is told how long that is, in words and in Retry-After, and it is true."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from math import ceil

import pytest
from flask import Flask
from limits import parse

from quiz.web.access import counters, limits
from quiz.web.pages.waiting import how_long
from tests.visitor import Visitor
from tests.web.test_limits import HOME, browser, guess


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1, "één minuut"), (61, "2 minuten"), (600, "tien minuten"), (900, "een kwartier")],
)
def test_the_time_to_wait_is_told_in_words_that_never_promise_too_much(
    clean_app: Flask, seconds: int, words: str
) -> None:
    with clean_app.test_request_context():
        assert how_long(seconds) == words


def refused_everywhere(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Visitor:
    monkeypatch.setattr(limits, "OVER_ALL", parse("1 per hour"))
    guess(browser(app, HOME))
    return browser(app)


def refused_in_this_browser(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Visitor:
    del monkeypatch
    visitor = browser(app)
    for _guess in range(limits.PER_BROWSER.amount):
        guess(visitor)
    return visitor


def refused_at_this_address(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Visitor:
    monkeypatch.setattr(limits, "PER_ADDRESS", parse("1 per hour"))
    guess(browser(app))
    return browser(app)


@pytest.mark.parametrize(
    ("refused", "whole"),
    [
        (refused_in_this_browser, 600),
        (refused_everywhere, 3600),
        (refused_at_this_address, 3600),
    ],
)
def test_the_wait_that_is_announced_is_the_wait_that_is_meant(
    clean_app: Flask,
    monkeypatch: pytest.MonkeyPatch,
    refused: Callable[[Flask, pytest.MonkeyPatch], Visitor],
    whole: int,
) -> None:
    clock = Clock(monkeypatch)
    visitor = refused(clean_app, monkeypatch)
    clock.later(whole / 3)
    page = guess(visitor)
    announced = int(page.response.headers["Retry-After"])
    assert (page.status, announced) == (429, whole * 2 / 3)
    assert f"{ceil(announced / 60)} minuten" in page.text
    clock.later(announced - 1)
    assert guess(visitor).status == 429
    clock.later(1)
    assert guess(visitor).status == 422


class Clock:
    """The time by which the counters count: it stands still until we say so."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = float(int(time.time()))
        monkeypatch.setattr(time, "time", lambda: self.now)
        monkeypatch.setattr(counters, "now", lambda: datetime.fromtimestamp(self.now, UTC))

    def later(self, seconds: float) -> None:
        """So much later."""
        self.now += seconds
