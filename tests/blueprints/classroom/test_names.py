"""The name of a class is text of staff that pupils see: it never becomes anything but text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.domain.text.names import plain_name, unwanted
from quiz.storage.tables.school import SchoolClass
from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import add_class, code_of, finish
from tests.fuzz.naughty import NAUGHTY
from tests.visitor import Visitor

MARKUP = '<b onclick="alert(1)">&amp;"\'{{7*7}}%(x)s'
PAGES = ["", "/scherm", "/voortgang", "/les", "/sluiten", "/wissen", "/beeld", "/beeld/scherm"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  2B \n techniek\t", "2B techniek"),
        ("2B\u200b\u200e\u202e\u2066", "2B"),
        ("2B\x00\x07\x1b[31m", "2B[31m"),
        ("2B\u2028\u2029C", "2B C"),
        ("Z" + "\u0300" * 30, "Z\u0300\u0300"),
        ("\u0301\u0302", ""),
        ("2\ufe0f\u20e3 ❤\ufe0f", "2\ufe0f\u20e3 ❤\ufe0f"),
        ("Café 🚀", "Café 🚀"),
        ("صف ٢", "صف ٢"),
        (None, ""),
    ],
)
def test_a_name_keeps_what_can_be_seen(typed: str | None, kept: str) -> None:
    assert plain_name(typed) == kept


@given(st.text())
def test_a_name_is_the_same_when_it_is_read_again_and_holds_nothing_unwanted(typed: str) -> None:
    name = plain_name(typed)
    assert plain_name(name) == name
    assert unwanted(name) is None


def test_markup_in_a_name_is_text_on_every_page(
    services: Services, at_work: Visitor, teacher: Staff
) -> None:
    class_id = add_class(services, teacher, MARKUP)
    finish(services, class_id, 10)
    without = [at_work.get(f"/klassen/{class_id}{page}") for page in PAGES]
    at_work.submit(at_work.get(f"/klassen/{class_id}/beeld"))
    pictured = [at_work.get(f"/klassen/{class_id}{page}") for page in PAGES]
    for page in (*without, *pictured):
        assert "<b onclick" not in page.html, page.path
    assert pictured[-1].path == f"/klassen/{class_id}/beeld/scherm"
    assert MARKUP in at_work.get("/klassen").text


def test_markup_in_a_name_is_text_for_a_pupil(
    services: Services, visitor: Visitor, teacher: Staff
) -> None:
    class_id = add_class(services, teacher, MARKUP)
    page = visitor.get(f"/meedoen/{code_of(services.database, class_id)}")
    assert MARKUP in page.text


def test_any_text_makes_a_class_or_is_refused_kindly(services: Services, at_work: Visitor) -> None:
    for text in NAUGHTY:
        form = at_work.get("/klassen/nieuw").form
        fields = {**form.values, "name": text, "school_type": "havo", "place": ""}
        page = at_work.post("/klassen/nieuw", fields)
        assert page.status in {200, 422}, text[:40]
    with services.database.reading() as session:
        names = [group.name for group in session.query(SchoolClass)]
    assert names
    assert all(name == plain_name(name) and 1 <= len(name) <= 40 for name in names)


def test_any_text_as_a_town_is_answered(at_work: Visitor) -> None:
    for text in NAUGHTY:
        form = at_work.get("/klassen/nieuw").form
        fields = {**form.values, "name": "2B", "school_type": "havo", "place": text}
        assert at_work.post("/klassen/nieuw", fields).status in {200, 422}, text[:40]
