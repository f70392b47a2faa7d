"""Who keeps no cookies hears so, and what to do; an old page is called an old page."""

import time

import pytest
from flask import Flask

from tests.blueprints.classroom.school import add_staff
from tests.conftest import services_of
from tests.visitor import Page, Visitor

TITLE = "Je browser bewaart geen cookies"
OLD = "Deze pagina was te oud"


@pytest.fixture
def forgetful(clean_app: Flask) -> Visitor:
    """A browser that throws every cookie away."""
    visitor = Visitor(clean_app)
    visitor.client = clean_app.test_client(use_cookies=False)
    return visitor


@pytest.fixture
def forms(class_code: str) -> dict[str, dict[str, str]]:
    """Every form that somebody sends first, filled in well."""
    schooling = {"school_type": "havo", "year": "2"}
    return {
        "/": {"code": class_code},
        "/meedoen": {"code": class_code},
        f"/meedoen/{class_code}": schooling,
        "/start": schooling,
        "/terug": {"code": "otter tafel 123 456"},
        "/inloggen": {"email": "docent@voorbeeld.nl", "password": "een lange zin"},
    }


@pytest.fixture(autouse=True)
def _somebody(clean_app: Flask) -> None:
    add_staff(services_of(clean_app), "docent@voorbeeld.nl", "teacher")


def test_without_cookies_every_first_form_says_so_and_what_to_do(
    forgetful: Visitor, forms: dict[str, dict[str, str]]
) -> None:
    for path, fields in forms.items():
        page = forgetful.submit(forgetful.get(path), **fields)
        assert (page.status, TITLE in page.text) == (400, True), path
        assert "Zet cookies aan" in page.text
        assert OLD not in page.text


@pytest.mark.parametrize("token", [{}, {"csrf_token": ""}, {"csrf_token": "x.y.z"}])
def test_a_form_without_cookie_and_token_is_called_the_same(
    forgetful: Visitor, token: dict[str, str]
) -> None:
    assert TITLE in forgetful.post("/meedoen", {"code": "CCC333", **token}).text


def test_other_cookies_are_not_ours(visitor: Visitor, clean_app: Flask) -> None:
    page = visitor.get("/meedoen")
    other = clean_app.test_client()
    other.set_cookie("portal", "abc")
    form = page.form.values
    assert TITLE in Page(other.post("/meedoen", data={**form, "code": "CCC333"})).text


@pytest.mark.parametrize(("hours", "title"), [(23, TITLE), (25, OLD)])
def test_a_page_that_was_open_longer_than_its_cookie_lives_is_an_old_page(
    forgetful: Visitor, monkeypatch: pytest.MonkeyPatch, hours: int, title: str
) -> None:
    now = time.time
    with monkeypatch.context() as before:
        before.setattr(time, "time", lambda: now() - hours * 3600)
        page = forgetful.get("/start")
    assert title in forgetful.submit(page, school_type="havo", year="2").text


def test_who_keeps_cookies_and_sends_a_wrong_token_has_an_old_page(visitor: Visitor) -> None:
    visitor.get("/start")
    assert OLD in visitor.post("/start", {"csrf_token": "x"}).text


def test_who_was_busy_is_told_how_to_come_back(
    visitor: Visitor, clean_app: Flask, forgetful: Visitor
) -> None:
    block = visitor.begin()
    page = forgetful.post("/vragen", dict(block.form.values))
    assert page.status == 403
    assert "/terug" in page.links()


def test_who_uses_it_every_day_goes_on_and_who_stayed_away_for_a_day_comes_back_by_code(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time
    visitor.begin()
    for hours, known in ((14, True), (28, True), (42, True), (70, False)):
        monkeypatch.setattr(time, "time", lambda away=hours: now() + away * 3600)
        page = visitor.get("/vragen")
        assert (page.status == 200) == known, hours
    assert "/terug" in page.links()
