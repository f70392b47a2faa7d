"""Staff come in with address and password, and get where they were going."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from quiz.storage.tables.staff import Staff
from quiz.web.access.staff import IDLE, LONGEST_SESSION
from tests.blueprints.accounts import people
from tests.blueprints.accounts.people import PASSWORD, TEACHER, is_signed_in, sign_in
from tests.conftest import services_of
from tests.visitor import Visitor


def test_the_right_password_opens_the_first_room(visitor: Visitor, teacher: int) -> None:
    page = sign_in(visitor, TEACHER)
    assert page.status == 200
    assert page.path in ("/klassen", "/account")
    assert is_signed_in(visitor)
    assert "/uitloggen" in page.links()


@pytest.mark.parametrize("typed", ["DOCENT@Een.example", "  docent@een.example "])
def test_capitals_and_spaces_around_an_address_do_not_matter(
    visitor: Visitor, teacher: int, typed: str
) -> None:
    sign_in(visitor, typed)
    assert is_signed_in(visitor)


@pytest.mark.parametrize(
    ("email", "password"),
    [
        (TEACHER, "verkeerd wachtwoord"),
        (TEACHER, ""),
        ("", PASSWORD),
        ("niemand@een.example", PASSWORD),
        ("geen adres", PASSWORD),
        (TEACHER, PASSWORD * 100),
        ("\x00'--", "\x00"),
    ],
)
def test_whatever_is_wrong_is_said_in_the_same_words(
    visitor: Visitor, teacher: int, email: str, password: str
) -> None:
    page = sign_in(visitor, email, password)
    assert page.status == 422
    assert "horen niet bij elkaar" in page.text
    assert not is_signed_in(visitor)


def test_a_closed_account_is_as_good_as_none(
    clean_app: Flask, visitor: Visitor, another_visitor: Visitor, teacher: int
) -> None:
    sign_in(another_visitor, TEACHER)
    with services_of(clean_app).database.writing() as session:
        session.get_one(Staff, teacher).active = False
    assert not is_signed_in(another_visitor), "its sessions end at once"
    assert "horen niet bij elkaar" in sign_in(visitor, TEACHER).text


def test_who_was_on_the_way_somewhere_gets_there(visitor: Visitor, teacher: int) -> None:
    asked = visitor.get("/account/code")
    assert asked.path == "/inloggen"
    assert visitor.submit(asked, email=TEACHER, password=PASSWORD).path == "/account/code"


def test_a_mistake_on_the_way_does_not_forget_the_way(visitor: Visitor, teacher: int) -> None:
    wrong = visitor.submit(visitor.get("/account/code"), email=TEACHER, password="verkeerd")
    assert visitor.submit(wrong, email=TEACHER, password=PASSWORD).path == "/account/code"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://kwaad.example/",
        "//kwaad.example/",
        "/\\kwaad.example",
        "\\\\kwaad.example",
        "javascript:alert(1)",
        "/\t/kwaad.example",
        "kwaad.example",
        "///kwaad.example",
    ],
)
def test_nobody_is_sent_to_another_website(visitor: Visitor, teacher: int, elsewhere: str) -> None:
    page = visitor.get("/inloggen")
    answer = visitor.client.post(
        "/inloggen",
        data={**page.form.values, "email": TEACHER, "password": PASSWORD, "verder": elsewhere},
    )
    assert answer.status_code == 303
    assert answer.location in ("/klassen", "/account")


def test_who_is_in_already_is_not_asked_again(signed_in: Visitor) -> None:
    assert signed_in.get("/inloggen?verder=/account").path == "/account"


def test_signing_out_ends_it_here(signed_in: Visitor) -> None:
    page = signed_in.submit(signed_in.get("/uitloggen"))
    assert page.path == "/inloggen"
    assert not is_signed_in(signed_in)


def test_signing_out_everywhere_ends_it_in_every_browser(
    signed_in: Visitor, another_visitor: Visitor
) -> None:
    sign_in(another_visitor, TEACHER)
    signed_in.submit(signed_in.get("/uitloggen"), action="everywhere")
    assert not is_signed_in(signed_in)
    assert not is_signed_in(another_visitor)


def test_a_session_that_nobody_uses_ends(
    pass_time: Callable[[timedelta], None], signed_in: Visitor
) -> None:
    pass_time(IDLE - timedelta(minutes=5))
    assert is_signed_in(signed_in)
    pass_time(IDLE - timedelta(minutes=5))
    assert is_signed_in(signed_in), "a page counts as use"
    pass_time(IDLE)
    assert not is_signed_in(signed_in)


def test_a_session_ends_at_the_end_of_the_day_however_busy(
    pass_time: Callable[[timedelta], None], signed_in: Visitor
) -> None:
    for _hour in range(int(LONGEST_SESSION / timedelta(hours=1)) - 1):
        pass_time(timedelta(hours=1))
        assert is_signed_in(signed_in)
    pass_time(timedelta(hours=1))
    assert not is_signed_in(signed_in)


def test_a_form_that_comes_too_late_says_that_nothing_changed(
    pass_time: Callable[[timedelta], None], signed_in: Visitor
) -> None:
    page = signed_in.get("/account")
    pass_time(IDLE)
    late = signed_in.submit(page, present=PASSWORD, password="een ander wachtwoord")
    assert late.status == 403
    assert "/inloggen" in late.links()
    sign_in(signed_in, TEACHER, PASSWORD)
    assert is_signed_in(signed_in)


def test_a_form_without_its_token_signs_nobody_in(visitor: Visitor, teacher: int) -> None:
    page = visitor.post("/inloggen", {"email": TEACHER, "password": PASSWORD})
    assert page.status == 400
    assert not is_signed_in(visitor)


def test_a_cookie_of_a_signed_out_browser_elsewhere_opens_nothing_once_the_password_changed(
    signed_in: Visitor, another_visitor: Visitor
) -> None:
    sign_in(another_visitor, TEACHER)
    changed = people.press(
        signed_in, "/account", "/account", present=PASSWORD, password="een heel ander zinnetje"
    )
    assert "bewaard" in changed.text
    assert is_signed_in(signed_in), "who changed it stays"
    assert not is_signed_in(another_visitor)
