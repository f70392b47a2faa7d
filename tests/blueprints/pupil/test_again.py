"""Back, reload, and everything sent twice: the right page, nothing lost, nothing doubled."""

import pytest

from quiz.storage.database import Database
from tests.blueprints.pupil import way
from tests.visitor import Visitor


@pytest.mark.parametrize("path", ["/code", "/vragen", "/resultaat", "/volgende", "/wissen"])
def test_reloading_a_page_changes_nothing(visitor: Visitor, database: Database, path: str) -> None:
    way.at_result(visitor)
    before = way.stored_rows(database)
    first, second = visitor.get(path), visitor.get(path)
    assert first.path == second.path
    assert first.text == second.text
    assert way.stored_rows(database) == before


def test_reloading_a_block_shows_the_same_questions_in_the_same_order(visitor: Visitor) -> None:
    page = visitor.answer_all(visitor.begin(), "5")
    assert way.questions_of(visitor.get("/vragen")) == way.questions_of(page)


def test_a_block_that_was_shown_stays_what_it_is_after_an_earlier_answer_changes(
    visitor: Visitor,
) -> None:
    first = visitor.begin()
    second = visitor.answer_all(first, "5")
    shown = visitor.answer_all(visitor.get("/vragen?blok=1"), "1")
    assert way.questions_of(shown) == way.questions_of(second)


def test_back_to_an_earlier_block_shows_the_given_answers(visitor: Visitor) -> None:
    first = visitor.begin()
    second = visitor.answer_all(first, "2")
    assert "/vragen?blok=1" in second.links()
    back = visitor.get("/vragen?blok=1")
    assert way.checked_on(back) == dict.fromkeys(way.questions_of(first), "2")


def test_back_from_the_last_page_leads_to_the_tech_type_with_its_answers(visitor: Visitor) -> None:
    tech = way.at_tech_type(visitor)
    last = visitor.answer_all(tech, "3")
    back = visitor.get(next(link for link in last.links() if "blok=" in link))
    assert way.checked_on(back) == dict.fromkeys(way.questions_of(tech), "3")
    assert "own_world" in visitor.answer_all(back, "5").form.choices


def test_a_later_block_cannot_be_reached_by_its_number(visitor: Visitor) -> None:
    page = visitor.begin()
    for number in ("2", "4", "5", "6", "99"):
        assert way.questions_of(visitor.get(f"/vragen?blok={number}")) == way.questions_of(page)


def test_the_start_page_sent_twice_makes_one_attempt_with_one_code(
    visitor: Visitor, database: Database
) -> None:
    start = visitor.get("/start")
    code = way.return_code(visitor.submit(start, school_type="vwo"))
    again = visitor.submit(start, school_type="vwo")
    assert way.return_code(again) == code
    assert len(way.stored_attempts(database)) == 1


def test_the_start_page_sent_again_in_the_middle_leads_back_to_the_questions(
    visitor: Visitor, database: Database
) -> None:
    start = visitor.get("/start")
    code_page = visitor.submit(start, school_type="vwo")
    second = visitor.answer_all(visitor.submit(code_page), "4")
    again = visitor.submit(start, school_type="vwo")
    assert way.questions_of(again) == way.questions_of(second)
    assert len(way.stored_attempts(database)) == 1


def test_back_on_the_start_page_tells_who_is_busy_here(
    visitor: Visitor, database: Database
) -> None:
    visitor.begin()
    page = visitor.get("/start")
    assert way.stored_attempts(database)[0].nickname in page.text
    assert {"/vragen", "/volgende"} <= set(page.links())


def test_who_goes_back_to_correct_the_start_page_leaves_no_empty_attempt_behind(
    visitor: Visitor, class_code: str, database: Database
) -> None:
    visitor.start(f"/meedoen/{class_code}", school_type="havo")
    visitor.start(f"/meedoen/{class_code}", school_type="vwo")
    assert [attempt.school_type for attempt in way.stored_attempts(database)] == ["vwo"]


def test_who_starts_again_after_answering_loses_no_answers(
    visitor: Visitor, database: Database
) -> None:
    code_page = visitor.start()
    first = visitor.submit(code_page)
    visitor.answer_all(first, "4")
    visitor.start()
    assert len(way.stored_attempts(database)) == 2
    back = visitor.submit(visitor.get("/terug"), code=way.return_code(code_page))
    assert set(way.questions_of(back)).isdisjoint(way.questions_of(first))
    assert len(way.stored_answers(database)) == 7


def test_every_page_of_the_way_may_be_sent_twice(visitor: Visitor, database: Database) -> None:
    page = visitor.get("/start")
    while page.path != "/resultaat":
        form = page.form
        values = form.random_values(visitor.chance)
        first = visitor.post(form.action, values)
        rows = way.stored_rows(database)
        second = visitor.post(form.action, values)
        assert (second.path, second.status) == (first.path, 200)
        assert second.text == first.text
        _same_but_for_the_moment(rows, way.stored_rows(database))
        page = second


def test_the_last_page_sent_twice_makes_one_result(visitor: Visitor, database: Database) -> None:
    last = way.at_own_world(visitor)
    first = visitor.submit(last, own_world="hitech-science")
    before = way.stored_rows(database)
    second = visitor.submit(last, own_world="hitech-science")
    assert first.path == second.path == "/resultaat"
    assert first.text == second.text
    assert way.stored_rows(database) == before
    assert len(before["result"]) == 1


def _same_but_for_the_moment(before: way.Rows, after: way.Rows) -> None:
    assert after["answer"] == before["answer"]
    assert after["result"] == before["result"]
    assert [row[0] for row in after["attempt"]] == [row[0] for row in before["attempt"]]
