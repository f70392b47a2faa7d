"""Known browsers end with what ends sessions, and those of one account count together."""

import pytest
from flask import Flask
from limits import parse

from quiz.storage.tables.staff import Staff
from quiz.web.access import limits
from quiz.web.access.limits import TRIES_PER_KEY
from tests.blueprints.accounts.people import (
    PASSWORD,
    TEACHER,
    is_signed_in,
    make_person,
    sign_in,
)
from tests.blueprints.accounts.test_second_step import digits_of, forget_last, give, switch_on
from tests.conftest import services_of
from tests.counting import forget_counts
from tests.security.meanwhile import NEW, Act, by_admin, new_password, step_off
from tests.visitor import Visitor

MOST, TOGETHER = TRIES_PER_KEY.amount, 12


def sign_out(visitor: Visitor) -> None:
    visitor.submit(visitor.get("/uitloggen"))


def known_browser(app: Flask) -> Visitor:
    """A browser that signed in before, by whoever knows the password now."""
    visitor = Visitor(app)
    sign_in(visitor, TEACHER)
    assert is_signed_in(visitor)
    sign_out(visitor)
    return visitor


def nonsense_from_elsewhere(app: Flask) -> None:
    """So much that only a browser that knows the account gets in."""
    forget_counts(app)
    for turn in range(MOST):
        sign_in(Visitor(app), TEACHER, f"onzin {turn}")


@pytest.mark.parametrize(
    "change", ["new password", "everywhere out", "second step on", "other role", "closed"]
)
def test_a_known_browser_ends_with_what_changes_who_may_come_in(
    clean_app: Flask, changes: dict[str, Act], admin: Visitor, teacher: int, *, change: str
) -> None:
    browser = known_browser(clean_app)
    changes[change]()
    if change == "closed":
        by_admin(admin, teacher, "open")
    nonsense_from_elsewhere(clean_app)
    password = NEW if change == "new password" else PASSWORD
    assert sign_in(browser, TEACHER, password).status == 429


@pytest.mark.parametrize("change", ["second step off", "without code"])
def test_a_browser_that_gave_digits_is_not_known_without_them(
    clean_app: Flask, changes: dict[str, Act], owner: Visitor, teacher: int, *, change: str
) -> None:
    secret = switch_on(clean_app, owner, teacher)
    browser = Visitor(clean_app)
    sign_in(browser, TEACHER)
    give(browser, digits_of(clean_app, secret))
    sign_out(browser)
    changes[change]()
    nonsense_from_elsewhere(clean_app)
    assert sign_in(browser, TEACHER).status == 429


def test_who_changes_the_own_account_stays_known_in_that_browser(
    clean_app: Flask, owner: Visitor, teacher: int
) -> None:
    secret = switch_on(clean_app, owner, teacher)
    nonsense_from_elsewhere(clean_app)
    sign_out(owner)
    sign_in(owner, TEACHER)
    give(owner, digits_of(clean_app, secret))
    step_off(owner)
    new_password(owner)
    sign_out(owner)
    sign_in(owner, TEACHER, NEW)
    assert is_signed_in(owner)


def test_many_known_browsers_are_not_many_counts_for_passwords(
    clean_app: Flask, teacher: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "TRIES_TOGETHER", parse(f"{TOGETHER} per hour"))
    browsers = [known_browser(clean_app) for _one in range(4)]
    pages = [
        sign_in(browser, TEACHER, f"geraden {turn}") for turn in range(5) for browser in browsers
    ]
    assert [page.status for page in pages] == [422] * TOGETHER + [429] * (20 - TOGETHER)
    assert int(pages[-1].response.headers["Retry-After"]) > 15 * 60
    assert sign_in(browsers[0], TEACHER).status == 429


def test_many_known_browsers_are_not_many_counts_for_digits(
    clean_app: Flask, owner: Visitor, teacher: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "TRIES_TOGETHER", parse(f"{TOGETHER} per hour"))
    secret = switch_on(clean_app, owner, teacher)
    browsers = [Visitor(clean_app) for _one in range(4)]
    for browser in browsers:
        sign_in(browser, TEACHER)
        give(browser, digits_of(clean_app, secret))
        assert is_signed_in(browser)
        forget_last(clean_app, teacher)
        sign_out(browser)
        sign_in(browser, TEACHER)
    statuses = [give(browser, "000000").status for _turn in range(5) for browser in browsers]
    assert statuses == [422] * TOGETHER + [429] * (20 - TOGETHER)
    assert give(browsers[0], digits_of(clean_app, secret)).status == 429


def test_one_browser_on_which_pupils_type_does_not_use_up_what_is_for_all(
    clean_app: Flask, teacher: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "TRIES_TOGETHER", parse(f"{TOGETHER} per hour"))
    in_class, at_home = known_browser(clean_app), known_browser(clean_app)
    for turn in range(TOGETHER + 5):
        sign_in(in_class, TEACHER, f"onzin {turn}")
    sign_in(at_home, TEACHER)
    assert is_signed_in(at_home)


def test_a_new_account_with_the_number_of_one_that_is_gone_is_not_known(
    clean_app: Flask, teacher: int
) -> None:
    browser = known_browser(clean_app)
    with services_of(clean_app).database.writing() as session:
        session.delete(session.get_one(Staff, teacher))
    assert make_person(clean_app, TEACHER, "teacher") == teacher, "SQLite gives numbers out anew"
    nonsense_from_elsewhere(clean_app)
    assert sign_in(browser, TEACHER).status == 429
