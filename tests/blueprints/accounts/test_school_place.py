"""An admin says where the school stands: only then do its classes count for a region."""

import pytest
from flask import Flask
from sqlalchemy import select

from quiz.storage.tables.school import School
from tests.conftest import services_of
from tests.visitor import Page, Visitor

PAGE = "/collegas/plaats"
EDE = "GM0228"


def _stored(app: Flask) -> str | None:
    with services_of(app).database.reading() as session:
        return session.scalar(select(School.municipality).where(School.name == "School Een"))


def _say(visitor: Visitor, place: str) -> Page:
    return visitor.submit(visitor.get(PAGE), place=place)


def test_a_school_counts_for_the_region_of_its_place_until_it_says_otherwise(
    clean_app: Flask, admin_visitor: Visitor
) -> None:
    assert "in geen enkele regio mee" in admin_visitor.get(PAGE).text
    assert "Het is bewaard" in _say(admin_visitor, " ede ").text
    assert _stored(clean_app) == EDE
    assert "staat in Ede" in admin_visitor.get(PAGE).text
    assert "FoodValley" in admin_visitor.get(PAGE).text
    _say(admin_visitor, "")
    assert _stored(clean_app) is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [("Beek", "Welke plaats bedoel je?"), ("Xyzzy", "kennen we niet"), ("6711 AB", "post")],
)
def test_what_is_no_single_place_changes_nothing(
    clean_app: Flask, admin_visitor: Visitor, typed: str, words: str
) -> None:
    _say(admin_visitor, "Ede")
    page = _say(admin_visitor, typed)
    assert page.status == 422
    assert words in page.text
    assert _stored(clean_app) == EDE


def test_a_name_that_the_catalogue_knows_is_a_hint_and_no_more(
    clean_app: Flask, admin_visitor: Visitor
) -> None:
    with services_of(clean_app).database.writing() as session:
        session.scalars(
            select(School).where(School.name == "School Een")
        ).one().name = "Het Perron Veenendaal"
    page = admin_visitor.get(PAGE)
    assert "Volgens onze lijst van scholen is dat Veenendaal" in page.text
    assert page.form.values["place"] == ""
    assert "in geen enkele regio mee" in page.text


def test_a_teacher_does_not_say_it(clean_app: Flask, signed_in: Visitor) -> None:
    assert signed_in.get(PAGE).status == 404
