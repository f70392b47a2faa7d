"""Attacks by an admin who makes an account with the address of somebody of another school."""

import pytest
from flask import Flask

from quiz.storage.tables.staff import Staff
from quiz.usecases.staff.hashing import hash_password
from quiz.web.access.limits import TRIES_PER_KEY
from tests.blueprints.accounts.people import PASSWORD, TEACHER, is_signed_in, make_person, sign_in
from tests.blueprints.accounts.test_second_step import digits_of, give, switch_on
from tests.conftest import services_of
from tests.counting import forget_counts, use_up_tries_from_here
from tests.visitor import Visitor

MOST = TRIES_PER_KEY.amount
OF_ATTACKER = "een zin van de aanvaller"


@pytest.fixture
def made_elsewhere(clean_app: Flask) -> int:
    """The account that the attacker made at their own school, with the victim's address."""
    number = make_person(clean_app, TEACHER, "teacher", school="School Twee")
    services = services_of(clean_app)
    with services.database.writing() as session:
        session.get_one(Staff, number).password = hash_password(services.code_key, OF_ATTACKER)
    return number


def enter(visitor: Visitor, password: str) -> None:
    """Sign in and out again: from then on this browser is known."""
    sign_in(visitor, TEACHER, password)
    assert is_signed_in(visitor)
    visitor.submit(visitor.get("/uitloggen"))


def attack(app: Flask, visitor: Visitor, *, known: bool) -> list[tuple[int, str | None]]:
    """Clear the count with one's own password after every nine guesses; what the answers tell."""
    told = []
    for turn in range(2 * MOST + 2):
        own = turn % MOST == MOST - 1
        browser = visitor if known else Visitor(app)
        page = sign_in(browser, TEACHER, OF_ATTACKER if own else f"geraden {turn}")
        told.append((page.status, page.response.headers.get("Retry-After")))
        if own:
            assert is_signed_in(browser)
            browser.submit(browser.get("/uitloggen"))
    return told


@pytest.mark.parametrize("known", [True, False])
def test_an_own_password_gives_no_new_guesses_at_the_account_of_another_school(
    clean_app: Flask, teacher: int, made_elsewhere: int, visitor: Visitor, *, known: bool
) -> None:
    enter(visitor, OF_ATTACKER)
    attack(clean_app, visitor, known=known)
    browser = visitor if known else Visitor(clean_app)
    assert sign_in(browser, TEACHER, PASSWORD).status == 422, "not looked at any more"
    assert not is_signed_in(browser)
    forget_counts(clean_app)
    sign_in(browser, TEACHER, PASSWORD)
    assert is_signed_in(browser), "it was the right one"


@pytest.mark.parametrize("known", [True, False])
def test_the_attack_tells_nothing_of_an_account_at_another_school(
    clean_app: Flask, made_elsewhere: int, visitor: Visitor, *, known: bool
) -> None:
    enter(visitor, OF_ATTACKER)
    alone = attack(clean_app, visitor, known=known)
    forget_counts(clean_app)
    make_person(clean_app, TEACHER, "teacher")
    assert attack(clean_app, visitor, known=known) == alone


def test_an_own_phone_gives_no_new_digits_for_the_account_of_another_school(
    clean_app: Flask, teacher: int, made_elsewhere: int, visitor: Visitor, another_visitor: Visitor
) -> None:
    sign_in(visitor, TEACHER, PASSWORD)
    switch_on(clean_app, visitor, teacher)
    sign_in(another_visitor, TEACHER, OF_ATTACKER)
    secret = switch_on(clean_app, another_visitor, made_elsewhere, OF_ATTACKER)
    statuses = []
    for turn in range(MOST + 4):
        if turn == MOST - 1:
            own = Visitor(clean_app)
            sign_in(own, TEACHER, OF_ATTACKER)
            give(own, digits_of(clean_app, secret))
            assert is_signed_in(own)
        thief = Visitor(clean_app)
        assert sign_in(thief, TEACHER, PASSWORD).path == "/inloggen/code"
        statuses.append(give(thief, f"{turn:06}").status)
    assert statuses == [422] * MOST + [429] * 4


@pytest.mark.parametrize("own", [OF_ATTACKER, "geraden"])
def test_nobody_elsewhere_shuts_an_owner_out_of_their_known_browser(
    clean_app: Flask, teacher: int, made_elsewhere: int, visitor: Visitor, own: str
) -> None:
    enter(visitor, PASSWORD)
    for turn in range(2 * MOST):
        sign_in(Visitor(clean_app), TEACHER, own if turn % 3 == 0 else f"geraden {turn}")
    use_up_tries_from_here(clean_app)
    enter(visitor, PASSWORD)


def test_a_browser_of_somebody_at_two_schools_is_known_at_both(
    clean_app: Flask, teacher: int, made_elsewhere: int, visitor: Visitor
) -> None:
    enter(visitor, PASSWORD)
    enter(visitor, OF_ATTACKER)
    for turn in range(MOST + 1):
        sign_in(Visitor(clean_app), TEACHER, f"onzin {turn}")
    enter(visitor, PASSWORD)
    enter(visitor, OF_ATTACKER)


def test_in_a_browser_that_knows_both_each_account_counts_alone(
    teacher: int, made_elsewhere: int, visitor: Visitor
) -> None:
    enter(visitor, PASSWORD)
    enter(visitor, OF_ATTACKER)
    for turn in range(MOST):
        assert sign_in(visitor, TEACHER, f"geraden {turn}").status == 422
        if turn % 4 == 0:
            enter(visitor, OF_ATTACKER)
    assert sign_in(visitor, TEACHER, PASSWORD).status == 422
