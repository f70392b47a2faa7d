"""A backup of somebody else brings rows, and only rows that we could have written ourselves."""

import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import text

from quiz.cli import main
from quiz.config import Settings
from quiz.storage.database import Database
from quiz.storage.migrations.run import downgrade
from quiz.usecases.backup import engines
from quiz.usecases.backup.archive import BackupError
from quiz.usecases.backup.operations import back_up, restore
from quiz.usecases.services import Services
from tests.cli.conftest import complaint
from tests.usecases.attempts.pupils import everything_stored
from tests.usecases.backup.hostile import (
    BAD_ROWS,
    BAD_TEXTS,
    PROGRAMS,
    RULES,
    SECRET,
)
from tests.usecases.backup.test_a_backup_is_data import (
    OTHER_KEY,
    change_database,
    file,
    rewrite,
)

__all__ = ["file"]
SCHEMA = {
    "sqlite": "SELECT type || name || coalesce(sql, '') FROM sqlite_master",
    "postgresql": (
        "SELECT conname || pg_get_constraintdef(oid) FROM pg_constraint UNION ALL "
        "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' UNION ALL "
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal UNION ALL "
        "SELECT rulename || definition FROM pg_rules WHERE schemaname = 'public' UNION ALL "
        "SELECT concat(table_name, column_name, data_type, column_default, is_nullable) "
        "FROM information_schema.columns WHERE table_schema = 'public'"
    ),
}


def kind_of(services: Services) -> str:
    return services.database.url.get_backend_name()


def schema_of(database: Database) -> list[str]:
    """Every table, rule, index and program there is; the order in a table says nothing."""
    with database.reading() as session:
        found = session.scalars(text(SCHEMA[database.url.get_backend_name()]))
        return sorted(line.strip(" ,") for each in found for line in str(each).splitlines())


def make_foreign(settings: Settings, services: Services, file: Path, statements: list[str]) -> Path:
    """A backup of somebody else, who did these things in their database."""
    theirs = replace(settings, code_key=OTHER_KEY)
    if services.database.is_sqlite:
        change_database(file, *statements)
        return file
    with services.database.writing() as session:
        for statement in statements:
            session.execute(text(statement))
    back_up(theirs, file.with_name("theirs"))
    restore(settings, file, replace=True, other_key=False)
    return file.with_name("theirs")


def refusal(settings: Settings, file: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """What `quiz restore` says: one line, with nothing of the rows in it."""
    for name in ("database_url", "code_key", "secret_key"):
        monkeypatch.setenv(name.upper(), str(getattr(settings, name)))
    line = complaint(CliRunner().invoke(main, ["restore", "--replace", "--other-key", str(file)]))
    assert line.isprintable()
    for value in (SECRET, "Blauwe", "docent@", "99999", "hash"):
        assert value not in line
    return line


@pytest.mark.parametrize("empty_url", ["sqlite"], indirect=True)
def test_a_file_with_more_than_tables_of_ours_is_refused(
    settings: Settings, services: Services, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, whole = everything_stored(services.database), file.read_bytes()
    theirs_settings = replace(settings, code_key=OTHER_KEY)  # with --other-key: not our signature
    for program in PROGRAMS:
        file.write_bytes(whole)
        theirs = make_foreign(settings, services, file, ["PRAGMA writable_schema = ON", program])
        assert "not a backup of ours" in refusal(theirs_settings, theirs, monkeypatch), program
        assert everything_stored(services.database) == before, program


@pytest.mark.parametrize("rule", RULES)
def test_rules_and_programs_of_somebody_else_stay_behind(
    settings: Settings, services: Services, file: Path, rule: str
) -> None:
    schema = schema_of(services.database)
    theirs = make_foreign(settings, services, file, RULES[rule][kind_of(services)])
    restore(replace(settings, code_key=OTHER_KEY), theirs, replace=True, other_key=True)
    assert schema_of(services.database) == schema
    assert "Blauwe Otter" in everything_stored(services.database)


@pytest.mark.parametrize("rows", BAD_ROWS)
def test_rows_that_do_not_fit_are_refused_in_one_line_without_them(
    settings: Settings,
    services: Services,
    file: Path,
    rows: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    theirs = make_foreign(settings, services, file, BAD_ROWS[rows][kind_of(services)])
    before = everything_stored(services.database)
    refusal(replace(settings, code_key=OTHER_KEY), theirs, monkeypatch)
    assert everything_stored(services.database) == before


def test_rows_that_an_update_cannot_work_with_are_refused_in_one_line(
    settings: Settings, services: Services, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    downgrade(services.database, "0010")
    with services.database.writing() as session:
        session.execute(text("UPDATE result SET outcome = '[\"fast\"]'"))
    back_up(settings, file.with_name("old"))
    restore(settings, file, replace=True, other_key=False)
    before = everything_stored(services.database)
    refusal(settings, file.with_name("old"), monkeypatch)
    assert everything_stored(services.database) == before


@pytest.mark.parametrize("empty_url", ["postgresql"], indirect=True)
def test_rows_of_a_dump_that_are_no_rows_are_refused_in_one_line(
    settings: Settings, services: Services, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything_stored(services.database)
    as_text, change = engines._as_text, BAD_TEXTS[0]

    def changed(database: Database, dump: Path) -> Path:
        script = as_text(database, dump)
        content = script.read_bytes()
        assert change[0] in content
        script.write_bytes(content.replace(*change))
        return script

    monkeypatch.setattr(engines, "_as_text", changed)
    for change in BAD_TEXTS:
        refusal(settings, file, monkeypatch)
        assert everything_stored(services.database) == before, change


def _a_command_in_the_dump(content: bytes) -> bytes:
    """Turn a comparison of a check into another: any text of the dump could be a command."""
    assert content.count(b"COPY ") > 0
    changed = content.replace(b"CREATE TABLE public.role (", b"SELECT pg_sleep(99); -- (", 1)
    return changed if changed != content else content.replace(b"CREATE TABLE", b"SELECT TABLE", 1)


def _another_table(content: bytes) -> bytes:
    return content.replace(b"COPY public.role (", b"COPY public.evil (", 1)


def _another_column(content: bytes) -> bytes:
    return content.replace(b"COPY public.role (id, name)", b"COPY public.role (id, evil)", 1)


@pytest.mark.parametrize("empty_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("change", [_a_command_in_the_dump, _another_table, _another_column])
def test_commands_in_a_foreign_dump_are_not_run(
    settings: Settings, services: Services, file: Path, change: Callable[[bytes], bytes]
) -> None:
    before, schema = everything_stored(services.database), schema_of(services.database)
    with zipfile.ZipFile(file) as bundle:
        content = bundle.read("database")
    changed = change(content)
    assert changed != content
    rewrite(file, {}, changed)
    with suppress(BackupError):
        restore(replace(settings, code_key=OTHER_KEY), file, replace=True, other_key=True)
        before = everything_stored(services.database)
    assert everything_stored(services.database) == before
    assert schema_of(services.database) == schema
