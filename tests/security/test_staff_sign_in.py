"""Attacks on the sign-in of the staff: guessing, and learning who has an account."""

import pytest
from flask import Flask

from quiz.blueprints.accounts import passwords, second_step
from quiz.usecases.staff.hashing import verify_password
from quiz.web.access.limits import TRIES_PER_KEY
from tests.blueprints.accounts import people
from tests.blueprints.accounts.people import TEACHER, is_signed_in, sign_in
from tests.blueprints.accounts.test_second_step import digits_of, give, switch_on
from tests.counting import forget_counts, use_up_tries_from_here
from tests.visitor import Visitor

MOST = TRIES_PER_KEY.amount
NOBODY = "niemand@een.example"


def without_marks(app: Flask) -> Visitor:
    """A fresh browser, as an attacker has as many of as they like."""
    return Visitor(app)


def test_who_knows_the_password_gets_no_new_digits_by_typing_it_again(
    clean_app: Flask, owner: Visitor, teacher: int
) -> None:
    switch_on(clean_app, owner, teacher)
    statuses = []
    for turn in range(MOST + 4):
        thief = without_marks(clean_app)
        assert sign_in(thief, TEACHER).path == "/inloggen/code"
        statuses.append(give(thief, f"{turn:06}").status)
    assert statuses == [422] * MOST + [429] * 4


def test_whose_phone_gives_the_right_digits_is_not_kept_out_by_that(
    clean_app: Flask, owner: Visitor, teacher: int
) -> None:
    secret = switch_on(clean_app, owner, teacher)
    owner.submit(owner.get("/uitloggen"))
    for _turn in range(MOST + 1):
        thief = without_marks(clean_app)
        sign_in(thief, TEACHER)
        give(thief, "000000")
    sign_in(owner, TEACHER)
    give(owner, digits_of(clean_app, secret))
    assert is_signed_in(owner)


def test_an_open_laptop_does_not_let_a_stranger_put_their_own_phone_in_place(
    clean_app: Flask, owner: Visitor, teacher: int
) -> None:
    secret = switch_on(clean_app, owner, teacher)
    assert owner.get("/account/code").path == "/account"
    with clean_app.app_context():
        other = second_step.new_secret()
    with owner.client.session_transaction() as session:
        session["new_second_step"] = other
    fields = {"present": people.PASSWORD, "code": digits_of(clean_app, other)}
    token = owner.get("/account").form.values["csrf_token"]
    page = owner.post("/account/code", {**fields, "csrf_token": token})
    assert page.path == "/account"
    assert "bewaard" not in page.text
    assert people.person(clean_app, teacher).tf_totp_secret == secret


@pytest.mark.parametrize(
    "other_way", ["DOCENT@EEN.EXAMPLE", " docent@een.example", "docent@Een.Example"]
)
@pytest.mark.parametrize("email", [TEACHER, NOBODY])
def test_an_address_without_an_account_is_counted_as_one_with(
    clean_app: Flask, teacher: int, email: str, other_way: str
) -> None:
    name = email.split("@", maxsplit=1)[0]
    typed = other_way.replace("docent", name).replace("DOCENT", name.upper())
    for _turn in range(MOST):
        assert sign_in(without_marks(clean_app), typed, "verkeerd").status == 422
    assert sign_in(without_marks(clean_app), email, "verkeerd").status == 429


@pytest.mark.parametrize("email", [TEACHER, NOBODY])
def test_a_strange_spelling_of_the_host_is_counted_the_same_for_everybody(
    clean_app: Flask, teacher: int, email: str
) -> None:
    strange = email.replace("een", "een").replace("example", "ｅｘａｍｐｌｅ")
    for _turn in range(MOST):
        assert sign_in(without_marks(clean_app), strange, "verkeerd").status == 422
    assert sign_in(without_marks(clean_app), email, "verkeerd").status == 429


@pytest.mark.parametrize("email", [TEACHER, NOBODY, "geen adres"])
def test_a_wrong_password_is_as_much_work_whoever_it_is_for(
    clean_app: Flask, teacher: int, email: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str] = []

    def counted(code_key: bytes, password: str, hashed: str) -> bool:
        checked.append(hashed)
        return verify_password(code_key, password, hashed)

    monkeypatch.setattr(passwords, "verify_password", counted)
    assert sign_in(without_marks(clean_app), email, "verkeerd").status == 422
    assert len(checked) == passwords.LEAST_HASHES
    assert all(hashed.startswith("$argon2id$") for hashed in checked)


def test_the_answer_to_a_wrong_password_is_the_same_page_whoever_it_is_for(
    clean_app: Flask, visitor: Visitor, teacher: int
) -> None:
    texts = {sign_in(visitor, email, "verkeerd").text for email in (TEACHER, NOBODY, "geen adres")}
    assert len(texts) == 1


def test_pupils_who_type_nonsense_do_not_shut_their_teacher_out(
    clean_app: Flask, owner: Visitor
) -> None:
    owner.submit(owner.get("/uitloggen"))
    use_up_tries_from_here(clean_app)
    assert sign_in(without_marks(clean_app), TEACHER).status == 429
    sign_in(owner, TEACHER)
    assert is_signed_in(owner)


def test_a_password_of_another_length_takes_the_same_way(clean_app: Flask, teacher: int) -> None:
    for password in ("", "x", "x" * 60_000, "\x00", "é" * 9_000):
        forget_counts(clean_app)
        assert sign_in(without_marks(clean_app), TEACHER, password).status == 422
