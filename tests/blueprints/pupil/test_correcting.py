"""A wrong school type, year or town can be mended, and nothing else changes by it."""

import pytest

from quiz.storage.database import Database
from tests.blueprints.pupil import way
from tests.visitor import Visitor


def _told(database: Database) -> list[tuple[str, int | None, str | None]]:
    return [(a.school_type, a.year, a.municipality) for a in way.stored_attempts(database)]


def test_what_was_told_stands_there_and_can_be_told_again(
    visitor: Visitor, database: Database
) -> None:
    page = visitor.start(school_type="havo", year="2", place="Ede")
    code = way.return_code(page)
    assert "Je koos: Havo, leerjaar 2, in de gemeente Ede." in page.text
    page = visitor.get("/aanpassen")
    values = page.form.values
    assert (values["school_type"], values["year"], values["place"]) == ("havo", "2", "Ede")
    after = visitor.submit(page, school_type="vmbo-kb", year="3", place="Dronten")
    assert way.return_code(after) == code  # it was not gone past yet
    assert _told(database) == [("vmbo-kb", 3, "GM0303")]
    assert "Je koos: Vmbo kader, leerjaar 3, in de gemeente Dronten." in visitor.get("/code").text


def test_answers_and_result_stay_and_the_steps_follow(visitor: Visitor, database: Database) -> None:
    result = way.at_result(visitor)
    before = way.stored_rows(database)
    assert "/aanpassen" in result.links()
    after = visitor.submit(visitor.get("/aanpassen"), school_type="po", year="8", place="Ede")
    assert after.path == "/resultaat"
    assert after.text != result.text
    rows = way.stored_rows(database)
    assert (rows["answer"], rows["result"]) == (before["answer"], before["result"])


def test_half_way_the_same_block_comes_back(visitor: Visitor) -> None:
    page = way.answer_blocks(visitor, visitor.begin(), blocks=2)
    back = visitor.submit(visitor.get("/aanpassen"), school_type="vwo", year="4")
    assert way.questions_of(back) == way.questions_of(page)


def test_in_a_class_the_town_stays_that_of_the_class(
    visitor: Visitor, database: Database, class_code: str
) -> None:
    visitor.start(f"/meedoen/{class_code}", school_type="havo", year="2")
    (before,) = _told(database)
    page = visitor.get("/aanpassen")
    assert "place" not in page.form.values
    visitor.submit(page, school_type="vwo", year="3", place="Middelburg")
    assert _told(database) == [("vwo", 3, before[2])]
    (attempt,) = way.stored_attempts(database)
    assert attempt.class_id is not None


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"school_type": "havo", "year": "6"}, "Havo heeft leerjaar 1 tot en met 5"),
        ({"school_type": "po", "year": "3"}, "Op de basisschool kies je groep 7 of 8"),
        ({"school_type": "universiteit"}, "Kies op welke school je zit"),
        ({"school_type": ""}, "Kies op welke school je zit"),
        ({"year": "twee"}, "Kies je klas of groep"),
        ({"place": "Verweggistan"}, "Deze plaats kennen we niet"),
        ({"place": "x" * 500}, "Deze plaatsnaam is te lang"),
        ({"place": "Hengelo"}, "Welke plaats bedoel je?"),
    ],
)
def test_what_is_wrong_is_said_and_changes_nothing(
    visitor: Visitor, database: Database, fields: dict[str, str], says: str
) -> None:
    visitor.start(school_type="havo", year="2", place="Ede")
    before = _told(database)
    again = visitor.submit(visitor.get("/aanpassen"), **fields)
    assert again.status == 422
    assert says in again.text
    assert _told(database) == before


def test_no_place_is_a_place_too(visitor: Visitor, database: Database) -> None:
    visitor.start(school_type="havo", year="2", place="Ede")
    visitor.submit(visitor.get("/aanpassen"), place="", year="")
    assert _told(database) == [("havo", None, None)]


def test_a_retake_has_its_own_school_and_the_same_town(
    visitor: Visitor, database: Database
) -> None:
    way.at_result(visitor)
    visitor.submit(visitor.get("/opnieuw"), school_type="havo", year="3")
    visitor.submit(visitor.get("/aanpassen"), school_type="vwo", year="4", place="Ede")
    first, later = way.stored_attempts(database)
    assert (first.school_type, first.year) == ("havo", 2)
    assert (later.school_type, later.year) == ("vwo", 4)
    assert (first.municipality, later.municipality) == ("GM0228", "GM0228")


def test_without_an_attempt_there_is_nothing_to_mend(visitor: Visitor) -> None:
    assert visitor.get("/aanpassen").status == 403


def test_in_english(visitor: Visitor) -> None:
    visitor.start(school_type="havo", year="2", place="Ede")
    page = visitor.get("/aanpassen?taal=en")
    assert "Chose the wrong one?" in page.text
    assert "You chose: Havo" in visitor.get("/code").text
