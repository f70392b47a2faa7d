"""Guessing passwords is hopeless, and nobody shuts a teacher out by typing nonsense."""

from functools import partial

import pytest
from flask import Flask

from quiz.web.access.limits import TRIES_PER_ADDRESS, TRIES_PER_KEY
from tests.blueprints.accounts.people import (
    ADMIN,
    PASSWORD,
    TEACHER,
    is_signed_in,
    make_person,
    sign_in,
)
from tests.counting import use_up_tries_from_here
from tests.usecases.attempts.pupils import at_the_same_instant
from tests.visitor import Page, Visitor

MOST = TRIES_PER_KEY.amount


def guess(app: Flask, email: str, times: int) -> Page:
    """Wrong passwords, each from a fresh browser; the last answer."""
    for turn in range(times):
        page = sign_in(Visitor(app), email, f"verkeerd {turn}")
    return page


@pytest.mark.parametrize("email", [TEACHER, "niemand@een.example"])
def test_after_ten_wrong_passwords_an_account_waits(
    clean_app: Flask, visitor: Visitor, teacher: int, email: str
) -> None:
    assert guess(clean_app, email, MOST).status == 422
    page = sign_in(visitor, email)
    assert page.status == 429, "the right password, too; and who has no account sees no difference"
    assert "kwartier" in page.text
    assert 880 < int(page.response.headers["Retry-After"]) <= 900
    assert not is_signed_in(visitor)


def test_other_accounts_go_on(clean_app: Flask, visitor: Visitor, teacher: int, admin: int) -> None:
    guess(clean_app, TEACHER, MOST + 1)
    sign_in(visitor, ADMIN)
    assert is_signed_in(visitor)


def test_a_browser_that_the_account_knows_is_not_shut_out_by_others(
    clean_app: Flask, visitor: Visitor, teacher: int
) -> None:
    sign_in(visitor, TEACHER)
    visitor.submit(visitor.get("/uitloggen"))
    assert guess(clean_app, TEACHER, MOST + 1).status == 429
    sign_in(visitor, TEACHER)
    assert is_signed_in(visitor)


def test_a_known_browser_cannot_guess_on_either(visitor: Visitor, teacher: int) -> None:
    sign_in(visitor, TEACHER)
    visitor.submit(visitor.get("/uitloggen"))
    for _turn in range(MOST):
        assert sign_in(visitor, TEACHER, "verkeerd").status == 422
    assert sign_in(visitor, TEACHER).status == 429


def test_a_browser_that_knows_another_account_gets_nothing_extra(
    clean_app: Flask, visitor: Visitor, teacher: int, admin: int
) -> None:
    sign_in(visitor, ADMIN)
    visitor.submit(visitor.get("/uitloggen"))
    guess(clean_app, TEACHER, MOST)
    assert sign_in(visitor, TEACHER).status == 429


@pytest.mark.parametrize("cookie", ["", "x", "WzEsIngiXQ.aaaa.bbbb", "é"])
def test_a_mark_that_we_did_not_make_is_worth_nothing(
    clean_app: Flask, visitor: Visitor, teacher: int, cookie: str
) -> None:
    guess(clean_app, TEACHER, MOST)
    visitor.client.set_cookie("zeven_werelden_bekend", cookie, path="/inloggen")
    assert sign_in(visitor, TEACHER).status == 429


def test_a_right_password_clears_the_count(clean_app: Flask, teacher: int) -> None:
    guess(clean_app, TEACHER, MOST - 1)
    assert sign_in(Visitor(clean_app), TEACHER).status == 200
    assert guess(clean_app, TEACHER, MOST).status == 422


def test_guesses_at_the_same_instant_do_not_slip_through(clean_app: Flask, teacher: int) -> None:
    visitors = [Visitor(clean_app) for _one in range(MOST + 6)]
    pages = [one.get("/inloggen") for one in visitors]
    answers = at_the_same_instant(
        [
            partial(one.submit, page, email=TEACHER, password="fout")
            for one, page in zip(visitors, pages, strict=True)
        ]
    )
    assert sorted(page.status for page in answers) == [422] * MOST + [429] * 6


def test_one_address_cannot_try_a_whole_school(clean_app: Flask, visitor: Visitor) -> None:
    make_person(clean_app, TEACHER, "teacher")
    use_up_tries_from_here(clean_app)
    page = sign_in(visitor, TEACHER)
    assert page.status == 429
    assert 3580 < int(page.response.headers["Retry-After"]) <= 3600
    assert "Wacht een uur" in page.text


def test_a_staff_room_that_types_well_is_never_stopped(
    clean_app: Flask, visitor: Visitor, teacher: int
) -> None:
    for _turn in range(TRIES_PER_ADDRESS.amount // 5):
        assert sign_in(Visitor(clean_app), TEACHER, PASSWORD).status == 200


def test_wrong_passwords_do_not_use_up_the_guesses_of_pupils(
    clean_app: Flask, visitor: Visitor, teacher: int, class_code: str
) -> None:
    guess(clean_app, TEACHER, MOST + 5)
    joined = visitor.submit(visitor.get("/meedoen"), code=class_code)
    assert joined.status == 200
    assert joined.path == f"/meedoen/{class_code}"
