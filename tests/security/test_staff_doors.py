"""Attacks on the doors of the staff: guessing, learning who has an account, keeping a cookie."""

import flask_security
import pytest
from flask import Flask

from quiz.accounts import operations as signing
from quiz.accounts import second_step
from quiz.extensions import limiter
from quiz.web.limits import TRIES_AT_ONE_DOOR, TRIES_PER_ADDRESS
from tests.accounts import people
from tests.accounts.people import PASSWORD, TEACHER, is_signed_in, sign_in
from tests.accounts.test_second_step import digits_of, give, switch_on
from tests.conftest import SECRETS
from tests.visitor import Visitor
from tests.web.conftest import MakeApp

MOST = TRIES_AT_ONE_DOOR.amount
NOBODY = "niemand@een.example"


@pytest.fixture
def teacher(clean_app: Flask) -> int:
    return people.make_person(clean_app, TEACHER, "teacher")


@pytest.fixture
def signed_in(visitor: Visitor, teacher: int) -> Visitor:
    sign_in(visitor, TEACHER)
    return visitor


def without_marks(app: Flask) -> Visitor:
    """A fresh browser, as an attacker has as many of as they like."""
    return Visitor(app)


def test_who_knows_the_password_gets_no_new_digits_by_typing_it_again(
    clean_app: Flask, signed_in: Visitor, teacher: int
) -> None:
    switch_on(clean_app, signed_in, teacher)
    statuses = []
    for turn in range(MOST + 4):
        thief = without_marks(clean_app)
        assert sign_in(thief, TEACHER).path == "/inloggen/code"
        statuses.append(give(thief, f"{turn:06}").status)
    assert statuses == [422] * MOST + [429] * 4


def test_whose_phone_gives_the_right_digits_is_not_kept_out_by_that(
    clean_app: Flask, signed_in: Visitor, teacher: int
) -> None:
    secret = switch_on(clean_app, signed_in, teacher)
    signed_in.submit(signed_in.get("/uitloggen"))
    for _turn in range(MOST + 1):
        thief = without_marks(clean_app)
        sign_in(thief, TEACHER)
        give(thief, "000000")
    sign_in(signed_in, TEACHER)
    give(signed_in, digits_of(clean_app, secret))
    assert is_signed_in(signed_in)


def test_an_open_laptop_does_not_let_a_stranger_put_their_own_phone_in_place(
    clean_app: Flask, signed_in: Visitor, teacher: int
) -> None:
    old = signed_in.get("/account/code")
    secret = switch_on(clean_app, signed_in, teacher)
    assert signed_in.get("/account/code").path == "/account"
    with clean_app.app_context():
        other = str(second_step.codes().generate_totp_secret())
    with signed_in.client.session_transaction() as session:
        session["new_second_step"] = other
    page = signed_in.submit(old, code=digits_of(clean_app, other))
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
    check = flask_security.verify_password

    def counted(password: str, hashed: str) -> bool:
        checked.append(hashed)
        return bool(check(password, hashed))

    monkeypatch.setattr(signing, "verify_password", counted)
    assert sign_in(without_marks(clean_app), email, "verkeerd").status == 422
    assert len(checked) == 1
    assert checked[0].startswith("$argon2id$")


def test_the_answer_to_a_wrong_password_is_the_same_page_whoever_it_is_for(
    clean_app: Flask, visitor: Visitor, teacher: int
) -> None:
    texts = {sign_in(visitor, email, "verkeerd").text for email in (TEACHER, NOBODY, "geen adres")}
    assert len(texts) == 1


def test_pupils_who_type_nonsense_do_not_shut_their_teacher_out(
    clean_app: Flask, signed_in: Visitor
) -> None:
    signed_in.submit(signed_in.get("/uitloggen"))
    for _turn in range(TRIES_PER_ADDRESS.amount):
        limiter.limiter.hit(TRIES_PER_ADDRESS, "try", "address", "127.0.0.1")
    assert sign_in(without_marks(clean_app), TEACHER).status == 429
    sign_in(signed_in, TEACHER)
    assert is_signed_in(signed_in)


def test_a_copy_of_the_cookie_opens_nothing_after_signing_out(
    clean_app: Flask, signed_in: Visitor, another_visitor: Visitor
) -> None:
    copied = signed_in.client.get_cookie("zeven_werelden")
    assert copied is not None
    sign_in(another_visitor, TEACHER)
    signed_in.submit(signed_in.get("/uitloggen"))
    thief = without_marks(clean_app)
    thief.client.set_cookie("zeven_werelden", copied.value)
    assert not is_signed_in(thief)
    assert is_signed_in(another_visitor), "signing out here is not signing out everywhere"
    sign_in(signed_in, TEACHER)
    assert is_signed_in(signed_in)


def test_a_session_that_somebody_planted_is_worth_nothing_after_signing_in(
    clean_app: Flask, visitor: Visitor, teacher: int
) -> None:
    planter = without_marks(clean_app)
    token = planter.get("/inloggen").form.values["csrf_token"]
    planted = planter.client.get_cookie("zeven_werelden")
    assert planted is not None
    visitor.client.set_cookie("zeven_werelden", planted.value)
    sign_in(visitor, TEACHER)
    assert is_signed_in(visitor)
    fresh = visitor.client.get_cookie("zeven_werelden")
    assert fresh is not None
    assert fresh.value != planted.value
    assert not is_signed_in(planter)
    fields = {"csrf_token": token, "present": PASSWORD, "password": "een zin van de dief"}
    assert visitor.post("/account", fields).status == 400, "a token from before is good no more"


def test_over_https_no_other_site_can_plant_a_cookie(make_app: MakeApp) -> None:
    app = make_app(BASE_URL="https://quiz.school.nl", TRUSTED_PROXIES="1")
    people.make_person(app, TEACHER, "teacher")
    client, here = app.test_client(), {"base_url": "https://quiz.school.nl"}
    page = client.get("/inloggen", **here)
    token = page.text.partition('name="csrf_token" value="')[2].partition('"')[0]
    data = {"csrf_token": token, "email": TEACHER, "password": PASSWORD}
    headers = {"Referer": "https://quiz.school.nl/inloggen"}
    answer = client.post("/inloggen", data=data, headers=headers, **here)
    cookies = sorted(answer.headers.getlist("Set-Cookie"))
    assert [cookie.partition("=")[0] for cookie in cookies] == [
        "__Host-zeven_werelden",
        "__Secure-zeven_werelden_bekend",
    ]
    assert all("Secure" in cookie and "HttpOnly" in cookie for cookie in cookies)
    assert "Path=/;" in cookies[0]
    assert "Domain" not in cookies[0]
    assert client.get("/account", **here).status_code == 200


@pytest.mark.parametrize(
    "onward", ["//[", "/\\[", "//evil.example", "/%0d%0aSet-Cookie:x=1", "/\r\nx: y", "http:evil"]
)
def test_an_address_to_go_on_to_never_breaks_or_leads_away(
    visitor: Visitor, teacher: int, onward: str
) -> None:
    form = visitor.get("/inloggen").form.values
    data = {**form, "email": TEACHER, "password": PASSWORD, "verder": onward}
    answer = visitor.client.post("/inloggen", data=data)
    assert answer.status_code == 303
    assert answer.location.startswith("/")
    assert not answer.location.startswith(("//", "/\\"))
    again = visitor.client.get("/inloggen", query_string={"verder": onward})
    assert again.status_code == 303


def test_a_session_names_nothing_that_could_be_used_elsewhere(signed_in: Visitor) -> None:
    with signed_in.client.session_transaction() as session:
        stored = str(dict(session))
    assert TEACHER not in stored
    assert PASSWORD not in stored
    assert not any(secret in stored for secret in SECRETS.values())


def test_a_password_of_another_length_takes_the_same_way(clean_app: Flask, teacher: int) -> None:
    for password in ("", "x", "x" * 60_000, "\x00", "é" * 9_000):
        limiter.reset()
        assert sign_in(without_marks(clean_app), TEACHER, password).status == 422
