"""/healthz tells a machine whether we can serve; pupils are told when results are coarser."""

from pathlib import Path

import pytest
from flask import Flask

from quiz.config import paths
from quiz.domain.bank.texts import load_texts
from quiz.storage.migrations.run import downgrade, upgrade
from tests.blueprints.pupil.result_reading import cards, worlds_in_table
from tests.conftest import services_of
from tests.own_app import MakeApp
from tests.visitor import Visitor


def test_all_is_well(visitor: Visitor) -> None:
    answer = visitor.client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json is not None
    assert (answer.json["status"], answer.json["database"], answer.json["model"]) == ("ok",) * 3


def test_without_its_tables_it_says_so_and_is_well_again_after_an_upgrade(
    make_app: MakeApp, empty_url: str
) -> None:
    app = make_app(migrate=False, DATABASE_URL=empty_url)
    client = app.test_client()
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json) == (
        503,
        {**(answer.json or {}), "status": "down", "database": "needs migration"},
    )
    assert client.get("/").status_code == 200, "the public pages need no database"
    upgrade(services_of(app).database)
    assert client.get("/healthz").status_code == 200
    downgrade(services_of(app).database, "base")
    assert client.get("/healthz").status_code == 503


def test_without_its_tables_a_pupil_gets_a_kind_page(make_app: MakeApp, empty_url: str) -> None:
    visitor = Visitor(make_app(migrate=False, DATABASE_URL=empty_url))
    form = visitor.get("/start").form
    page = visitor.post("/start", {**form.values, "school_type": "havo", "year": "2"})
    assert page.status == 503


def test_a_database_that_does_not_answer_is_down(make_app: MakeApp) -> None:
    app = make_app(migrate=False, DATABASE_URL="postgresql://quiz:geheim@127.0.0.1:1/quiz")
    answer = app.test_client().get("/healthz")
    assert answer.status_code == 503
    assert answer.json is not None
    assert (answer.json["status"], answer.json["database"]) == ("down", "unreachable")
    assert "geheim" not in answer.text


@pytest.fixture(params=["missing", "not JSON", "of another bank"])
def degraded(
    request: pytest.FixtureRequest,
    make_app: MakeApp,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Flask:
    """An app whose trained model cannot be used."""
    good = (paths.MODELS / "worlds.json").read_text(encoding="utf-8")
    models = tmp_path / "models"
    models.mkdir()
    if request.param == "not JSON":
        (models / "worlds.json").write_text(good[: len(good) // 2], encoding="utf-8")
    elif request.param == "of another bank":
        bank_hash = services_of(make_app()).bank.hash
        text = good.replace(bank_hash, "0" * 64)
        (models / "worlds.json").write_text(text, encoding="utf-8")
    monkeypatch.setattr(paths, "MODELS", models)
    return make_app()


def test_a_model_that_cannot_be_used_is_degraded(degraded: Flask) -> None:
    answer = degraded.test_client().get("/healthz")
    assert answer.status_code == 200
    assert answer.json is not None
    assert (answer.json["status"], answer.json["model"]) == ("degraded", "fallback")


def test_a_result_made_with_the_plain_sum_says_so(degraded: Flask) -> None:
    page = Visitor(degraded).walk_to_result()
    assert load_texts("nl").results["fallback.note"] in page.text
    assert len(worlds_in_table(page)) == 7
    assert cards(page)


def test_with_the_model_the_result_does_not_speak_of_a_plain_sum(visitor: Visitor) -> None:
    assert load_texts("nl").results["fallback.note"] not in visitor.walk_to_result().text


def test_a_result_of_the_trained_model_does_not_say_so(visitor: Visitor) -> None:
    page = visitor.walk_to_result()
    assert load_texts("nl").results["fallback.note"] not in page.text
