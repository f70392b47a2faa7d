"""At the entrance of a class, busy on this device: what does not move, and who is not asked."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from quiz.storage.database import Database
from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.school import SchoolClass
from tests.blueprints.pupil import way
from tests.visitor import Page, Visitor

LONG_AGO = datetime(2026, 1, 2, tzinfo=UTC)


@pytest.mark.parametrize("event", ["closed", "over", "full"])
@pytest.mark.parametrize("when", ["before the door", "after the door"])
def test_a_class_that_lets_nobody_in_says_so_and_leads_back(
    visitor: Visitor, class_code: str, database: Database, event: str, when: str
) -> None:
    visitor.answer_all(visitor.begin(), "4")
    entrance = visitor.get(f"/meedoen/{class_code}")
    changes = {"closed": "closed_at", "over": "joining_until", "full": "capacity"}
    with database.writing() as session:
        value = 0 if event == "full" else LONG_AGO
        session.execute(update(SchoolClass).values({changes[event]: value}))
    before = way.stored_rows(database)
    path = f"/meedoen/{class_code}"
    page = visitor.get(path) if when == "before the door" else visitor.submit(entrance)
    assert page.status == 409
    assert ("vol" if event == "full" else "dicht") in way.heading(page)
    assert "blijft bewaard" in page.text
    assert "/vragen" in page.links()
    assert way.stored_rows(database) == before


def test_in_two_tabs_it_happens_once_also_when_the_class_closes_in_between(
    visitor: Visitor, class_code: str, database: Database
) -> None:
    visitor.begin()
    one, other = (visitor.get(f"/meedoen/{class_code}") for _ in range(2))
    assert visitor.submit(one).path == "/code"
    with database.writing() as session:
        session.execute(update(SchoolClass).values(closed_at=LONG_AGO))
    assert visitor.submit(other).path == "/code"
    assert len(way.stored_attempts(database)) == 1


def _stays(page: Page, why: str) -> None:
    assert why in page.text
    assert [choice in page.text for choice in way.CHOICES] == [False, True, True]


def test_answers_in_a_picture_stay_and_the_page_says_why(
    visitor: Visitor, class_code: str, database: Database
) -> None:
    visitor.begin()
    entrance = visitor.get(f"/meedoen/{class_code}")
    with database.writing() as session:
        session.execute(update(Attempt).values(pictured=True))
    _stays(visitor.get(f"/meedoen/{class_code}"), "staan al in een klassenbeeld")
    refused = visitor.submit(entrance)
    assert (refused.status, way.heading(refused)) == (409, "Je antwoorden blijven waar ze zijn")


def test_who_begins_anew_has_a_second_attempt_and_the_first_stays_with_its_code(
    visitor: Visitor, another_visitor: Visitor, class_code: str, database: Database
) -> None:
    page = visitor.start()
    visitor.answer_all(visitor.submit(page), "4")
    entrance = visitor.get(f"/meedoen/{class_code}")
    anew = next(link for link in entrance.links() if "opnieuw" in link)
    assert visitor.start(anew, school_type="vmbo-kb", year="2").path == "/code"
    assert [each.class_id is None for each in way.stored_attempts(database)] == [True, False]
    old = another_visitor.submit(another_visitor.get("/terug"), code=way.return_code(page))
    assert "Blok 2 van 4" in old.html


def test_somebody_else_on_this_device_comes_to_the_class_they_opened(
    visitor: Visitor, class_code: str, other_code: str, database: Database
) -> None:
    visitor.begin(f"/meedoen/{class_code}")
    entrance = visitor.get(f"/meedoen/{other_code}")
    assert "/volgende" in entrance.links()
    page = visitor.submit(visitor.get("/volgende"))
    assert page.path == f"/meedoen/{other_code}"
    assert way.stored_attempts(database)[0].nickname not in page.text


def test_a_device_that_knows_nobody_any_more_says_how_to_come_back(
    visitor: Visitor, class_code: str, database: Database
) -> None:
    visitor.begin()
    entrance = visitor.get(f"/meedoen/{class_code}")
    visitor.client.delete_cookie("zeven_werelden")
    assert visitor.submit(entrance).status in {400, 403}
    assert way.stored_attempts(database)[0].class_id is None


def test_who_opens_their_own_class_again_and_teachers_who_try_are_not_asked(
    visitor: Visitor, class_code: str, other_code: str, database: Database
) -> None:
    visitor.begin(f"/meedoen/{class_code}")
    assert way.TAKE not in visitor.get(f"/meedoen/{class_code}").text
    with database.writing() as session:
        session.execute(update(Attempt).values(class_id=None, trial=True))
    assert way.TAKE not in visitor.get(f"/meedoen/{other_code}").text
