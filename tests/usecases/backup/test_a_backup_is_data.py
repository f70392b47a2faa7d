"""A backup is data: nothing that stands in it is run, and nobody else can make one of ours."""

import hashlib
import json
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from quiz.config import Settings
from quiz.usecases.backup.archive import LARGEST_LABEL, BackupError
from quiz.usecases.backup.operations import back_up, restore
from quiz.usecases.services import Services
from tests.storage.migrations.rows import fill_every_table
from tests.usecases.attempts.pupils import everything_stored

OTHER_KEY = "another-key-0123456789-abcdefghijklmnop"


def rewrite(file: Path, label: dict[str, object] | bytes, content: bytes | None = None) -> None:
    """Make the file anew as somebody would who has no key of ours: with a right checksum."""
    with zipfile.ZipFile(file) as bundle:
        old, comment = bundle.read("database"), bundle.comment
        told = json.loads(bundle.read("backup.json"))
    content = old if content is None else content
    if isinstance(label, dict):
        told |= {"sha256": hashlib.sha256(content).hexdigest()} | label
        label = json.dumps(told).encode()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("backup.json", label)
        bundle.writestr("database", content)
        bundle.comment = comment


def change_database(file: Path, *statements: str) -> None:
    """Put other SQL into the copied database of an SQLite backup."""
    copy = file.with_name("changed.sqlite3")
    with zipfile.ZipFile(file) as bundle:
        copy.write_bytes(bundle.read("database"))
    with closing(sqlite3.connect(copy)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    rewrite(file, {}, copy.read_bytes())
    copy.unlink()


@pytest.fixture
def file(settings: Settings, services: Services, tmp_path: Path) -> Path:
    """A backup of an installation with something in every table."""
    fill_every_table(services.database)
    back_up(settings, tmp_path / "backup")
    return tmp_path / "backup"


def test_a_file_that_somebody_made_anew_is_refused(
    settings: Settings, services: Services, file: Path
) -> None:
    before = everything_stored(services.database)
    rewrite(file, {})
    for other_key in (False, True):
        with pytest.raises(BackupError, match="changed"):
            restore(settings, file, replace=True, other_key=other_key)
    assert everything_stored(services.database) == before


def test_every_changed_byte_is_noticed(settings: Settings, services: Services, file: Path) -> None:
    content = file.read_bytes()
    for place in range(0, len(content), len(content) // 40):
        file.write_bytes(content[:place] + bytes([content[place] ^ 4]) + content[place + 1 :])
        with pytest.raises(BackupError):
            restore(settings, file, replace=True, other_key=False)
    file.write_bytes(content + b"x")
    with pytest.raises(BackupError):
        restore(settings, file, replace=True, other_key=False)
    file.write_bytes(content)
    restore(settings, file, replace=True, other_key=False)
    assert everything_stored(services.database)


def test_a_label_is_bounded_and_shaped(settings: Settings, file: Path) -> None:
    whole = file.read_bytes()
    labels: tuple[dict[str, object] | bytes, ...] = (
        b"[" * 200_000,
        b"[" * (LARGEST_LABEL - 1),
        b"{" + b" " * 50_000_000 + b"}",
        {"made_at": "2026-01-01\x1b[2J"},
        {"made_at": 7},
        {"revision": "../x"},
        {"kind": "x" * 200},
        {"format": "2"},
        {"format": [2]},
        {"sha256": None},
        {"more": 1},
    )
    for label in labels:
        file.write_bytes(whole)
        rewrite(file, label)
        with pytest.raises(BackupError, match=r"not a backup|made by a newer") as told:
            restore(settings, file, replace=True, other_key=True)
        assert str(told.value).isprintable(), label


@pytest.mark.parametrize("packed", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
@pytest.mark.parametrize("name", ["backup.json", "database"])
def test_what_could_unpack_without_bounds_is_not_unpacked(
    settings: Settings, services: Services, file: Path, packed: int, name: str
) -> None:
    assert services
    with zipfile.ZipFile(file) as bundle:
        parts = {each: bundle.read(each) for each in bundle.namelist()}
    with zipfile.ZipFile(file, "w") as bundle:
        for each, content in parts.items():
            bundle.writestr(each, content, packed if each == name else zipfile.ZIP_DEFLATED)
    theirs = replace(settings, code_key=OTHER_KEY)
    with pytest.raises(BackupError, match=r"not a backup|damaged"):
        restore(theirs, file, replace=True, other_key=True)


@pytest.mark.parametrize("endless", ["/dev/zero", "/dev/null", "."])
def test_what_is_no_file_is_no_backup(settings: Settings, services: Services, endless: str) -> None:
    assert services
    with pytest.raises(BackupError, match="not a backup"):
        restore(settings, Path(endless), replace=True, other_key=True)
