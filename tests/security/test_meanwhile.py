"""What is under way when the owner, or an admin, changes the account is not done any more."""

from functools import partial

import pytest
from flask import Flask

from quiz.blueprints.accounts import account_routes, operations, own_account
from tests.blueprints.accounts.people import (
    PASSWORD,
    TEACHER,
    is_signed_in,
    make_person,
    person,
    press,
    sign_in,
)
from tests.blueprints.accounts.test_second_step import digits_of, forget_last, give, switch_on
from tests.security.meanwhile import (
    Act,
    Between,
    account_of,
    everywhere_out,
    new_password,
    step_off,
)
from tests.usecases.attempts.pupils import at_the_same_instant
from tests.visitor import Page, Visitor


@pytest.mark.parametrize(
    "change", ["new password", "everywhere out", "second step on", "other role", "closed"]
)
def test_a_password_that_was_right_a_moment_ago_lets_nobody_in(
    clean_app: Flask, changes: dict[str, Act], between: Between, *, change: str
) -> None:
    between(operations, "enter_as", changes[change])
    thief = Visitor(clean_app)
    page = sign_in(thief, TEACHER)
    assert page.status == 409
    assert "net veranderd" in page.text
    assert not is_signed_in(thief)


@pytest.mark.parametrize(
    "change", ["new password", "everywhere out", "second step off", "without code", "closed"]
)
def test_digits_that_were_right_a_moment_ago_let_nobody_in(
    clean_app: Flask,
    changes: dict[str, Act],
    owner: Visitor,
    teacher: int,
    between: Between,
    *,
    change: str,
) -> None:
    secret = switch_on(clean_app, owner, teacher)
    thief = Visitor(clean_app)
    sign_in(thief, TEACHER)
    between(operations, "enter_as", changes[change])
    assert give(thief, digits_of(clean_app, secret)).status == 409
    assert not is_signed_in(thief)


@pytest.mark.parametrize("where", ["go_on", "enter_as"])
@pytest.mark.parametrize("change", ["new password", "second step on"])
def test_a_school_that_could_be_chosen_a_moment_ago_lets_nobody_in(
    clean_app: Flask,
    changes: dict[str, Act],
    teacher: int,
    between: Between,
    *,
    change: str,
    where: str,
) -> None:
    make_person(clean_app, TEACHER, "teacher", school="School Twee")
    thief = Visitor(clean_app)
    page = sign_in(thief, TEACHER)
    assert page.path == "/inloggen/kies"
    between(operations, where, changes[change])
    token = page.form.values["csrf_token"]
    answer = thief.post("/inloggen/kies", {"csrf_token": token, "account": str(teacher)})
    assert answer.status == 409
    assert not is_signed_in(thief)


def own_acts(app: Flask, thief: Visitor) -> dict[str, Act]:
    """What somebody with a session and the password of then changes of the account."""

    def step_on() -> Page:
        page = thief.get("/account/code")
        with thief.client.session_transaction() as session:
            secret = str(session["new_second_step"])
        return thief.submit(page, present=PASSWORD, code=digits_of(app, secret))

    return {
        "new password": partial(
            press, thief, "/account", "/account", present=PASSWORD, password="van de dief 123"
        ),
        "second step on": step_on,
        "second step off": partial(step_off, thief),
    }


@pytest.mark.parametrize(
    ("act", "change"),
    [
        *(("new password", change) for change in ("new password", "second step on", "closed")),
        *((act, "everywhere out") for act in ("new password", "second step on", "second step off")),
    ],
)
def test_the_own_account_is_not_changed_by_a_password_of_a_moment_ago(
    clean_app: Flask,
    changes: dict[str, Act],
    teacher: int,
    between: Between,
    *,
    act: str,
    change: str,
) -> None:
    thief = Visitor(clean_app)
    sign_in(thief, TEACHER)
    kept: list[str] = []

    def owner_is_first() -> None:
        changes[change]()
        kept.append(account_of(clean_app, teacher))

    between(own_account, "end_try", owner_is_first)
    own_acts(clean_app, thief)[act]()
    assert account_of(clean_app, teacher) == kept[0]
    assert not is_signed_in(thief)


def test_digits_are_not_switched_off_for_who_is_signed_out_everywhere_at_that_moment(
    clean_app: Flask, owner: Visitor, teacher: int, between: Between
) -> None:
    secret = switch_on(clean_app, owner, teacher)
    thief = Visitor(clean_app)
    sign_in(thief, TEACHER)
    give(thief, digits_of(clean_app, secret))
    forget_last(clean_app, teacher)
    assert is_signed_in(thief)
    token = thief.get("/account").form.values["csrf_token"]
    between(account_routes, "require_staff", partial(everywhere_out, owner), after=True)
    assert thief.post("/account/code/uit", {"csrf_token": token, "present": PASSWORD}).status == 403
    assert person(clean_app, teacher).tf_totp_secret == secret
    assert not is_signed_in(thief)


def test_nobody_who_signs_in_all_the_time_survives_a_new_password(
    clean_app: Flask, owner: Visitor, teacher: int
) -> None:
    thieves = [Visitor(clean_app) for _one in range(3)]

    def keep_trying(thief: Visitor) -> object:
        return [sign_in(thief, TEACHER) for _turn in range(2) if not is_signed_in(thief)]

    tries = (partial(keep_trying, thief) for thief in thieves)
    calls: list[Act] = [partial(new_password, owner), *tries]
    at_the_same_instant(calls)
    assert is_signed_in(owner)
    assert [thief for thief in thieves if is_signed_in(thief)] == []
