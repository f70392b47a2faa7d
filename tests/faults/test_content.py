"""Content that breaks while pupils are busy: the server goes on with what was good."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from quiz.config import paths
from quiz.storage.database import Database
from quiz.web.pages import languages
from tests.conftest import services_of
from tests.faults.watching import health_of
from tests.own_app import MakeApp
from tests.visitor import Visitor
from tests.web.test_live_catalogue import load_small

BROKEN_CELLS = ["[]", '{"id": 5}', "no JSON"]


def break_rows(database: Database, cells: str) -> None:
    """Somebody writes in the tables by hand."""
    with database.writing() as session:
        broken = text("UPDATE catalogue_row SET cells = :cells WHERE file = 'companies.csv'")
        session.execute(broken, {"cells": cells})
        session.execute(text("UPDATE catalogue_version SET number = number + 1"))


@pytest.mark.parametrize("cells", BROKEN_CELLS)
def test_a_broken_row_in_the_catalogue_stops_nobody(
    make_app: MakeApp, tmp_path: Path, cells: str
) -> None:
    app = make_app()
    database = services_of(app).database
    folder = tmp_path / "files"
    folder.mkdir()
    load_small(database, folder)
    visitor = Visitor(app)
    assert visitor.walk_to_result().status == 200
    break_rows(database, cells)
    for running in (app, make_app()):
        visitor = Visitor(running)
        assert visitor.walk_to_result().status == 200
        status, words = health_of(running)
        assert (status, words["status"]) == (200, "degraded")
        assert "refused" in words["catalogue"]
    with database.writing() as session:
        session.execute(text("DELETE FROM catalogue_row"))
    load_small(database, folder)
    assert visitor.get("/resultaat").status == 200
    assert health_of(running)[1]["status"] == "ok"


@pytest.fixture
def translations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the compiled English that a test may break."""
    copy = tmp_path / "translations"
    shutil.copytree(paths.TRANSLATIONS, copy)
    monkeypatch.setattr(languages, "TRANSLATIONS", copy)
    languages._translations.cache_clear()
    yield copy / "en" / "LC_MESSAGES" / "messages.mo"
    languages._translations.cache_clear()


@pytest.mark.parametrize("how", ["missing", "empty", "nonsense", "half"])
def test_without_its_translations_a_page_is_in_dutch(
    make_app: MakeApp, translations: Path, how: str
) -> None:
    whole = translations.read_bytes()
    broken = {"empty": b"", "nonsense": b"no words of ours", "half": whole[: len(whole) // 2]}
    if how == "missing":
        translations.unlink()
    else:
        translations.write_bytes(broken[how])
    visitor = Visitor(make_app())
    assert visitor.get("/start?taal=en").status == 200
    assert visitor.walk_to_result().status == 200
