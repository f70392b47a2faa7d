"""Another language half-way: what was chosen is there, and only answers are kept for good."""

import pytest

from quiz.storage.database import Database
from tests.blueprints.pupil import way
from tests.switching import language_of, said, switch
from tests.visitor import Visitor


def test_a_class_says_no_more_where_somebody_is_who_chose_something_else(
    visitor: Visitor, class_code: str
) -> None:
    page = visitor.get(f"/meedoen/{class_code}")
    for year, words in (("3", "First a few things"), ("2", "Is this right?")):
        english = switch(visitor, page, {"school_type": ["vmbo-kb"], "year": [year]})
        assert way.heading(english) == words
        assert said(english)["year"] == [year]


def test_answers_of_a_block_are_kept_and_the_same_block_comes_back(
    visitor: Visitor, database: Database
) -> None:
    page = visitor.begin()
    way.answer_blocks(visitor, page, blocks=1)
    first = visitor.get("/vragen?blok=1")
    asked = way.questions_of(first)
    english = switch(visitor, first, {asked[0]: ["1"], asked[3]: ["0"]})
    assert (english.status, language_of(english)) == (200, "en")
    assert english.path == "/vragen"
    assert way.questions_of(english) == asked
    assert (way.checked_on(english)[asked[0]], way.checked_on(english)[asked[3]]) == ("1", "0")
    second = visitor.get("/vragen")
    some = way.questions_of(second)[:3]
    dutch = switch(visitor, second, {some[0]: ["5"], some[2]: ["2"]})
    assert language_of(dutch) == "nl"
    assert way.checked_on(dutch) == {some[0]: "5", some[2]: "2"}
    assert "Kies een antwoord" not in dutch.text
    assert way.stored_answers(database)[some[0]] == 5


def test_a_block_with_open_questions_stays_that_block_in_the_other_language(
    visitor: Visitor,
) -> None:
    way.answer_blocks(visitor, visitor.begin(), blocks=1)
    first = visitor.get("/vragen?blok=2")
    refused = visitor.post("/vragen", first.form.values)
    assert refused.status == 422
    assert way.questions_of(switch(visitor, refused, {})) == way.questions_of(first)


@pytest.mark.parametrize("chosen", [["digitaal-media-entertainment"], ["onbekend"], []])
def test_the_own_world_is_chosen_when_the_pupil_goes_on_and_not_before(
    visitor: Visitor, database: Database, chosen: list[str]
) -> None:
    page = visitor.answer_all(way.at_tech_type(visitor), "4")
    before = way.stored_rows(database)
    english = switch(visitor, page, {"own_world": chosen} if chosen else {})
    assert (english.path, language_of(english)) == ("/vragen", "en")
    assert said(english).get("own_world", []) == chosen
    assert way.stored_rows(database) == before
