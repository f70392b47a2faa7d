"""The web shows the stored catalogue, and follows it when somebody loads or changes it."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text, update

from quiz.domain.catalogue.files.load import load_catalogue
from quiz.storage.catalogue_store import load_seed
from quiz.storage.database import Database
from quiz.storage.migrations.run import upgrade
from quiz.storage.tables.catalogue import CatalogueRow, CatalogueVersion
from quiz.web.live_catalogue import LiveCatalogue
from quiz.web.runtime import catalogue
from tests.conftest import services_of
from tests.domain.catalogue.small import small_files, write_files
from tests.own_app import MakeApp

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def load_small(database: Database, folder: Path, name: str = "Bouwer") -> None:
    """Load the small catalogue, with this name for its company."""
    files = small_files()
    files["companies.csv"][0]["name"] = name
    write_files(folder, files)
    with database.writing() as session:
        load_seed(session, load_catalogue(folder), NOW)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path}/quiz.sqlite3")
    upgrade(database)
    yield database
    database.close()


def test_without_a_stored_catalogue_the_files_of_this_product_are_shown(
    database: Database,
) -> None:
    live = LiveCatalogue(database)
    assert live.version is None
    assert len(live.current(database.session()).programmes) == 368


def test_a_load_is_seen_by_every_process_at_its_next_look(
    database: Database, tmp_path: Path
) -> None:
    processes = LiveCatalogue(database), LiveCatalogue(database)
    load_small(database, tmp_path)
    for live in processes:
        assert list(live.current(database.session()).companies) == ["bouwer"]
        assert live.version == 1
    load_small(database, tmp_path, "Nieuwe naam")
    for live in processes:
        assert live.current(database.session()).companies["bouwer"].name == "Nieuwe naam"
    assert LiveCatalogue(database).version == 2


def test_as_long_as_nothing_changes_the_same_catalogue_is_shown(
    database: Database, tmp_path: Path
) -> None:
    load_small(database, tmp_path)
    live = LiveCatalogue(database)
    assert live.current(database.session()) is live.current(database.session())


def test_a_change_that_cannot_be_used_is_logged_and_the_last_good_one_stays(
    database: Database, tmp_path: Path
) -> None:
    load_small(database, tmp_path)
    live = LiveCatalogue(database)
    with database.writing() as session:
        session.execute(update(CatalogueRow).values(cells={}))
        session.execute(update(CatalogueVersion).values(number=2))
    assert list(live.current(database.session()).companies) == ["bouwer"]
    assert list(live.current(database.session()).companies) == ["bouwer"]
    assert live.version == 1


def test_while_the_database_is_away_the_last_catalogue_stays(
    database: Database, tmp_path: Path
) -> None:
    load_small(database, tmp_path)
    live = LiveCatalogue(database)
    with database.writing() as session:
        session.execute(text("ALTER TABLE catalogue_version RENAME TO elsewhere"))
    assert list(live.current(database.session()).companies) == ["bouwer"]
    assert live.version == 1


def test_health_says_which_catalogue_is_shown(make_app: MakeApp, tmp_path: Path) -> None:
    app = make_app()
    client = app.test_client()
    assert json.loads(client.get("/healthz").text)["catalogue"] == "files of this product"
    load_small(services_of(app).database, tmp_path)
    with app.app_context():
        assert list(catalogue().companies) == ["bouwer"]
    assert json.loads(client.get("/healthz").text)["catalogue"] == "version 1"
