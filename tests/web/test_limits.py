"""Guessing codes is hopeless, and nobody who types their own code ever notices."""

import re

import pytest
from flask import Flask
from limits import parse

from quiz.storage.database import Database
from quiz.web.access import limits
from tests.conftest import services_of
from tests.own_app import MakeApp
from tests.usecases.classes.changes import change_class
from tests.visitor import Page, Visitor

SCHOOL, HOME = "203.0.113.7", "198.51.100.4"
WRONG = "CCC 333"
RETURN_CODE = re.compile(r"\b[a-z]+ [a-z]+ \d{3} \d{3}\b")


def browser(app: Flask, address: str = SCHOOL) -> Visitor:
    """Somebody with a browser of their own, behind an address."""
    visitor = Visitor(app)
    visitor.client.environ_base["REMOTE_ADDR"] = address
    return visitor


def guess(visitor: Visitor, code: str = WRONG, path: str = "/meedoen") -> Page:
    """Type a code at one of the doors."""
    return visitor.submit(visitor.get(path), code=code)


def use_up(app: Flask, address: str = SCHOOL, path: str = "/meedoen") -> None:
    """The mischievous pupil: as many wrong codes as an address may have, in fresh browsers."""
    code = WRONG if path == "/meedoen" else "otter tafel 123 456"
    for _browser in range(limits.PER_ADDRESS.amount // 10):
        visitor = browser(app, address)
        assert [guess(visitor, code, path).status for _code in range(10)] == [422] * 10


def test_ten_wrong_codes_from_one_browser_and_then_a_clear_page(clean_app: Flask) -> None:
    visitor = browser(clean_app)
    assert [guess(visitor).status for _ in range(10)] == [422] * 10
    page = guess(visitor)
    assert page.status == 429
    assert "te veel verkeerde codes" in page.text
    assert "Wacht" in page.text
    assert WRONG not in page.html


def test_all_doors_count_together(clean_app: Flask) -> None:
    visitor = browser(clean_app)
    for _ in range(4):
        assert guess(visitor, "otter tafel 123 456", "/terug").status == 422
        assert visitor.get("/meedoen/CCC333").status == 404
    assert [guess(visitor).status for _ in range(2)] == [422, 422]
    assert visitor.get("/meedoen/CCC333").status == 429
    assert guess(visitor, "otter tafel 123 456", "/terug").status == 429


def test_then_the_right_code_does_not_help_either_so_guessing_tells_nothing(
    clean_app: Flask, class_code: str
) -> None:
    visitor = browser(clean_app)
    for _ in range(10):
        guess(visitor)
    assert guess(visitor, class_code).status == 429
    assert guess(browser(clean_app), class_code).path == f"/meedoen/{class_code}"


def test_guessing_from_everywhere_at_once_ends_too(
    clean_app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "OVER_ALL", parse("5 per hour"))
    for number in range(5):
        assert guess(browser(clean_app, f"198.51.100.{number}")).status == 422
    assert guess(browser(clean_app, "192.0.2.9")).status == 429


def test_thirty_pupils_behind_one_address_never_notice(clean_app: Flask, class_code: str) -> None:
    for number in range(30):
        pupil = browser(clean_app)
        if number % 2:
            assert guess(pupil).status == 422
        page = guess(pupil, class_code)
        assert pupil.submit(page, school_type="havo", year="2").path == "/code"


def test_right_codes_never_count(clean_app: Flask, class_code: str) -> None:
    visitor = browser(clean_app)
    for _ in range(70):
        assert visitor.get(f"/meedoen/{class_code}").status == 200
    assert guess(visitor).status == 422


def test_a_full_class_is_no_wrong_code(clean_app: Flask, class_code: str) -> None:
    change_class(services_of(clean_app), capacity=0)
    visitor = browser(clean_app)
    assert [guess(visitor, class_code).status for _ in range(12)] == [409] * 12


def test_who_stopped_guessing_plays_on_undisturbed(clean_app: Flask) -> None:
    visitor = browser(clean_app)
    page = visitor.begin()
    for _ in range(11):
        guess(visitor)
    assert visitor.answer_all(page, "4").status == 200


def test_an_invented_header_does_not_make_another_address(
    clean_app: Flask, database: Database
) -> None:
    for number in range(limits.PER_ADDRESS.amount):
        visitor = browser(clean_app)
        visitor.client.environ_base["HTTP_X_FORWARDED_FOR"] = f"192.0.2.{number}"
        assert guess(visitor).status == 422
    assert guess(browser(clean_app)).status == 429


def test_behind_our_proxy_each_visitor_has_an_address_of_their_own(make_app: MakeApp) -> None:
    app = make_app(TRUSTED_PROXIES="1")
    for number in range(limits.PER_ADDRESS.amount + 1):
        visitor = browser(app, "127.0.0.1")
        visitor.client.environ_base["HTTP_X_FORWARDED_FOR"] = f"10.9.9.9, 192.0.2.{number}"
        assert guess(visitor).status == 422


def test_a_counter_store_that_is_away_is_a_kind_page(make_app: MakeApp) -> None:
    visitor = Visitor(make_app(REDIS_URL="redis://127.0.0.1:1/0"))
    assert guess(visitor).status == 503
    assert visitor.begin().path == "/vragen"
