"""Every field of every form with every naughty string: a clear page, and nothing half-written."""

from typing import Any

import pytest

from quiz.storage.database import Database
from tests.blueprints.pupil import way
from tests.counting import forget_counts
from tests.fuzz.naughty import CLEAR, NAUGHTY
from tests.visitor import Page, Visitor

FRESH = {"school_type": "havo", "year": "2"}


def _assert_clear(page: Page, text: str) -> None:
    assert page.status in CLEAR, f"{text!r} gave {page.status}"
    if page.document is not None:
        assert way.heading(page)
    assert "<script>alert" not in page.html
    assert "onerror=alert(1)>" not in page.html
    assert "evil.example" not in page.response.headers.get("Location", "")


@pytest.mark.parametrize("path", ["/meedoen", "/terug"])
def test_any_text_as_a_code_gets_a_clear_page_and_starts_nothing(
    visitor: Visitor, database: Database, path: str
) -> None:
    form = visitor.get(path)
    before = _but_counts(database)
    for text in NAUGHTY:
        forget_counts(visitor.client.application)
        page = visitor.submit(form, code=text)
        _assert_clear(page, text)
        assert page.status == 422, text
    assert _but_counts(database) == before


def _but_counts(database: Database) -> dict[str, Any]:
    """Everything stored, but for how many wrong codes there were."""
    return {name: rows for name, rows in way.stored_rows(database).items() if name != "wrong_count"}


@pytest.mark.parametrize("field", ["school_type", "year", "place"])
def test_any_text_on_the_start_page_starts_whole_attempts_or_none(
    visitor: Visitor, database: Database, field: str
) -> None:
    for text in NAUGHTY:
        visitor.client.delete_cookie("zeven_werelden")
        before = len(way.stored_attempts(database))
        page = visitor.submit(visitor.get("/start"), **{**FRESH, field: text})
        _assert_clear(page, text)
        started = len(way.stored_attempts(database)) - before
        assert started == (1 if page.path == "/code" else 0), text
    attempts = way.stored_attempts(database)
    assert {attempt.municipality for attempt in attempts} <= {None, "GM0228"}
    assert {attempt.school_type for attempt in attempts} <= {"havo"}


@pytest.mark.parametrize("field", ["school_type", "year", "place"])
def test_any_text_on_the_start_page_of_a_class_starts_whole_attempts_or_none(
    visitor: Visitor, class_code: str, database: Database, field: str
) -> None:
    for text in NAUGHTY[:30]:
        visitor.client.delete_cookie("zeven_werelden")
        before = len(way.stored_attempts(database))
        page = visitor.submit(visitor.get(f"/meedoen/{class_code}"), **{**FRESH, field: text})
        _assert_clear(page, text)
        started = len(way.stored_attempts(database)) - before
        assert started == (1 if page.path == "/code" else 0), text


def test_any_text_as_an_answer_changes_nothing_unless_it_is_an_answer(
    visitor: Visitor, database: Database
) -> None:
    block = visitor.begin()
    question = way.questions_of(block)[0]
    token = way.token_of(block)
    before = way.stored_rows(database)["answer"]
    for text in NAUGHTY:
        page = visitor.post("/vragen", {"csrf_token": token, "block": "1", question: text})
        _assert_clear(page, text)
        if text != "0":
            assert way.stored_rows(database)["answer"] == before, text
        before = way.stored_rows(database)["answer"]
    assert way.stored_answers(database) == {question: 0}


@pytest.mark.parametrize("field", ["block", "own_world", "sequence", "onbekend-veld"])
def test_any_text_in_another_field_of_a_block_gets_a_clear_page(
    visitor: Visitor, database: Database, field: str
) -> None:
    block = visitor.begin()
    answers = dict.fromkeys(way.questions_of(block), "4")
    for text in NAUGHTY:
        fields = {**block.form.values, **answers, field: text}
        _assert_clear(visitor.post("/vragen", fields), text)
    attempt = way.stored_attempts(database)[0]
    assert attempt.own_world is None
    assert len(attempt.blocks) == 2 or field == "own_world"
    assert set(way.stored_answers(database)) in ({*answers}, set())


@pytest.mark.parametrize("field", ["question", "value", "sequence", "milliseconds"])
def test_any_text_in_a_single_answer_is_204_or_422(
    visitor: Visitor, database: Database, field: str
) -> None:
    block = visitor.begin()
    question = way.questions_of(block)[0]
    good = {"question": question, "value": "3", "sequence": "1", "milliseconds": "10"}
    for text in NAUGHTY:
        fields = {"csrf_token": way.token_of(block), **good, field: text}
        status = visitor.post("/vragen/antwoord", fields).status
        assert status in {204, 422}, text
    assert set(way.stored_answers(database)) <= {question}


@pytest.mark.parametrize("path", ["/code", "/volgende", "/wissen", "/vragen/meer"])
def test_any_text_under_any_name_does_no_harm_to_the_other_forms(
    visitor: Visitor, database: Database, path: str
) -> None:
    for text in NAUGHTY[::4]:
        forget_counts(visitor.client.application)
        block = visitor.begin()
        page = visitor.post(path, {"csrf_token": way.token_of(block), "action": text, "x": text})
        _assert_clear(page, text)
    assert way.stored_answers(database) == {}


def test_what_was_typed_comes_back_as_text_and_never_as_html(visitor: Visitor) -> None:
    for path, field in (("/meedoen", "code"), ("/terug", "code"), ("/start", "place")):
        page = visitor.submit(visitor.get(path), **{**FRESH, field: '"><b>x</b>'})
        assert page.form.values[field] == '"><b>x</b>'
        assert "<b>x" not in page.html
