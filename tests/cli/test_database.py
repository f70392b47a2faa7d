"""`quiz db upgrade`: after every update, twice is harmless, and a clear line when it cannot."""

from pathlib import Path

import pytest
from sqlalchemy import text

from quiz.config import Settings
from quiz.storage.database import Database
from quiz.storage.migrations.run import current_revision, newest_revision, upgrade
from tests.cli.conftest import Quiz, complaint
from tests.storage.migrations.rows import fill_every_table
from tests.usecases.attempts.pupils import row_counts


def opened(environment: dict[str, str]) -> Database:
    return Database(Settings.from_environment(environment).database_url)


def test_upgrading_makes_the_tables_and_twice_is_harmless(
    quiz: Quiz, environment: dict[str, str], empty_url: str
) -> None:
    environment["DATABASE_URL"] = empty_url
    first, second = quiz("db", "upgrade"), quiz("db", "upgrade")
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.output == f"migrated to {newest_revision()}\n"
    assert second.output == "the database is up to date\n"
    database = opened(environment)
    assert current_revision(database) == newest_revision()
    database.close()


def test_upgrading_keeps_what_is_there(
    quiz: Quiz, environment: dict[str, str], empty_url: str
) -> None:
    environment["DATABASE_URL"] = empty_url
    quiz("db", "upgrade")
    database = opened(environment)
    fill_every_table(database)
    before = row_counts(database)
    assert 0 not in before.values()
    assert quiz("db", "upgrade").exit_code == 0
    assert row_counts(database) == before
    database.close()


def test_without_an_address_the_database_is_a_file_in_the_data_folder(
    quiz: Quiz, tmp_path: Path
) -> None:
    assert quiz("db", "upgrade").exit_code == 0
    assert (tmp_path / "data" / "quiz.sqlite3").exists()


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("SECRET_KEY", "weak", "SECRET_KEY is missing or weak"),
        ("CODE_KEY", "", "CODE_KEY is missing or weak"),
        ("DATABASE_URL", "mysql://root:geheim@db/quiz", "DATABASE_URL must be"),
        ("DATABASE_URL", "postgresql://quiz:geheim@db:x/quiz", "DATABASE_URL must be"),
        ("DATABASE_URL", "postgresql://quiz:geheim@127.0.0.1:1/quiz", "the database refused"),
        ("DATABASE_URL", "sqlite:////dev/null/quiz.sqlite3", "/dev/null"),
        ("DATABASE_URL", "sqlite:////dev", "the database refused"),
        ("BASE_URL", "school.nl", "BASE_URL"),
    ],
)
def test_a_setting_that_cannot_be_is_one_line(
    quiz: Quiz, environment: dict[str, str], variable: str, value: str, says: str
) -> None:
    environment[variable] = value
    line = complaint(quiz("db", "upgrade"))
    assert says in line
    assert "geheim" not in line


def test_a_file_that_is_no_database_is_one_line_and_stays_what_it_was(
    quiz: Quiz, environment: dict[str, str], tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Beste ouders, " * 500, encoding="utf-8")
    environment["DATABASE_URL"] = f"sqlite:///{letter}"
    assert "not a database" in complaint(quiz("db", "upgrade"))
    assert letter.read_text(encoding="utf-8") == "Beste ouders, " * 500


def test_a_database_of_a_newer_version_is_one_line_and_stays_what_it_was(
    quiz: Quiz, environment: dict[str, str], empty_url: str
) -> None:
    environment["DATABASE_URL"] = empty_url
    database = opened(environment)
    upgrade(database)
    with database.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert "newer version" in complaint(quiz("db", "upgrade"))
    assert current_revision(database) == "9999"
    database.close()


def test_the_word_after_db_must_be_one_that_exists(quiz: Quiz) -> None:
    assert "No such command 'down'" in complaint(quiz("db", "down"))
