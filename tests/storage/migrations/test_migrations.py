"""The schema goes forwards and back with data in it, and is exactly what the code expects."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from quiz.storage.database import Database
from quiz.storage.migrations import run
from quiz.storage.migrations.run import current_revision, downgrade, newest_revision, upgrade
from quiz.storage.tables.base import Record
from tests.storage.migrations.rows import fill_every_table
from tests.usecases.attempts.pupils import everything_stored, row_counts

REVISIONS = [
    script.revision
    for script in reversed(list(ScriptDirectory.from_config(run._config()).walk_revisions()))
]


def tables(database: Database) -> set[str]:
    """The tables that exist, apart from Alembic's own."""
    return set(sa.inspect(database.engine).get_table_names()) - {"alembic_version"}


def rules(database: Database) -> dict[str, object]:
    """What `compare_metadata` does not look at: checks, cascades and names of constraints."""
    inspector = sa.inspect(database.engine)
    return {
        table: (
            sorted(str(check["name"]) for check in inspector.get_check_constraints(table)),
            sorted(
                (str(key["name"]), key["referred_table"], str(key["options"]))
                for key in inspector.get_foreign_keys(table)
            ),
            sorted(str(unique["name"]) for unique in inspector.get_unique_constraints(table)),
            inspector.get_pk_constraint(table)["name"],
        )
        for table in tables(database)
    }


def test_an_empty_database_gets_every_table(empty_database: Database) -> None:
    assert current_revision(empty_database) is None
    upgrade(empty_database)
    assert current_revision(empty_database) == newest_revision() == REVISIONS[-1]
    assert tables(empty_database) == set(Record.metadata.tables)


def test_upgrading_twice_changes_nothing(empty_database: Database) -> None:
    upgrade(empty_database)
    fill_every_table(empty_database)
    before = everything_stored(empty_database)
    upgrade(empty_database)
    assert everything_stored(empty_database) == before


def test_the_migrated_schema_is_what_the_models_say(empty_database: Database) -> None:
    upgrade(empty_database)
    with empty_database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, Record.metadata) == []


def test_so_are_its_checks_cascades_and_names(empty_database: Database) -> None:
    upgrade(empty_database)
    migrated = rules(empty_database)
    downgrade(empty_database, "base")
    Record.metadata.create_all(empty_database.engine)
    assert rules(empty_database) == migrated


def test_every_step_goes_down_and_up_again_with_data_in_every_table(
    empty_database: Database,
) -> None:
    upgrade(empty_database)
    fill_every_table(empty_database)
    assert set(row_counts(empty_database).values()) == {1}
    for revision in [*reversed(REVISIONS[:-1]), "base"]:
        downgrade(empty_database, revision)
    assert tables(empty_database) == set()
    for revision in REVISIONS:
        upgrade(empty_database, revision)
        assert current_revision(empty_database) == revision
    fill_every_table(empty_database)
    assert set(row_counts(empty_database).values()) == {1}


def test_a_step_keeps_the_rows_of_the_tables_that_it_does_not_remove(
    empty_database: Database,
) -> None:
    upgrade(empty_database)
    fill_every_table(empty_database)
    for revision in reversed(REVISIONS[:-1]):
        downgrade(empty_database, revision)
    for revision in REVISIONS[1:]:
        upgrade(empty_database, revision)
    kept = row_counts(empty_database)
    assert {kept[name] for name in ("school", "school_class", "attempt", "answer", "result")} == {1}


def test_foreign_keys_are_on_again_after_a_migration(empty_database: Database) -> None:
    upgrade(empty_database)
    fill_every_table(empty_database)
    with empty_database.writing() as session:
        session.execute(sa.text("DELETE FROM school"))
    assert row_counts(empty_database)["answer"] == 0


def test_rows_that_already_pointed_at_nothing_do_not_stop_an_update(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/old.sqlite3")
    upgrade(database, REVISIONS[0])
    with closing(sqlite3.connect(tmp_path / "old.sqlite3")) as connection, connection:
        connection.execute("INSERT INTO answer VALUES (1, 'brace-hand', 3, 1, NULL)")
    upgrade(database)
    assert current_revision(database) == newest_revision()
    database.close()


def test_a_migration_that_leaves_rows_pointing_at_nothing_is_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(f"sqlite:///{tmp_path}/old.sqlite3")
    upgrade(database)
    fill_every_table(database)

    def careless(config: Config, revision: str) -> None:
        config.attributes["connection"].exec_driver_sql("DELETE FROM school")

    monkeypatch.setattr("quiz.storage.migrations.run.command.upgrade", careless)
    with pytest.raises(run.BrokenReferences):
        upgrade(database)
    assert row_counts(database)["school"] == 1
    database.close()


def test_a_migration_that_fails_leaves_the_schema_as_it_was(
    empty_database: Database,
) -> None:
    with empty_database.engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE result (in_the_way INTEGER)"))
    with pytest.raises(sa.exc.SQLAlchemyError):
        upgrade(empty_database)
    assert tables(empty_database) == {"result"}
    assert current_revision(empty_database) is None


def test_the_revisions_form_one_line() -> None:
    script = ScriptDirectory.from_config(run._config())
    assert script.get_heads() == [newest_revision()]
    assert len(script.get_bases()) == 1
