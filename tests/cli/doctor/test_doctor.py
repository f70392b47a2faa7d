"""`quiz doctor` on installations that are well, half made, or of somebody else."""

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Quiz
from tests.cli.doctor.findings import found, wrongs


@pytest.fixture
def school(quiz: Quiz, environment: dict[str, str], upgraded: Path) -> Quiz:
    """An installation with its tables."""
    environment["BASE_URL"] = "https://quiz.school.nl"
    assert upgraded.exists()
    return quiz


def test_what_is_well_is_told_and_is_exit_code_0(school: Quiz) -> None:
    assert school("purge").exit_code == 0
    result = school("doctor", "--offline")
    assert result.exit_code == 0, result.output
    lines = result.output.splitlines()
    for subject in ("settings", "files", "database", "purge", "disk", "versions"):
        assert [line for line in lines if line.split()[:2] == ["ok", subject]], subject
    assert [line for line in lines if line.split()[:2] == ["note", "backup"]]


def test_everything_that_is_not_well_says_what_to_do(school: Quiz) -> None:
    for each in json.loads(school("doctor", "--offline", "--json").stdout):
        assert each["advice"] or each["mark"] == "ok", each


def test_a_copy_that_is_made_elsewhere_is_never_late(
    school: Quiz, environment: dict[str, str]
) -> None:
    environment["BACKUP_DIR"] = "elsewhere"
    (backup,) = found(school("doctor", "--offline", "--json"))["backup"]
    assert backup["text"] == "copies are made elsewhere"


@pytest.mark.parametrize(
    ("change", "subject", "words"),
    [
        ({"SECRET_KEY": "short"}, "settings", "SECRET_KEY is missing or weak"),
        ({"BASE_URL": ""}, "settings", "without BASE_URL any host name is answered"),
        ({"QUIZ_DEMO": "1"}, "settings", "QUIZ_DEMO allows weak secrets"),
        ({"DATABASE_URL": "postgresql://u:pw@127.0.0.1:1/x"}, "database", "does not answer"),
        ({"DATABASE_URL": "sqlite:////nowhere/quiz.sqlite3"}, "database", "is not there"),
    ],
)
def test_settings_that_are_not_right(
    school: Quiz, environment: dict[str, str], change: dict[str, str], subject: str, words: str
) -> None:
    environment.update(change)
    result = school("doctor", "--offline", "--json")
    assert result.exit_code == 1
    assert words in wrongs(result)[subject]
    assert "pw@" not in result.output


def test_nothing_is_made_that_was_not_there(quiz: Quiz, tmp_path: Path) -> None:
    assert "is not there" in quiz("doctor", "--offline").output
    assert list(tmp_path.iterdir()) == []


def test_rights_of_files(school: Quiz, tmp_path: Path) -> None:
    settings = tmp_path / "settings.env"
    settings.touch(mode=0o644)
    settings.chmod(0o644)
    (tmp_path / "data" / "quiz.sqlite3").chmod(0o640)
    told = school("doctor", "--offline", "--json", "--settings-file", str(settings))
    texts = [each["text"] for each in found(told)["files"] if each["mark"] == "wrong"]
    assert len(texts) == 2
    assert all("can be read by others" in text for text in texts)


def test_settings_that_only_root_reads_are_no_hindrance(
    school: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a real machine, where the user of the service may only see their rights."""
    settings = tmp_path / "settings.env"
    settings.touch(mode=0o600)
    may = os.access
    monkeypatch.setattr(
        "os.access", lambda path, mode: str(path) != str(settings) and may(path, mode)
    )
    told = school("doctor", "--offline", "--json", "--settings-file", str(settings))
    assert told.exit_code == 0, told.output
    assert "is private" in found(told)["files"][0]["text"]


def test_a_database_of_another_user_is_not_opened(
    school: Quiz, monkeypatch: pytest.MonkeyPatch
) -> None:
    somebody = os.getuid() + 1
    monkeypatch.setattr("os.geteuid", lambda: somebody)
    result = school("doctor", "--offline", "--json")
    assert "run every command as one user" in found(result)["files"][0]["advice"]
    assert found(result)["database"][0]["text"] == "not opened, for it is not ours"


def test_a_damaged_database_is_to_be_restored(school: Quiz, upgraded: Path) -> None:
    upgraded.write_bytes(b"no database\n" * 999)
    (database,) = found(school("doctor", "--offline", "--json"))["database"]
    assert database["mark"] == "wrong"
    assert "quiz restore FILE --replace" in database["advice"]


def test_a_folder_of_another_user_is_a_finding(
    school: Quiz, monkeypatch: pytest.MonkeyPatch, upgraded: Path
) -> None:
    """As it is for who may not look into it; root may look into everything."""

    def refused(path: Path, **_how: bool) -> os.stat_result:
        if path.name.startswith("quiz.sqlite3"):
            raise PermissionError(13, "Permission denied", str(path))
        return os.stat(path)  # noqa: PTH116

    monkeypatch.setattr(Path, "stat", refused)
    result = school("doctor", "--offline", "--json")
    assert "run this as the user of the service" in str(found(result)["files"])
    assert "not opened" in str(found(result)["database"])
    assert "quiz_database_ok 0" in school("metrics").output
    assert upgraded.name == "quiz.sqlite3"


def test_a_database_of_another_version(school: Quiz, tmp_path: Path) -> None:
    file = tmp_path / "data" / "quiz.sqlite3"
    for revision, words in (("0014", "it stands at 0014"), ("9999", "of a newer program")):
        with closing(sqlite3.connect(file)) as database:
            database.execute("UPDATE alembic_version SET version_num = ?", (revision,))
            database.commit()
        assert words in wrongs(school("doctor", "--offline", "--json"))["database"]


def test_a_mail_server_that_does_not_answer(school: Quiz, environment: dict[str, str]) -> None:
    environment.update(MAIL_SERVER="127.0.0.1", MAIL_PORT="1", MAIL_FROM="quiz@school.nl")
    environment["BASE_URL"] = "http://127.0.0.1:1"
    result = school("doctor", "--json")
    assert wrongs(result)["mail"] == "127.0.0.1 port 1: ConnectionRefusedError"
    assert "does not answer as ours does" in wrongs(result)["proxy"]


def test_a_report_is_mailed_to_the_operator_if_there_is_one(
    school: Quiz, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[tuple[object, ...]] = []
    monkeypatch.setattr("quiz.cli.doctor.mail.send", lambda _server, *mail: sent.append(mail))
    words = ("doctor", "--offline", "--report", "--about", "zeven-werelden-purge failed")
    assert school(*words).exit_code == 0
    assert sent == []
    environment.update(MAIL_SERVER="mail.school.nl", MAIL_FROM="quiz@school.nl")
    environment["OPERATOR_MAIL"] = "ict@school.nl"
    school(*words)
    ((to, subject, text),) = sent
    assert (to, subject) == ("ict@school.nl", "Zeven Werelden: zeven-werelden-purge failed")
    assert "database" in str(text)
    secrets = (environment["SECRET_KEY"], environment["CODE_KEY"])
    assert not any(secret in str(text) for secret in secrets), "no secret is mailed"
