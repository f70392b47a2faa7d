"""The way with a class: the code leads in, the class answers half of the start page."""

import pytest
from sqlalchemy import select, update

from quiz.domain.codes.class_codes import display_class_code
from quiz.storage.database import Database
from quiz.storage.tables.school import SchoolClass
from tests.blueprints.pupil import way
from tests.visitor import Visitor


@pytest.mark.parametrize("where", ["/", "/meedoen"])
def test_a_typed_code_leads_to_the_start_page_of_the_class(
    visitor: Visitor, class_code: str, where: str
) -> None:
    page = visitor.submit(visitor.get(where), code=class_code)
    assert page.path == f"/meedoen/{class_code}"
    assert "Demoklas 2B" in page.text


@pytest.mark.parametrize("change", [str.lower, display_class_code, lambda code: f" {code}. "])
def test_small_letters_spaces_and_dots_in_a_code_do_not_matter(
    visitor: Visitor, class_code: str, change: object
) -> None:
    assert callable(change)
    page = visitor.submit(visitor.get("/meedoen"), code=change(class_code))
    assert page.path == f"/meedoen/{class_code}"


def test_the_address_of_the_qr_code_may_be_typed_in_small_letters(
    visitor: Visitor, class_code: str
) -> None:
    assert visitor.get(f"/meedoen/{class_code.lower()}").path == f"/meedoen/{class_code}"


def test_with_a_class_no_town_is_asked_and_school_and_year_are_chosen_already(
    visitor: Visitor, class_code: str
) -> None:
    form = visitor.get(f"/meedoen/{class_code}").form
    assert "place" not in form.texts
    assert "place" not in form.choices
    assert form.values["school_type"] == "vmbo-kb"
    assert form.values["year"] == "2"


@pytest.mark.parametrize(
    ("preset", "line"),
    [
        (("vmbo-kb", 2), "Vmbo kader, leerjaar 2"),
        (("po", 8), "Basisschool, groep 8"),
        (("havo", None), None),
        (("onbekend", None), None),
    ],
)
def test_where_the_class_says_school_and_year_one_tap_is_enough(
    visitor: Visitor,
    class_code: str,
    database: Database,
    preset: tuple[str, int | None],
    line: str | None,
) -> None:
    with database.writing() as session:
        values = {"school_type": preset[0], "year": preset[1]}
        session.execute(update(SchoolClass).values(values))
    page = visitor.get(f"/meedoen/{class_code}")
    assert page.document is not None
    folds = page.document.findall(".//main//form//details")
    assert [set(fold.attrib) for fold in folds] == ([set()] if line else [])
    assert line is None or line in page.text
    assert len(page.form.choices["school_type"]) == 11
    assert visitor.submit(page).path == "/code"
    attempt = way.stored_attempts(database)[0]
    assert (attempt.school_type, attempt.year) == preset


def test_a_pupil_of_a_class_belongs_to_it_and_to_its_town(
    visitor: Visitor, class_code: str, database: Database
) -> None:
    visitor.begin(f"/meedoen/{class_code}", place="Groningen")
    with database.reading() as session:
        group = session.scalars(select(SchoolClass)).one()
    attempt = way.stored_attempts(database)[0]
    assert attempt.class_id == group.id
    assert attempt.municipality == group.municipality == "GM0228"


def test_pupils_of_a_class_get_different_nicknames(
    visitor: Visitor, another_visitor: Visitor, class_code: str, database: Database
) -> None:
    visitor.start(f"/meedoen/{class_code}")
    another_visitor.start(f"/meedoen/{class_code}")
    names = [attempt.nickname for attempt in way.stored_attempts(database)]
    assert len(set(names)) == len(names) == 2


def test_a_pupil_of_a_class_reaches_a_result(visitor: Visitor, class_code: str) -> None:
    assert visitor.walk_to_result(f"/meedoen/{class_code}").status == 200


def test_a_class_without_school_type_year_and_town_still_works(
    visitor: Visitor, class_code: str, database: Database
) -> None:
    with database.writing() as session:
        session.execute(
            update(SchoolClass).values(school_type="onbekend", year=None, municipality=None)
        )
    form = visitor.get(f"/meedoen/{class_code}").form
    assert form.values["school_type"] == "onbekend"
    assert form.values["year"] == ""
    assert way.at_result(visitor, f"/meedoen/{class_code}").path == "/resultaat"
