"""A pupil who takes the last place with a double click is in, and takes one place."""

from collections.abc import Callable

import pytest
from flask import Flask

from quiz.usecases.services import Services
from tests.usecases.attempts.pupils import row_counts
from tests.usecases.classes.changes import close, fill, let_the_hours_pass
from tests.visitor import Visitor


@pytest.mark.parametrize("event", [close, let_the_hours_pass, fill])
def test_the_start_page_sent_twice_before_the_first_answer_came_back(
    clean_app: Flask, services: Services, class_code: str, event: Callable[[Services], None]
) -> None:
    visitor = Visitor(clean_app)
    start = visitor.get(f"/meedoen/{class_code}")
    before = visitor.client.get_cookie("zeven_werelden")
    codes = visitor.submit(start, school_type="havo", year="2")
    after = visitor.client.get_cookie("zeven_werelden")
    assert before is not None
    assert after is not None
    event(services)
    visitor.client.set_cookie(before.key, before.value)  # the second click, sent before the answer
    visitor.submit(start, school_type="havo", year="2")
    visitor.client.set_cookie(after.key, after.value)  # the first answer came back
    assert visitor.get("/code").text == codes.text
    assert row_counts(services.database)["attempt"] == 1


@pytest.mark.parametrize("event", [close, let_the_hours_pass, fill])
def test_who_was_not_in_yet_is_told_so(
    clean_app: Flask, services: Services, class_code: str, event: Callable[[Services], None]
) -> None:
    visitor = Visitor(clean_app)
    start = visitor.get(f"/meedoen/{class_code}")
    event(services)
    assert visitor.submit(start, school_type="havo", year="2").status == 409
    assert row_counts(services.database)["attempt"] == 0
