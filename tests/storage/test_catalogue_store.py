"""The catalogue in the database: whole or not at all, and never over somebody's own edit."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from quiz.config.paths import CATALOGUE_SEED
from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.export import export_catalogue
from quiz.domain.catalogue.files.findings import CatalogueError
from quiz.domain.catalogue.files.load import load_catalogue
from quiz.storage.catalogue_store import Loaded, load_seed, read_catalogue, stored_version
from quiz.storage.database import Database
from quiz.storage.migrations.run import upgrade
from quiz.storage.tables.catalogue import CatalogueRow
from tests.domain.catalogue.small import Files, company, small_files, write_files
from tests.real import real_catalogue

NOW = datetime(2026, 11, 21, tzinfo=UTC)
Load = Callable[..., Loaded]


@pytest.fixture
def store(empty_url: str) -> Iterator[Database]:
    """A migrated database of each kind, without a catalogue."""
    url = empty_url.replace("postgresql://", "postgresql+psycopg://")
    database = Database(url)
    upgrade(database)
    yield database
    database.close()


@pytest.fixture
def load(store: Database, tmp_path: Path) -> Load:
    """Loads rows as files would bring them."""

    def write_and_load(files: Files, *, remove: bool = False) -> Loaded:
        write_files(tmp_path, files)
        found = load_catalogue(tmp_path)
        with store.writing() as session:
            return load_seed(session, found, NOW, remove=remove)

    return write_and_load


def stored(database: Database) -> Catalogue:
    with database.reading() as session:
        return read_catalogue(session)


def version(database: Database) -> int | None:
    with database.reading() as session:
        return stored_version(session)


def edit(database: Database, file: str, key: str, **cells: str) -> None:
    """Change a row as somebody here would."""
    here = (CatalogueRow.file == file) & (CatalogueRow.key == key)
    with database.writing() as session:
        before = session.scalars(select(CatalogueRow.cells).where(here)).one()
        change = update(CatalogueRow).where(here)
        session.execute(change.values(cells={**before, **cells}, origin="edited"))


def test_what_was_loaded_is_exported_byte_for_byte(store: Database, tmp_path: Path) -> None:
    seed = real_catalogue()
    with store.writing() as session:
        done = load_seed(session, seed, NOW)
    rows = sum(map(len, seed.rows.values()))
    assert done == Loaded(added=rows, changed=0, kept=0, unlisted=0, removed=0)
    for file in export_catalogue(stored(store), tmp_path / "out"):
        assert file.read_bytes() == (CATALOGUE_SEED / file.name).read_bytes()


def test_before_the_first_load_there_is_no_version_and_every_change_counts_one_on(
    store: Database, load: Load
) -> None:
    assert version(store) is None
    files = small_files()
    load(files)
    assert version(store) == 1
    assert load(files) == Loaded(added=0, changed=0, kept=0, unlisted=0, removed=0)
    assert version(store) == 1, "nothing changed"
    files["companies.csv"][0]["name"] = "Andere naam"
    files["companies.csv"].append(company("erbij", "GM0228", "zorg:1"))
    assert load(files) == Loaded(added=1, changed=1, kept=0, unlisted=0, removed=0)
    assert version(store) == 2
    assert stored(store).companies["bouwer"].name == "Andere naam"


def test_a_row_that_was_edited_here_stays_as_it_is(store: Database, load: Load) -> None:
    files = small_files()
    load(files)
    edit(store, "companies.csv", "bouwer", name="Van ons")
    files["companies.csv"][0]["name"] = "Van de bestanden"
    assert load(files) == Loaded(added=0, changed=0, kept=1, unlisted=0, removed=0)
    assert stored(store).companies["bouwer"].name == "Van ons"


def test_a_row_that_the_files_lost_stays_until_it_may_go_and_an_edited_one_for_good(
    store: Database, load: Load
) -> None:
    files = small_files()
    files["companies.csv"] += [company(name, "GM0228", "zorg:1") for name in ("oud", "eigen")]
    load(files)
    edit(store, "companies.csv", "eigen", name="Eigen werk")
    load(fewer := small_files())
    assert {"oud", "eigen"} <= set(stored(store).companies)
    before = version(store)
    assert load(fewer, remove=True) == Loaded(added=0, changed=0, kept=0, unlisted=0, removed=1)
    assert set(stored(store).companies) == {"bouwer", "eigen"}
    assert version(store) == (before or 0) + 1


def test_rows_that_changed_places_are_exported_in_their_new_order(
    store: Database, load: Load
) -> None:
    files = small_files()
    load(files)
    files["programmes.csv"].reverse()
    assert load(files).changed == 0
    assert list(stored(store).programmes) == ["zorgen", "timmeren", "bouwen"]


def test_a_load_that_would_leave_the_whole_broken_changes_nothing(
    store: Database, load: Load
) -> None:
    files = small_files()
    load(files)
    edit(store, "offerings.csv", "timmeren zee GM0687 bol", mode="bbl")
    del files["institutions.csv"][1], files["offerings.csv"][2]
    with pytest.raises(CatalogueError, match="'zee' staat niet in institutions"):
        load(files, remove=True)
    assert version(store) == 1
    with store.reading() as session:
        assert session.scalar(select(func.count()).select_from(CatalogueRow)) == 20
    assert "zee" in stored(store).institutions


def test_a_stored_row_that_cannot_be_used_is_named(store: Database, load: Load) -> None:
    load(small_files())
    edit(store, "events.csv", "landelijk", months="lente")
    with pytest.raises(CatalogueError, match=r"events\.csv, rij 3, kolom months: 'lente'"):
        stored(store)


def test_a_column_that_came_later_counts_as_empty(store: Database, load: Load) -> None:
    load(small_files())
    with store.writing() as session:
        row = session.get(CatalogueRow, ("companies.csv", "bouwer"))
        assert row is not None
        row.cells = {name: text for name, text in row.cells.items() if name != "website"}
    assert stored(store).companies["bouwer"].website == ""
