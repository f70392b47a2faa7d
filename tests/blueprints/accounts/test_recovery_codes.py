"""Codes on paper for who lost the phone: ten, each good once, and never shown again."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from sqlalchemy import select

from quiz.domain.codes.recovery_codes import CODES_IN_A_SET
from quiz.storage.tables.staff import StaffAction, StaffRecoveryCode
from tests.blueprints.accounts.people import PASSWORD, TEACHER, is_signed_in, press, sign_in
from tests.blueprints.accounts.test_second_step import digits_of, forget_last, give
from tests.conftest import services_of
from tests.security.on_disk import traces
from tests.visitor import Page, Visitor

NEW_SET = "/account/herstelcodes"


def codes_on(page: Page) -> list[str]:
    """The codes that a page shows."""
    found = re.findall(r"\b([3-9A-Z]{5} [3-9A-Z]{5})\b", page.text)
    assert len(found) == CODES_IN_A_SET, page.text
    return found


def kept(app: Flask) -> list[bytes]:
    with services_of(app).database.reading() as session:
        return list(session.scalars(select(StaffRecoveryCode.digest)))


def actions(app: Flask) -> list[str]:
    with services_of(app).database.reading() as session:
        return list(session.scalars(select(StaffAction.action).order_by(StaffAction.id)))


@pytest.fixture
def paper(clean_app: Flask, signed_in: Visitor, teacher: int) -> list[str]:
    """What stands on the paper of the teacher, who is signed in with the second step on."""
    page = signed_in.get("/account/code")
    with signed_in.client.session_transaction() as session:
        digits = digits_of(clean_app, str(session["new_second_step"]))
    codes = codes_on(signed_in.submit(page, present=PASSWORD, code=digits))
    forget_last(clean_app, teacher)
    return codes


def test_each_code_is_good_once_instead_of_the_digits(
    clean_app: Flask, another_visitor: Visitor, paper: list[str]
) -> None:
    for used, code in enumerate(paper, start=1):
        sign_in(another_visitor, TEACHER)
        assert give(another_visitor, code.lower() if used % 2 else code).path == "/klassen"
        assert len(kept(clean_app)) == CODES_IN_A_SET - used
        another_visitor.submit(another_visitor.get("/uitloggen"))
    sign_in(another_visitor, TEACHER)
    assert give(another_visitor, paper[0]).status == 422
    assert not is_signed_in(another_visitor)
    assert actions(clean_app).count("recovery code used") == CODES_IN_A_SET


def test_how_many_are_left_is_said_and_a_new_set_ends_the_old(
    another_visitor: Visitor, signed_in: Visitor, paper: list[str], clean_app: Flask
) -> None:
    assert "nog 10 die werken" in signed_in.get("/account").text
    sign_in(another_visitor, TEACHER)
    give(another_visitor, paper[0])
    assert "nog 9 die werken" in signed_in.get("/account").text
    new = codes_on(press(signed_in, "/account", NEW_SET, present=PASSWORD))
    assert not set(new) & set(paper)
    assert "nog 10 die werken" in signed_in.get("/account").text
    another_visitor.submit(another_visitor.get("/uitloggen"))
    sign_in(another_visitor, TEACHER)
    assert give(another_visitor, paper[1]).status == 422
    assert give(another_visitor, new[1]).path == "/klassen"
    assert actions(clean_app).count("recovery codes made") == 1


def test_a_new_set_takes_the_password_and_a_second_step(
    clean_app: Flask, signed_in: Visitor, teacher: int
) -> None:
    assert press(signed_in, "/account", NEW_SET, present="geraden wachtwoord").status == 422
    assert press(signed_in, "/account", NEW_SET, present=PASSWORD).path == "/account/code"
    assert kept(clean_app) == []


def test_without_a_second_step_no_paper_is_good(
    clean_app: Flask, signed_in: Visitor, paper: list[str]
) -> None:
    press(signed_in, "/account", "/account/code/uit", present=PASSWORD)
    assert kept(clean_app) == []


def test_an_admin_who_switches_it_off_ends_the_paper_too(
    clean_app: Flask, admin_visitor: Visitor, paper: list[str], teacher: int
) -> None:
    press(admin_visitor, "/collegas", f"/collegas/{teacher}", action="without-code")
    assert kept(clean_app) == []


def test_guessing_on_paper_counts_with_guessing_digits(
    another_visitor: Visitor, paper: list[str]
) -> None:
    sign_in(another_visitor, TEACHER)
    for turn in range(10):
        assert give(another_visitor, "HJM47 9CDFK" if turn % 2 else "123456").status == 422
    assert give(another_visitor, paper[0]).status == 429
    assert not is_signed_in(another_visitor)


def test_two_at_the_same_instant_use_a_code_once(
    clean_app: Flask, paper: list[str], teacher: int
) -> None:
    visitors = [Visitor(clean_app) for _each in range(4)]
    for visitor in visitors:
        sign_in(visitor, TEACHER)
    with ThreadPoolExecutor(4) as many:
        pages = list(many.map(lambda visitor: give(visitor, paper[0]), visitors))
    assert sum(page.path == "/klassen" for page in pages) == 1


def test_the_paper_of_a_colleague_opens_nothing(
    clean_app: Flask, paper: list[str], admin: int
) -> None:
    with services_of(clean_app).database.writing() as session:
        row = session.scalars(select(StaffRecoveryCode)).first()
        assert row is not None
        row.staff_id = admin  # even when it stood there under another name
    wrong = 0
    for code in paper:
        visitor = Visitor(clean_app)
        sign_in(visitor, TEACHER)
        wrong += give(visitor, code).status == 422
    assert wrong == 1


def test_no_code_is_kept_or_logged(
    clean_app: Flask, paper: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    marks = [mark for code in paper for mark in (code, code.replace(" ", ""))]
    assert traces(services_of(clean_app), *(mark.encode() for mark in marks)) == set()
    said = "".join(capfd.readouterr())
    assert not any(mark in said for mark in marks)
