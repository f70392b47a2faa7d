"""Open questions are marked, given answers kept; what no page of ours sends changes nothing."""

import pytest

from quiz.domain.bank.schema import Bank
from quiz.storage.database import Database
from tests.blueprints.pupil import way
from tests.visitor import Page, Visitor


def _half(visitor: Visitor, page: Page, value: str = "4", answered: int = 4) -> Page:
    """Send a page with only its first questions answered."""
    names = way.questions_of(page)
    form = page.form
    hidden = {name: text for name, text in form.values.items() if name not in form.choices}
    return visitor.post(form.action, {**hidden, **dict.fromkeys(names[:answered], value)})


def test_open_questions_are_marked_and_given_answers_kept(
    visitor: Visitor, database: Database
) -> None:
    page = visitor.begin()
    names = way.questions_of(page)
    again = _half(visitor, page)
    assert again.status == 422
    assert "Deze staan nog open" in again.text
    assert {f"#{name}-1" for name in names[4:]} <= set(again.links())
    assert not {f"#{name}-1" for name in names[:4]} & set(again.links())
    assert way.checked_on(again) == dict.fromkeys(names[:4], "4")
    assert way.stored_answers(database) == dict.fromkeys(names[:4], 4)


def test_the_title_of_a_page_with_open_questions_says_so(visitor: Visitor) -> None:
    again = _half(visitor, visitor.begin())
    assert "<title >Nog niet alles ingevuld" in again.html


def test_filling_in_what_was_open_leads_on(visitor: Visitor, database: Database) -> None:
    again = _half(visitor, visitor.begin())
    after = visitor.answer_all(again, "2")
    assert after.status == 200
    assert len(way.stored_answers(database)) == 7


@pytest.mark.parametrize("answered", [0, 1, 6])
def test_any_number_of_open_questions_brings_the_same_block_back(
    visitor: Visitor, answered: int
) -> None:
    page = visitor.begin()
    again = _half(visitor, page, answered=answered)
    assert again.status == 422
    assert way.questions_of(again) == way.questions_of(page)
    assert len(way.checked_on(again)) == answered


def test_open_tech_questions_are_marked_too(visitor: Visitor) -> None:
    again = _half(visitor, way.at_tech_type(visitor), answered=3)
    assert again.status == 422
    assert len(way.checked_on(again)) == 3


def test_the_last_question_left_open_is_asked_again(visitor: Visitor) -> None:
    page = way.at_own_world(visitor)
    again = visitor.post("/vragen", {"csrf_token": way.token_of(page)})
    assert again.status == 422
    assert "Deze staat nog open" in again.text
    assert visitor.submit(again, own_world="onbekend").path == "/resultaat"


def test_i_do_not_know_it_counts_as_an_answer_given(visitor: Visitor, database: Database) -> None:
    page = visitor.begin()
    after = visitor.answer_all(page, "0")
    assert way.questions_of(after) != way.questions_of(page)
    assert set(way.stored_answers(database).values()) == {0}


@pytest.mark.parametrize("value", ["6", "-1", "9" * 17, "1.5", "drie", "٣", "³", " 3", "1\x00"])
def test_an_impossible_answer_changes_nothing_on_the_whole_page(
    visitor: Visitor, database: Database, value: str
) -> None:
    page = visitor.begin()
    before = way.stored_rows(database)
    names = way.questions_of(page)
    fields = {**page.form.values, **dict.fromkeys(names, "4"), names[3]: value}
    answer = visitor.post("/vragen", fields)
    assert answer.status == 422
    assert "Dit antwoord kunnen we niet lezen" in answer.text
    assert "/vragen" in answer.links()
    assert way.stored_rows(database) == before


def test_a_question_that_was_never_asked_changes_nothing(
    visitor: Visitor, database: Database, bank: Bank
) -> None:
    page = visitor.begin()
    before = way.stored_rows(database)
    other = next(name for name in bank.items if name not in way.questions_of(page))
    fields = {**page.form.values, **dict.fromkeys(way.questions_of(page), "4"), other: "5"}
    assert visitor.post("/vragen", fields).status == 422
    assert way.stored_rows(database) == before


@pytest.mark.parametrize("world", ["mars", "", "' OR 1=1 --", "hitech-science\x00", "0"])
def test_a_world_that_does_not_exist_cannot_be_chosen(
    visitor: Visitor, database: Database, world: str
) -> None:
    page = way.at_own_world(visitor)
    before = way.stored_rows(database)
    assert visitor.submit(page, own_world=world).status == 422
    assert way.stored_rows(database) == before


def test_answers_under_names_we_do_not_know_are_not_stored(
    visitor: Visitor, database: Database
) -> None:
    page = visitor.begin()
    before = way.stored_rows(database)["answer"]
    fields = {**page.form.values, "naam": "Kees", "e-mail": "k@example.org", "__proto__": "1"}
    assert visitor.post("/vragen", fields).status == 422
    assert way.stored_rows(database)["answer"] == before
