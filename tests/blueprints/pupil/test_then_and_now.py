"""Then and now on the result page: a picture and words, never more than "perhaps"."""

import pytest
from sqlalchemy import update

from quiz.storage.database import Database
from quiz.storage.tables.attempt import Result
from tests.blueprints.pupil import way
from tests.blueprints.pupil.retaking import retake, to_result
from tests.visitor import Page, Visitor


def test_after_the_retake_then_and_now_stand_side_by_side(visitor: Visitor, first: Page) -> None:
    result = to_result(visitor, retake(visitor), "2 5 3 4")
    assert "Dit is je tweede sterrenhemel, van" in result.text
    assert "Toen: 3 maart 2026. Nu: " in result.text
    assert "ongeveer gelijk" in result.text
    assert "/resultaat?keer=1" in result.links()
    assert result.html.count('class="chance"') == 7
    old = visitor.get("/resultaat?keer=1")
    assert "Dit is je eerste sterrenhemel, van 3 maart 2026." in old.text
    assert "Toen en nu" not in old.text
    assert {"/resultaat", "/resultaat?keer=2"} <= set(old.links())
    assert "/vragen/meer" in result.html
    assert "/vragen/meer" not in old.html


def test_too_few_answers_the_second_time_keep_the_first_sky_in_reach(
    visitor: Visitor, first: Page
) -> None:
    page = to_result(visitor, retake(visitor), "0")
    assert "/resultaat?keer=1" in page.links()
    assert way.heading(visitor.get("/resultaat?keer=1")) == "Jouw sterrenhemel"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"fallback": True}, "kunnen we toen en nu niet vergelijken"),
        ({"model_version": "0-oud"}, "Lees dit dus voorzichtig"),
    ],
)
def test_other_versions_are_compared_with_care_or_not_at_all(
    visitor: Visitor, first: Page, database: Database, values: dict[str, object], words: str
) -> None:
    with database.writing() as session:
        session.execute(update(Result).values(**values))
    result = to_result(visitor, retake(visitor), "2 5 3 4")
    assert words in result.text
    assert ('class="chance"' in result.html) is ("fallback" not in values)


def test_it_is_there_in_english(visitor: Visitor, first: Page) -> None:
    page = visitor.get("/opnieuw?taal=en")
    assert way.heading(page) == "Look again?"
    result = to_result(visitor, visitor.submit(page), "2 5 3 4")
    assert "This is your second sky, from" in result.text
    assert "Then: 3 March 2026. Now:" in result.text
