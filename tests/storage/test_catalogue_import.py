"""An import from DUO in the database: whole or not at all, and never over what people decided."""

import os
import signal
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from quiz.config.school_time import day_of
from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.duo.compare import Preview
from quiz.domain.catalogue.duo.importing import Facts, propose
from quiz.domain.catalogue.files.stored import catalogue_of_cells
from quiz.storage.catalogue_import import CatalogueMoved, Taken, apply_import, outcome, take
from quiz.storage.catalogue_rows import catalogue_of
from quiz.storage.catalogue_store import load_seed, read_catalogue, stored_version
from quiz.storage.database import Database
from quiz.storage.migrations.run import downgrade, upgrade
from quiz.storage.tables.catalogue import CatalogueRow
from tests.domain.catalogue.duo.conftest import duo_catalogue
from tests.domain.catalogue.duo.files import ALL, LOCATIONS, PROFILES, SECTORS, DuoFile

NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
SCHOOL = ("institutions.csv", "vo-11xy00")
PROFILE = ("offerings.csv", "havo-nt vo-11xy00 GM0361 voltijd")
FEWER = (LOCATIONS, PROFILES.with_rows(*PROFILES.rows[:3]), SECTORS.with_rows(SECTORS.rows[0]))
Import = Callable[..., Preview]


@pytest.fixture
def store(empty_url: str) -> Iterator[Database]:
    """A database of each kind with the small catalogue."""
    database = Database(empty_url.replace("postgresql://", "postgresql+psycopg://"))
    upgrade(database)
    load(database)
    yield database
    database.close()


def load(database: Database) -> None:
    with database.writing() as session:
        load_seed(session, catalogue_of_cells(duo_catalogue()), NOW)


def preview_of(database: Database, folder: Path, *files: DuoFile) -> tuple[Taken, Preview]:
    facts = Facts(day_of(NOW))
    for file in files:
        facts.read(file.put(folder))
    with database.reading() as session:
        taken = take(session)
    assert taken is not None
    return taken, propose(taken.standing, facts)


@pytest.fixture
def bring_in(store: Database, tmp_path: Path) -> Import:
    """Imports files; returns the preview that was written."""

    def preview_and_write(*files: DuoFile, remove: bool = False) -> Preview:
        taken, preview = preview_of(store, tmp_path, *files)
        catalogue_of(outcome(taken, preview, remove=remove))
        with store.writing() as session:
            apply_import(session, taken, preview, NOW, remove=remove)
        return preview

    return preview_and_write


def stored(database: Database) -> Catalogue:
    with database.reading() as session:
        return read_catalogue(session)


def everything(database: Database) -> list[tuple[object, ...]]:
    columns = (CatalogueRow.file, CatalogueRow.key, CatalogueRow.cells, CatalogueRow.origin)
    with database.reading() as session:
        rows = session.execute(select(*columns).order_by(*columns[:2])).all()
        return [*map(tuple, rows), ("version", stored_version(session))]


def decide(database: Database, key: tuple[str, str], origin: str, **cells: str) -> None:
    """Edit a row, or take it away, as somebody here would."""
    here = (CatalogueRow.file == key[0]) & (CatalogueRow.key == key[1])
    with database.writing() as session:
        before = session.scalars(select(CatalogueRow.cells).where(here)).one()
        change = update(CatalogueRow).where(here)
        session.execute(change.values(cells={**before, **cells}, origin=origin))


def test_an_import_is_live_and_a_second_time_changes_nothing(
    store: Database, bring_in: Import
) -> None:
    first = bring_in(*ALL)
    assert {SCHOOL, PROFILE} <= set(first.new)
    assert stored(store).institutions["vo-11xy00"].name == "Zeelyceum"
    before = everything(store)
    assert before[-1] == ("version", 2), "every process reads it again"
    assert bring_in(*ALL).changes_nothing
    assert everything(store) == before


def test_what_was_edited_or_taken_away_here_stays_so(store: Database, bring_in: Import) -> None:
    bring_in(*ALL)
    decide(store, SCHOOL, "edited", name="Van ons", website="")
    decide(store, PROFILE, "removed")
    bring_in(*ALL)
    assert stored(store).institutions["vo-11xy00"].name == "Van ons"
    assert "havo-nt" not in stored(store).shown_offerings
    load(store)
    assert "havo-nt" not in stored(store).shown_offerings, "nor does a load bring it back"


def test_what_duo_no_longer_has_goes_only_when_asked_and_may_come_back(
    store: Database, bring_in: Import
) -> None:
    bring_in(*ALL)
    assert PROFILE in bring_in(*FEWER).gone
    assert "havo-nt" in stored(store).shown_offerings
    bring_in(*FEWER, remove=True)
    assert "havo-nt" not in stored(store).shown_offerings
    assert bring_in(*FEWER).changes_nothing
    assert PROFILE in bring_in(*ALL).new
    assert "havo-nt" in stored(store).shown_offerings


def test_an_older_file_of_the_product_keeps_off_and_a_newer_one_does_not(
    store: Database, bring_in: Import
) -> None:
    bring_in(*ALL)
    key = ("offerings.csv", "timmeren vak GM0228 bol")
    decide(store, key, "duo", programme_url="https://vak.example.nl", checked_on="2026-11-22")
    load(store)
    assert stored(store).shown_offerings["timmeren"][0].programme_url == "https://vak.example.nl"
    decide(store, key, "duo", checked_on="2026-11-20")
    load(store)
    assert stored(store).shown_offerings["timmeren"][0].programme_url == ""


def test_an_import_that_was_killed_half_way_leaves_everything_as_it_was(
    store: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(store)
    taken, preview = preview_of(store, tmp_path, *ALL)

    def killed(session: Session) -> None:
        written = session.scalar(select(func.count()).select_from(CatalogueRow)) or 0
        os.kill(os.getpid(), signal.SIGKILL if written > len(before) else signal.SIGTERM)

    monkeypatch.setattr("quiz.storage.catalogue_import.count_on", killed)
    child = os.fork()
    if child == 0:
        try:
            with Database(store.url).writing() as session:
                apply_import(session, taken, preview, NOW, remove=False)
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    assert everything(store) == before


def test_a_catalogue_that_changed_since_the_preview_is_not_written_over(
    store: Database, tmp_path: Path
) -> None:
    taken, preview = preview_of(store, tmp_path, *ALL)
    changed = duo_catalogue()
    changed["companies.csv"][0]["name"] = "Intussen veranderd"
    with store.writing() as session:
        load_seed(session, catalogue_of_cells(changed), NOW)
    before = everything(store)
    with pytest.raises(CatalogueMoved), store.writing() as session:
        apply_import(session, taken, preview, NOW, remove=False)
    assert everything(store) == before


def test_going_back_a_version_keeps_what_came_in_and_not_what_went(
    store: Database, bring_in: Import
) -> None:
    bring_in(*ALL)
    decide(store, PROFILE, "removed")
    downgrade(store, "0012")
    upgrade(store)
    origins = {(row[0], row[1]): row[3] for row in everything(store)[:-1]}
    assert origins[SCHOOL] == "edited"
    assert PROFILE not in origins
