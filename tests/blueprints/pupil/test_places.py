"""The town on the start page: spelling forgiven, doubles asked, only the municipality kept."""

import logging
import re

import pytest

from quiz.storage.database import Database
from tests.blueprints.pupil import way
from tests.visitor import Page, Visitor


def _start_with(visitor: Visitor, place: str) -> Page:
    return visitor.submit(visitor.get("/start"), school_type="vwo", year="4", place=place)


@pytest.mark.parametrize(
    ("typed", "municipality"),
    [
        ("Ede", "GM0228"),
        ("  ede ", "GM0228"),
        ("EDE", "GM0228"),
        ("Den Haag", "GM0518"),
        ("'s-Gravenhage", "GM0518"),
        ("Bergen (Noord-Holland)", "GM0373"),
        ("Capelle a/d IJssel", "GM0502"),
        ("gemeente Ede, 6711 AB", "GM0228"),
        ("", None),
        ("   ", None),
    ],
)
def test_of_a_town_only_its_municipality_is_kept(
    visitor: Visitor, database: Database, typed: str, municipality: str | None
) -> None:
    assert _start_with(visitor, typed).path == "/code"
    attempt = way.stored_attempts(database)[0]
    assert attempt.municipality == municipality
    assert (attempt.school_type, attempt.year) == ("vwo", 4)


def _refused(page: Page) -> Page:
    assert page.status == 422
    assert page.path == "/start"
    assert page.form.values["school_type"] == "vwo"
    assert page.form.values["year"] == "4"
    return page


def test_an_unknown_town_keeps_everything_that_was_filled_in(
    visitor: Visitor, database: Database
) -> None:
    page = _refused(_start_with(visitor, "Xyzzyburcht"))
    assert "Deze plaats kennen we niet" in page.text
    assert page.form.values["place"] == "Xyzzyburcht"
    assert way.stored_attempts(database) == []
    assert visitor.submit(page, place="").path == "/code"


@pytest.mark.parametrize("typed", ["6711 ZX", "6711ZX Xyzzyburcht", "Ed, 6711 ZX", "Bergen 6711ZX"])
def test_a_postcode_is_kept_nowhere_and_said_back_by_no_page(
    visitor: Visitor,
    database: Database,
    typed: str,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    page = _refused(_start_with(visitor, typed))
    assert "6711" not in page.text
    assert visitor.submit(page, place="6711ZX Ede").path == "/code"
    assert way.stored_attempts(database)[0].municipality == "GM0228"
    said = capsys.readouterr()
    for kept in (said.out, said.err, caplog.text, str(vars(way.stored_attempts(database)[0]))):
        assert not re.search("6711 ?ZX", kept)


def test_who_gives_only_a_postcode_is_asked_for_the_name(visitor: Visitor) -> None:
    page = _refused(_start_with(visitor, "6711 ZX"))
    assert "Een postcode vragen we niet" in page.text
    assert page.form.values["place"] == ""


def test_a_typing_error_gets_the_town_that_was_meant_as_a_choice(
    visitor: Visitor, database: Database
) -> None:
    page = _refused(_start_with(visitor, "Amsterdm"))
    assert "Welke plaats bedoel je?" in page.text
    assert "Amsterdam" in page.form.choices["place"]
    assert visitor.submit(page, place="Amsterdam").path == "/code"
    assert way.stored_attempts(database)[0].municipality == "GM0363"


def test_a_town_that_exists_twice_asks_which_one(visitor: Visitor, database: Database) -> None:
    page = _refused(_start_with(visitor, "Bergen"))
    choices = page.form.choices["place"]
    assert "Bergen (Noord-Holland)" in choices
    assert "Bergen (Limburg)" in choices
    assert visitor.submit(page, place="Bergen (Limburg)").path == "/code"
    assert way.stored_attempts(database)[0].municipality == "GM0893"


def test_a_pupil_may_choose_no_town_after_all(visitor: Visitor, database: Database) -> None:
    page = _start_with(visitor, "Bergen")
    assert "" in page.form.choices["place"]
    assert visitor.submit(page, place="").path == "/code"
    assert way.stored_attempts(database)[0].municipality is None


def test_every_suggested_town_is_accepted_as_it_stands(
    visitor: Visitor, another_visitor: Visitor
) -> None:
    page = _start_with(visitor, "Rijswijk")
    for choice in page.form.choices["place"]:
        another_visitor.client.delete_cookie("zeven_werelden")
        assert _start_with(another_visitor, choice).path == "/code", choice


def test_a_very_long_town_is_refused_with_the_rest_kept(visitor: Visitor) -> None:
    page = _refused(_start_with(visitor, "a" * 81))
    assert "te lang" in page.text


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"school_type": ""}, "Kies op welke school je zit"),
        ({"school_type": "gymnasium"}, "Kies op welke school je zit"),
        ({"year": "9"}, "Kies je klas of groep"),
        ({"year": "-1"}, "Kies je klas of groep"),
        ({"year": "twee"}, "Kies je klas of groep"),
    ],
)
def test_a_school_or_year_that_does_not_exist_is_asked_again(
    visitor: Visitor, database: Database, fields: dict[str, str], sentence: str
) -> None:
    values = {"school_type": "vwo", "year": "4", "place": "Ede", **fields}
    page = visitor.submit(visitor.get("/start"), **values)
    assert page.status == 422
    assert sentence in page.text
    kept = {name: value for name, value in values.items() if name not in fields}
    assert {name: page.form.values[name] for name in kept} == kept
    assert way.stored_attempts(database) == []


def test_a_start_page_without_a_school_is_asked_again(visitor: Visitor) -> None:
    page = visitor.get("/start")
    answer = visitor.post("/start", {"csrf_token": way.token_of(page)})
    assert answer.status == 422
    assert "Kies op welke school je zit" in answer.text
