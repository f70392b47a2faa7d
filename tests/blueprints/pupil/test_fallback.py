"""Without the trained model the way still ends on a result, and the result says what it is."""

import pytest

from quiz.app import create_app
from quiz.config import Settings
from quiz.domain.bank.texts import load_texts
from quiz.domain.scoring import Scorer
from quiz.domain.scoring.errors import ModelError
from quiz.storage.database import Database
from tests.blueprints.pupil import result_reading as reading
from tests.conftest import SECRETS, services_of
from tests.visitor import Visitor


def _refuse(*_values: object, **_names: object) -> Scorer:
    raise ModelError("no model here")


def test_with_the_plain_sum_a_pupil_gets_a_result_that_says_so(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Scorer, "load", _refuse)
    environment = {name.upper(): value for name, value in SECRETS.items()}
    environment["DATABASE_URL"] = database.url.render_as_string(hide_password=False)
    app = create_app(Settings.from_environment(environment))
    page = Visitor(app).walk_to_result()
    assert load_texts("nl").results["fallback.note"] in page.text
    assert len(reading.worlds_in_table(page)) == 7
    assert reading.cards(page)
    services_of(app).database.close()


def test_with_the_model_the_result_does_not_speak_of_a_plain_sum(visitor: Visitor) -> None:
    assert load_texts("nl").results["fallback.note"] not in visitor.walk_to_result().text
