"""After the result: late answers, "nog preciezer", and fewer answers than a picture needs."""

import re

import pytest

from quiz.storage.database import Database
from tests.blueprints.pupil import way
from tests.visitor import Page, Visitor

ALL_BLOCKS = 8


def _finish(visitor: Visitor, page: Page, blocks: int = way.BLOCKS) -> Page:
    """From a first block to the result, with "leuk" on every question."""
    page = visitor.answer_all(way.answer_blocks(visitor, page, "4", blocks), "4")
    return visitor.submit(page, own_world="onbekend")


def _more(visitor: Visitor) -> Page:
    """Press the button for seven more questions."""
    return visitor.submit(visitor.get("/resultaat"))


def test_a_changed_answer_after_the_result_gets_a_clear_page_and_changes_nothing(
    visitor: Visitor, database: Database
) -> None:
    old_tab = visitor.begin()
    _finish(visitor, old_tab)
    before = way.stored_rows(database)
    page = visitor.answer_all(old_tab, "1")
    assert page.status == 409
    assert "Je resultaat is al gemaakt" in page.text
    assert "/resultaat" in page.links()
    assert way.stored_rows(database) == before


def test_the_same_answers_sent_after_the_result_lead_to_the_result(
    visitor: Visitor, database: Database
) -> None:
    old_tab = visitor.begin()
    result = _finish(visitor, old_tab)
    before = way.stored_rows(database)
    page = visitor.answer_all(old_tab, "4")
    assert (page.path, page.text) == ("/resultaat", result.text)
    assert way.stored_rows(database) == before


def test_the_questions_lead_to_the_result_when_it_is_made(visitor: Visitor) -> None:
    way.at_result(visitor)
    assert visitor.get("/vragen").path == "/resultaat"
    assert visitor.get("/vragen?blok=1").path == "/resultaat"


@pytest.mark.parametrize("blocks", [0, 1, 4])
def test_a_result_that_is_not_there_yet_leads_back_to_the_questions(
    visitor: Visitor, blocks: int
) -> None:
    way.answer_blocks(visitor, visitor.begin(), blocks=blocks)
    page = visitor.get("/resultaat")
    assert page.status == 409
    assert "Je resultaat is er nog niet" in page.text
    assert "/vragen" in page.links()


def test_more_precise_asks_seven_new_questions_and_adds_a_result(
    visitor: Visitor, database: Database
) -> None:
    way.at_result(visitor)
    before = way.stored_rows(database)
    page = _more(visitor)
    assert re.search(r"Blok (\d) van \1\b", page.html)  # all may be clear before the fourth
    asked = {row[1] for row in before["answer"]}
    assert set(way.questions_of(page)).isdisjoint(asked)
    assert len(way.questions_of(page)) == 7
    assert visitor.answer_all(page, "5").path == "/resultaat"
    after = way.stored_rows(database)
    assert len(after["result"]) == 2
    assert before["result"][0] in after["result"]
    assert len(after["answer"]) == len(before["answer"]) + 7


def test_pressing_more_precise_twice_gives_one_block(visitor: Visitor, database: Database) -> None:
    result = way.at_result(visitor)
    first, second = visitor.submit(result), visitor.submit(result)
    assert way.questions_of(first) == way.questions_of(second)
    assert visitor.answer_all(second, "4").path == "/resultaat"
    assert len(way.stored_rows(database)["result"]) == 2


def test_who_wants_more_precise_can_still_look_at_the_result_so_far(visitor: Visitor) -> None:
    result = way.at_result(visitor)
    block = _more(visitor)
    again = visitor.get("/resultaat")
    assert (again.status, again.text) == (200, result.text)
    assert way.questions_of(visitor.submit(again)) == way.questions_of(block)


def test_more_precise_ends_when_every_question_was_asked(visitor: Visitor) -> None:
    page = way.at_result(visitor)
    for _block in range(ALL_BLOCKS):
        if "Nog preciezer" in page.text:
            page = visitor.answer_all(visitor.submit(page), "3")
        assert page.path == "/resultaat"
    assert "Nog preciezer" not in page.text
    again = visitor.post("/vragen/meer", {"csrf_token": way.token_of(visitor.get("/volgende"))})
    assert again.path == "/resultaat"


def test_more_precise_before_the_result_changes_nothing(
    visitor: Visitor, database: Database
) -> None:
    page = visitor.begin()
    before = way.stored_rows(database)
    after = visitor.post("/vragen/meer", {"csrf_token": way.token_of(page)})
    assert way.questions_of(after) == way.questions_of(page)
    assert way.stored_rows(database) == before


def test_fewer_than_fourteen_real_answers_get_a_kind_page_without_a_picture(
    visitor: Visitor, database: Database
) -> None:
    page = visitor.answer_all(visitor.begin(), "4")
    page = visitor.answer_all(way.answer_blocks(visitor, page, "0", 3), "0")
    page = visitor.submit(page, own_world="onbekend")
    assert page.path == "/resultaat"
    assert way.heading(page) == "Nog even geen beeld"
    assert "Je koos 7 keer een gezicht" in page.text
    assert "minstens 14" in page.text
    assert "<table" not in page.html
    assert "profile" not in repr(way.stored_rows(database)["result"])


def test_seven_more_answers_turn_the_kind_page_into_a_result(visitor: Visitor) -> None:
    page = visitor.answer_all(visitor.begin(), "4")
    page = visitor.answer_all(way.answer_blocks(visitor, page, "0", 3), "0")
    page = visitor.answer_all(visitor.submit(visitor.submit(page, own_world="onbekend")), "5")
    assert page.path == "/resultaat"
    assert way.heading(page) == "Jouw sterrenhemel"
    assert "14 antwoorden" in page.text


def test_who_knows_nothing_at_all_gets_the_kind_page(visitor: Visitor) -> None:
    page = visitor.answer_all(way.at_tech_type(visitor, value="0"), "0")
    page = visitor.submit(page, own_world="onbekend")
    assert "Je koos 0 keer een gezicht" in page.text
