"""Schools do not stand in each other's way, and cannot ask about each other."""

from datetime import timedelta

import pytest
from flask import Flask

from quiz.blueprints.accounts import passwords, which_school
from tests.blueprints.accounts.people import (
    OTHER_ADMIN,
    PASSWORD,
    TEACHER,
    is_signed_in,
    make_person,
    sign_in,
)
from tests.blueprints.accounts.test_colleagues import LIST, NEW, link_on
from tests.visitor import Page, Visitor

OTHER = "een zin van de andere school"


@pytest.fixture
def other(clean_app: Flask, other_admin: int, visitor: Visitor) -> Visitor:
    """The admin of the second school in a browser."""
    sign_in(visitor, OTHER_ADMIN)
    return visitor


def come_in(app: Flask, admin: Visitor, email: str, password: str) -> list[Page]:
    """Invite, open the link, choose a password: the pages that the admin and the guest get."""
    shown = admin.submit(admin.get(LIST), email=email, roles="teacher")
    guest = Visitor(app)
    opened = guest.get(link_on(shown))
    return [shown, opened, guest.submit(opened, password=password)]


def test_an_address_that_another_school_took_is_free_here(
    clean_app: Flask, admin_visitor: Visitor, other: Visitor
) -> None:
    come_in(clean_app, other, NEW, OTHER)
    pages = come_in(clean_app, admin_visitor, NEW, PASSWORD)
    assert [page.status for page in pages] == [200, 200, 200]
    for password, school in ((PASSWORD, "School Een"), (OTHER, "School Twee")):
        visitor = Visitor(clean_app)
        sign_in(visitor, NEW, password)
        assert school in visitor.get("/account").text


def test_no_answer_tells_whether_an_address_is_known_elsewhere(
    clean_app: Flask, admin_visitor: Visitor, teacher: int, other: Visitor
) -> None:
    known = come_in(clean_app, other, TEACHER, OTHER)
    unknown = come_in(clean_app, other, "niemand@een.example", OTHER)
    assert [(page.status, page.path.split("/")[1]) for page in known] == [
        (page.status, page.path.split("/")[1]) for page in unknown
    ]
    for one, two in zip(known[1:], unknown[1:], strict=True):
        assert one.text.replace(TEACHER, "X") == two.text.replace("niemand@een.example", "X")


def test_an_own_colleague_is_not_invited_twice(admin_visitor: Visitor, teacher: int) -> None:
    page = admin_visitor.submit(admin_visitor.get(LIST), email=TEACHER, roles="teacher")
    assert page.status == 422
    assert "heeft al een account bij je school" in page.text


def test_one_password_at_two_schools_asks_which(
    clean_app: Flask, teacher: int, visitor: Visitor
) -> None:
    there = make_person(clean_app, TEACHER, "admin", school="School Twee")
    page = sign_in(visitor, TEACHER, path="/account")
    assert page.path == "/inloggen/kies"
    assert "School Een" in page.text
    assert "School Twee" in page.text
    assert visitor.get("/account").path == "/inloggen", "nobody is in yet"
    sign_in(visitor, TEACHER)
    form = visitor.get("/inloggen/kies").form
    token = form.values["csrf_token"]
    for wrong in ("", "x", str(there + 1000)):
        page = visitor.post("/inloggen/kies", {"csrf_token": token, "account": wrong})
        assert page.path == "/inloggen"
    visitor.post("/inloggen/kies", {"csrf_token": token, "account": str(there)})
    assert "School Twee" in visitor.get("/account").text


def test_who_did_not_give_a_password_chooses_nothing(
    clean_app: Flask, teacher: int, visitor: Visitor
) -> None:
    token = visitor.get("/inloggen").form.values["csrf_token"]
    page = visitor.post("/inloggen/kies", {"csrf_token": token, "account": str(teacher)})
    assert page.path == "/inloggen"


def test_choosing_does_not_wait_for_ever(
    clean_app: Flask, teacher: int, visitor: Visitor, pass_time: object
) -> None:
    there = make_person(clean_app, TEACHER, "admin", school="School Twee")
    sign_in(visitor, TEACHER)
    form = visitor.get("/inloggen/kies").form
    assert callable(pass_time)
    pass_time(timedelta(seconds=which_school.WAITS))
    page = visitor.post(
        "/inloggen/kies", {"csrf_token": form.values["csrf_token"], "account": str(there)}
    )
    assert page.path == "/inloggen"
    assert visitor.get("/inloggen/kies").path == "/inloggen"


@pytest.mark.parametrize("copied_chooses", [0, 1])
@pytest.mark.parametrize("owner_chooses", [0, 1])
def test_a_copy_of_the_cookie_that_waits_is_over_once_somebody_chose(
    clean_app: Flask, teacher: int, visitor: Visitor, owner_chooses: int, copied_chooses: int
) -> None:
    accounts = [teacher, make_person(clean_app, TEACHER, "admin", school="School Twee")]
    form = sign_in(visitor, TEACHER).form
    copied = visitor.client.get_cookie("zeven_werelden")
    assert copied is not None
    token = form.values["csrf_token"]
    own = {"csrf_token": token, "account": str(accounts[owner_chooses])}
    assert visitor.post("/inloggen/kies", own).path != "/inloggen"
    for signed_out in (False, True):
        if signed_out:
            visitor.submit(visitor.get("/uitloggen"))
        thief = Visitor(clean_app)
        thief.client.set_cookie("zeven_werelden", copied.value)
        wanted = {"csrf_token": token, "account": str(accounts[copied_chooses])}
        assert thief.post("/inloggen/kies", wanted).path == "/inloggen"
        assert not is_signed_in(thief)


@pytest.mark.parametrize("accounts", range(5))
def test_looking_takes_as_long_whether_there_are_accounts_or_not(
    clean_app: Flask, monkeypatch: pytest.MonkeyPatch, accounts: int
) -> None:
    for number in range(accounts):
        make_person(clean_app, TEACHER, "teacher", school=f"School {number}")
    hashes = []
    monkeypatch.setattr(passwords, "verify_password", lambda *given: hashes.append(given))
    sign_in(Visitor(clean_app), TEACHER, "fout")
    assert len(hashes) == passwords.LEAST_HASHES
