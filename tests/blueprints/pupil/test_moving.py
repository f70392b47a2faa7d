"""At the entrance of a class while this device is busy: take along, begin anew, or go on there."""

import pytest
from sqlalchemy import select, update

from quiz.storage.database import Database
from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.school import SchoolClass
from tests.blueprints.pupil import way
from tests.blueprints.pupil.retaking import retake
from tests.visitor import Visitor


def _class_name(database: Database) -> str | None:
    with database.reading() as session:
        named = select(SchoolClass.name).join(Attempt, Attempt.class_id == SchoolClass.id)
        return session.scalar(named)


def _half_way(visitor: Visitor) -> None:
    visitor.answer_all(visitor.begin(place="Groningen"), "4")


def _not_begun(visitor: Visitor) -> None:
    visitor.begin()


def _finished(visitor: Visitor) -> None:
    way.at_result(visitor)


def _retaking(visitor: Visitor) -> None:
    way.at_result(visitor)
    visitor.answer_all(retake(visitor), "2")


@pytest.mark.parametrize("so_far", [_not_begun, _half_way, _finished, _retaking])
def test_who_began_without_a_class_takes_everything_along(
    visitor: Visitor, class_code: str, database: Database, so_far: object
) -> None:
    assert callable(so_far)
    so_far(visitor)
    answers, was_at = way.stored_answers(database), visitor.get("/vragen")
    entrance = visitor.submit(visitor.get("/meedoen"), code=class_code.lower())
    assert entrance.path == f"/meedoen/{class_code}"
    assert all(choice in entrance.text for choice in way.CHOICES)
    assert "zonder klas" in entrance.text
    inside = visitor.submit(entrance)
    assert inside.path == "/code"
    assert "Je doet mee met Demoklas 2B" in inside.text
    assert _class_name(database) == "Demoklas 2B"
    assert way.stored_answers(database) == answers
    again = visitor.get("/vragen")
    assert again.path == was_at.path
    if again.path == "/vragen":
        assert way.questions_of(again) == way.questions_of(was_at)


def test_a_wrong_class_is_left_for_the_right_one_and_its_code_goes_on(
    visitor: Visitor, another_visitor: Visitor, class_code: str, other_code: str, database: Database
) -> None:
    page = visitor.start(f"/meedoen/{class_code}")
    code = way.return_code(page)
    visitor.answer_all(visitor.submit(page), "4")
    entrance = visitor.get(f"/meedoen/{other_code}")
    assert "in Demoklas 2B" in entrance.text
    assert "Met Demoklas 2B doe je dan niet meer mee." in entrance.text
    visitor.submit(entrance)
    assert _class_name(database) == "3C"
    back = another_visitor.submit(another_visitor.get("/terug"), code=code)
    assert "Blok 2 van 4" in back.html


def test_the_page_says_what_changes_and_only_that(
    visitor: Visitor, class_code: str, other_code: str, database: Database
) -> None:
    visitor.begin(place="Groningen")
    entrance = visitor.get(f"/meedoen/{class_code}")
    assert "tot 1 augustus 20" in entrance.text
    assert "We kijken dan vanuit Ede." in entrance.text
    assert "bezet" not in entrance.text
    assert "decanen" not in entrance.text
    assert "in een klas bewaren we die niet" in visitor.get(f"/meedoen/{other_code}").text
    visitor.submit(visitor.get(f"/meedoen/{other_code}"))
    assert way.stored_attempts(database)[0].municipality is None
    assert "woonplaats" not in visitor.get(f"/meedoen/{class_code}").text


def test_a_taken_nickname_is_told_before_and_after(
    visitor: Visitor, another_visitor: Visitor, class_code: str, database: Database
) -> None:
    another_visitor.begin(f"/meedoen/{class_code}")
    visitor.begin()
    with database.writing() as session:
        session.execute(update(Attempt).values(nickname="Kalme Antilope"))
    entrance = visitor.get(f"/meedoen/{class_code}")
    assert "Je bijnaam is in deze klas al bezet. Je krijgt een nieuwe." in entrance.text
    page = visitor.submit(entrance)
    assert "Daarom heb je een nieuwe." in page.text
    new = way.stored_attempts(database)[1].nickname
    assert new != "Kalme Antilope"
    assert new in page.text


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (("vmbo-kb", "2"), False),
        (("vmbo-kb", ""), False),
        (("onbekend", "1"), False),
        (("havo", "2"), True),
        (("vmbo-kb", "3"), True),
        (("po", ""), True),
    ],
)
def test_school_and_year_are_asked_again_only_where_they_differ(
    visitor: Visitor, class_code: str, database: Database, told: tuple[str, str], asked: bool
) -> None:
    for choice in ("klas", "zelf"):
        visitor.client.delete_cookie("zeven_werelden")
        visitor.begin(school_type=told[0], year=told[1])
        entrance = visitor.get(f"/meedoen/{class_code}")
        assert entrance.form.choices == ({"school": ["klas", "zelf"]} if asked else {})
        assert visitor.submit(entrance, **({"school": choice} if asked else {})).path == "/code"
        stored = way.stored_attempts(database)[-1]
        kept = asked and choice == "zelf"
        now = (stored.school_type, str(stored.year or ""))
        assert now == (told if kept else ("vmbo-kb", "2"))
