"""`quiz backup` and `quiz restore`, as typed: what they say, and one line when they cannot."""

from pathlib import Path

import psycopg

from quiz.config import Settings
from quiz.storage.database import Database
from tests import postgres
from tests.cli.conftest import Quiz, complaint
from tests.storage.migrations.rows import fill_every_table
from tests.usecases.attempts.pupils import everything_stored
from tests.usecases.backup.test_backup import apart_from_sessions, forget_what_a_restore_ends


def test_a_drill_backup_lose_restore(
    quiz: Quiz, environment: dict[str, str], empty_url: str, tmp_path: Path
) -> None:
    environment["DATABASE_URL"] = empty_url
    assert quiz("db", "upgrade").exit_code == 0
    database = Database(Settings.from_environment(environment).database_url)
    fill_every_table(database)
    forget_what_a_restore_ends(database)
    before = apart_from_sessions(everything_stored(database))
    file = str(tmp_path / "quiz.usecases.backup")
    made = quiz("backup", file)
    assert made.output.startswith(f"{file}: ")
    assert "--replace" in complaint(quiz("restore", file))
    put_back = quiz("restore", "--replace", file)
    assert put_back.exit_code == 0
    assert put_back.output.startswith("the database is as it was at 20")
    forget_what_a_restore_ends(database)
    assert apart_from_sessions(everything_stored(database)) == before
    database.close()


def test_a_restore_is_rehearsed_in_a_scratch_place(
    quiz: Quiz, environment: dict[str, str], empty_url: str, tmp_path: Path
) -> None:
    environment["DATABASE_URL"] = empty_url
    assert quiz("db", "upgrade").exit_code == 0
    database = Database(Settings.from_environment(environment).database_url)
    fill_every_table(database)
    file = tmp_path / "copies" / "today.backup"
    file.parent.mkdir()
    assert quiz("backup", str(file)).exit_code == 0
    before = everything_stored(database)
    told = quiz("restore", "--rehearse", str(file))
    assert told.exit_code == 0, told.output
    assert "1 schools, 1 accounts, 1 classes, 1 attempts, 1 answers" in told.output
    assert everything_stored(database) == before, "the database was not touched"
    assert [each.name for each in file.parent.iterdir()] == ["today.backup"]
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    assert "damaged" in complaint(quiz("restore", "--rehearse", str(file)))
    assert [each.name for each in file.parent.iterdir()] == ["today.backup"]
    database.close()


def test_without_a_database_or_a_backup_it_is_one_line(quiz: Quiz, tmp_path: Path) -> None:
    assert "nothing to back up" in complaint(quiz("backup", str(tmp_path / "file")))
    assert "is not there" in complaint(quiz("restore", str(tmp_path / "file")))
    (tmp_path / "letter").write_text("Beste ouders")
    assert "not a backup" in complaint(quiz("restore", str(tmp_path / "letter")))


def test_an_account_that_may_make_no_schema_is_told_what_to_do(
    quiz: Quiz, environment: dict[str, str], postgres_url: str, tmp_path: Path
) -> None:
    file = tmp_path / "today.backup"
    with postgres.empty_database(postgres_url) as url:
        environment["DATABASE_URL"] = url
        assert quiz("db", "upgrade").exit_code == 0
        assert quiz("backup", str(file)).exit_code == 0
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("CREATE ROLE reader LOGIN")
            environment["DATABASE_URL"] = url.replace("//quiz@", "//reader@")
            told = complaint(quiz("restore", "--rehearse", str(file)))
            connection.execute("DROP ROLE reader")
            schemas = connection.execute("SELECT nspname FROM pg_namespace").fetchall()
    assert "let it own its database" in told
    assert not [name for (name,) in schemas if "rehearsal" in name]


def test_a_file_that_is_no_database_at_all_is_told_apart_from_the_backup(
    quiz: Quiz, upgraded: Path, tmp_path: Path
) -> None:
    file = tmp_path / "today.backup"
    assert quiz("backup", str(file)).exit_code == 0
    upgraded.write_bytes(b"no database\n" * 999)
    line = complaint(quiz("restore", "--replace", str(file)))
    assert "use another" not in line
    assert f"move {upgraded} away, with {upgraded}-wal" in line
    for each in upgraded.parent.glob("quiz.sqlite3*"):
        each.rename(tmp_path / each.name)
    assert quiz("restore", "--replace", str(file)).exit_code == 0
