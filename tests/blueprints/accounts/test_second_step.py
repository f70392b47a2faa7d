"""The second step: six digits of the moment, each good for one time, kept under a key of ours."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from quiz.blueprints.accounts import second_step
from quiz.blueprints.accounts.operations import SECOND_STEP_WAITS
from quiz.storage.tables.staff import Staff
from quiz.usecases.staff.links import new_password_link
from tests.blueprints.accounts.people import PASSWORD, TEACHER, is_signed_in, person, press, sign_in
from tests.conftest import services_of
from tests.usecases.attempts.pupils import everything_stored
from tests.visitor import Page, Visitor


def digits_of(app: Flask, secret: str) -> str:
    """What the app on the phone shows now."""
    with app.app_context():
        return str(second_step.on_phone(secret).generate().token)


def switch_on(app: Flask, visitor: Visitor, staff_id: int, present: str = PASSWORD) -> str:
    """Switch the second step on in a browser that is signed in; the secret on the phone."""
    page = visitor.get("/account/code")
    with visitor.client.session_transaction() as session:
        secret = str(session["new_second_step"])
    done = visitor.submit(page, present=present, code=digits_of(app, secret))
    assert "Bewaar je herstelcodes" in done.text
    assert person(app, staff_id).tf_totp_secret == secret
    forget_last(app, staff_id)
    return secret


def forget_last(app: Flask, staff_id: int) -> None:
    """As if half a minute went by: the digits of now were not used yet."""
    with services_of(app).database.writing() as session:
        session.get_one(Staff, staff_id).tf_last_counter = None


@pytest.fixture
def secret(clean_app: Flask, signed_in: Visitor, teacher: int) -> str:
    """The second step is on; the browser of the teacher is signed out."""
    found = switch_on(clean_app, signed_in, teacher)
    signed_in.submit(signed_in.get("/uitloggen"))
    return found


def give(visitor: Visitor, digits: str) -> Page:
    """Type six digits after the password."""
    return visitor.submit(visitor.get("/inloggen/code"), code=digits)


def test_the_password_alone_opens_nothing(visitor: Visitor, secret: str) -> None:
    page = sign_in(visitor, TEACHER)
    assert page.path == "/inloggen/code"
    assert not is_signed_in(visitor)


def test_the_digits_open_it_and_one_gets_where_one_was_going(
    clean_app: Flask, visitor: Visitor, secret: str
) -> None:
    page = sign_in(visitor, TEACHER, path="/account")
    assert page.path == "/inloggen/code"
    digits = digits_of(clean_app, secret)
    assert visitor.submit(page, code=f" {digits[:3]} {digits[3:]} ").path == "/account"


def test_a_new_password_by_link_does_not_pass_it(
    clean_app: Flask, visitor: Visitor, secret: str, teacher: int
) -> None:
    parts = services_of(clean_app)
    with parts.database.writing() as session:
        person = session.get_one(Staff, teacher)
        token = new_password_link(session, parts.code_key, person, parts.clock())
    page = visitor.submit(visitor.get(f"/wachtwoord/{token}"), password="weer een andere zin")
    assert page.path == "/inloggen/code"
    assert "Gelukt: je wachtwoord is bewaard." in page.text
    assert not is_signed_in(visitor)
    assert give(visitor, digits_of(clean_app, secret)).path == "/klassen"


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦", "12 34", "9" * 5000])
def test_wrong_digits_are_refused_and_may_be_typed_again(
    visitor: Visitor, secret: str, typed: str
) -> None:
    sign_in(visitor, TEACHER)
    page = give(visitor, typed)
    assert page.status == 422
    assert not is_signed_in(visitor)
    assert page.form.choices == {}


def test_digits_work_once(
    clean_app: Flask, visitor: Visitor, another_visitor: Visitor, secret: str
) -> None:
    digits = digits_of(clean_app, secret)
    for one in (visitor, another_visitor):
        sign_in(one, TEACHER)
    assert give(visitor, digits).status == 200
    assert give(another_visitor, digits).status == 422
    assert not is_signed_in(another_visitor)


def test_guessing_digits_is_counted_like_guessing_passwords(
    clean_app: Flask, visitor: Visitor, secret: str
) -> None:
    sign_in(visitor, TEACHER)
    answers = [give(visitor, "000000").status for _turn in range(11)]
    assert answers[-1] == 429
    assert set(answers[:-1]) == {422}
    assert give(visitor, digits_of(clean_app, secret)).status == 429


def test_nobody_gets_to_the_second_step_without_the_first(visitor: Visitor, secret: str) -> None:
    assert visitor.get("/inloggen/code").path == "/inloggen"
    token = visitor.get("/inloggen").form.values["csrf_token"]
    page = visitor.post("/inloggen/code", {"csrf_token": token, "code": "123456"})
    assert page.path == "/inloggen"


def test_the_second_step_does_not_wait_for_ever(
    clean_app: Flask,
    pass_time: Callable[[timedelta], None],
    visitor: Visitor,
    secret: str,
) -> None:
    page = sign_in(visitor, TEACHER)
    pass_time(timedelta(seconds=SECOND_STEP_WAITS))
    assert visitor.submit(page, code=digits_of(clean_app, secret)).path == "/inloggen"
    assert not is_signed_in(visitor)


def test_a_new_password_meanwhile_ends_the_waiting(
    clean_app: Flask, visitor: Visitor, teacher: int, secret: str
) -> None:
    page = sign_in(visitor, TEACHER)
    with services_of(clean_app).database.writing() as session:
        session.get_one(Staff, teacher).fs_uniquifier = "somebody else now"
    assert visitor.submit(page, code=digits_of(clean_app, secret)).path == "/inloggen"


def test_it_is_on_only_once_the_phone_was_right(
    clean_app: Flask, signed_in: Visitor, teacher: int
) -> None:
    page = signed_in.submit(signed_in.get("/account/code"), present=PASSWORD, code="000000")
    assert page.status == 422
    assert person(clean_app, teacher).tf_totp_secret is None
    assert switch_on(clean_app, signed_in, teacher)


def test_the_drawing_and_the_key_stay_after_a_mistake_and_only_then(
    clean_app: Flask, signed_in: Visitor, teacher: int
) -> None:
    seen_by_a_stranger, of_owner = (key_on(signed_in.get("/account/code")) for _look in range(2))
    assert seen_by_a_stranger != of_owner
    page = signed_in.get("/account/code")
    key = key_on(page)
    for present, code in (("verkeerd", "000000"), (PASSWORD, "000000"), (PASSWORD, "")):
        page = signed_in.submit(page, present=present, code=code)
        assert (page.status, key_on(page)) == (422, key), "the phone is still right"
    with signed_in.client.session_transaction() as session:
        digits = digits_of(clean_app, str(session["new_second_step"]))
    assert "herstelcodes" in signed_in.submit(page, present=PASSWORD, code=digits).text


def key_on(page: Page) -> str:
    """The drawing for the phone and the key under it."""
    return page.html.partition("<figure")[2].partition("</figure>")[0]


def test_only_who_knows_the_password_switches_it_off(
    clean_app: Flask, signed_in: Visitor, teacher: int
) -> None:
    switch_on(clean_app, signed_in, teacher)
    refused = press(signed_in, "/account", "/account/code/uit", present="verkeerd")
    assert refused.status == 422
    assert person(clean_app, teacher).tf_totp_secret
    press(signed_in, "/account", "/account/code/uit", present=PASSWORD)
    assert person(clean_app, teacher).tf_totp_secret is None


def test_the_secret_is_stored_encrypted(clean_app: Flask, signed_in: Visitor, teacher: int) -> None:
    secret = switch_on(clean_app, signed_in, teacher)
    with clean_app.app_context():
        key = second_step.on_phone(secret).base32_key
    assert key not in everything_stored(services_of(clean_app).database)
