"""Every naughty string as a share code and behind a button: a clear page, and nothing shared."""

import pytest
from flask import Flask

from quiz.storage.database import Database
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import sign_in
from tests.blueprints.counsellor.people import as_pupil
from tests.blueprints.pupil import way
from tests.counting import forget_counts
from tests.fuzz.naughty import NAUGHTY
from tests.fuzz.test_fields import _assert_clear
from tests.usecases.attempts.pupils import row_counts
from tests.usecases.sharing.sharing import ask, counsellor, finished


def test_any_text_as_a_share_code_asks_for_nothing(clean_app: Flask, services: Services) -> None:
    visitor = sign_in(clean_app, counsellor(services), services.clock())
    form = visitor.get("/gesprekken")
    for text in NAUGHTY:
        forget_counts(clean_app)
        page = visitor.submit(form, code=text)
        _assert_clear(page, text)
        assert page.status == 422, text
    assert row_counts(services.database)["share"] == 0


@pytest.mark.parametrize("field", ["action", "share"])
def test_any_text_behind_a_button_changes_nothing(
    clean_app: Flask, services: Services, database: Database, field: str
) -> None:
    attempt_id = finished(services)
    ask(services, attempt_id, counsellor(services))
    visitor = as_pupil(clean_app, attempt_id)
    form = visitor.get("/delen")
    before = way.stored_rows(database)["share"]
    for text in NAUGHTY:
        fields = {"action": "confirm", field: text}
        _assert_clear(visitor.submit(form, **fields), text)
        assert way.stored_rows(database)["share"] == before, text
