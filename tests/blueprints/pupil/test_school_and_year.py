"""A year goes with a school: what a pupil tells is stored as meant, or asked again."""

import pytest

from quiz.storage.database import Database
from tests.blueprints.pupil import way
from tests.visitor import Page, Visitor

# What schools have: primary school asks groep 7 and 8, a mixed class parts by year 3.
POSSIBLE = {
    "po": "78",
    "pro": "123456",
    "vmbo-bb": "1234",
    "vmbo-kb": "1234",
    "vmbo-gl-tl": "1234",
    "brugklas": "123",
    "havo": "12345",
    "vwo": "123456",
    "isk": "123456",
    "mbo": "1234",
    "onbekend": "123456",
}
EVERY_PAIR = [(school, year) for school in POSSIBLE for year in ("", *"12345678")]


def _is_possible(school: str, year: str) -> bool:
    return not year or year in POSSIBLE[school]


def _assert_asked_again(page: Page, school: str, year: str) -> None:
    """One line says what is wrong, and everything that was filled in is still there."""
    assert page.status == 422, (school, year)
    assert page.document is not None
    lines = {
        "".join(each.itertext())
        for each in page.document.iter("p")
        if each.get("id") == "year-error"
    }
    assert len(lines) == 1, (school, year)
    assert page.form.values["school_type"] == school
    assert page.form.values["year"] == year


def test_without_a_class_every_pair_is_stored_as_meant_or_asked_again(
    visitor: Visitor, database: Database
) -> None:
    for school, year in EVERY_PAIR:
        visitor.client.delete_cookie("zeven_werelden")
        before = len(way.stored_attempts(database))
        page = visitor.start(school_type=school, year=year, place="Ede")
        after = way.stored_attempts(database)
        if _is_possible(school, year):
            assert (after[-1].school_type, str(after[-1].year or "")) == (school, year)
            assert page.path == "/code"
        else:
            _assert_asked_again(page, school, year)
            assert page.form.values["place"] == "Ede"
            assert len(after) == before, (school, year)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (("havo", "6"), "Havo heeft leerjaar 1 tot en met 5."),
        (("vmbo-bb", "6"), "Vmbo basis heeft leerjaar 1 tot en met 4."),
        (("mbo", "5"), "Mbo heeft leerjaar 1 tot en met 4."),
        (("brugklas", "4"), "Brugklas (gemengd) heeft leerjaar 1 tot en met 3."),
        (("vmbo-kb", "7"), "Groep 7 en 8 zijn op de basisschool."),
        (("onbekend", "8"), "Groep 7 en 8 zijn op de basisschool."),
        (("po", "3"), "Op de basisschool kies je groep 7 of 8."),
    ],
)
def test_the_line_says_what_that_school_has_and_a_right_year_then_goes_on(
    visitor: Visitor, class_code: str, database: Database, told: tuple[str, str], words: str
) -> None:
    school, year = told
    for path in ("/start", f"/meedoen/{class_code}"):
        visitor.client.delete_cookie("zeven_werelden")
        page = visitor.start(path, school_type=school, year=year)
        _assert_asked_again(page, school, year)
        assert page.text.count(words) == 2  # on top, and with the field
        right = POSSIBLE[school][-1]
        assert visitor.submit(page, year=right).path == "/code"
        stored = way.stored_attempts(database)[-1]
        assert (stored.school_type, str(stored.year)) == (school, right)


@pytest.mark.parametrize(
    "fields",
    [
        {"school_type": "havo", "year": "6"},
        {"school_type": "po", "year": "2"},
        {"school_type": "vmbo-gl-tl", "year": "8"},
        {"school_type": "gymnasium", "year": "2"},
        {"school_type": "vwo", "year": "12"},
        {"year": "3"},
    ],
)
def test_before_a_retake_it_is_asked_again_as_well(
    visitor: Visitor, first: Page, database: Database, fields: dict[str, str]
) -> None:
    token = way.token_of(visitor.get("/opnieuw"))
    before = way.stored_rows(database)
    page = visitor.post("/opnieuw", {"csrf_token": token, **fields})
    assert (page.status, page.path) == (422, "/opnieuw")
    assert "Kijk hier nog even naar." in page.text
    assert way.stored_rows(database) == before
    again = visitor.submit(page, school_type="vwo", year="3")
    assert again.path == "/vragen"


def test_without_scripts_every_year_is_there_and_says_which_schools_have_it(
    visitor: Visitor,
) -> None:
    page = visitor.get("/start")
    assert page.document is not None
    told = {
        option.get("value"): set((option.get("data-schools") or "").split())
        for option in page.document.iter("option")
    }
    assert told.pop("") == set()
    assert told == {
        year: {school for school, years in POSSIBLE.items() if year in years} for year in "12345678"
    }
