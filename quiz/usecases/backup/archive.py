"""The file of a backup: a zip with the copied database and a label that says what it is.

The whole file is signed under a key that follows from CODE_KEY: who changes it, or makes one, needs
that key. The label holds no secret: of the key under which return codes are stored it has a
fingerprint, so that a restore can tell beforehand that the codes would not work.
"""

import hashlib
import hmac
import json
import os
import re
import shutil
import zipfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Self

from quiz.domain.spreadsheets.errors import BROKEN_ZIP

FORMAT = 2  # 1 had no signature
_UNREADABLE = (*BROKEN_ZIP, KeyError, TypeError, ValueError)
LABEL, CONTENT, UNFINISHED = "backup.json", "database", "unfinished"
LARGEST_LABEL = 2_000  # bytes
LARGEST_VALUE = 20_000_000  # bytes in a value or a row; ours have a hundredth of it
_CHUNK = 1 << 20
_PRIVATE = 0o600
_SIGNATURE = 64  # hexadecimal digits, as the comment of the zip: the last bytes of the file
_SHAPES = {
    "kind": r"sqlite|postgresql",
    "revision": r"[0-9a-z]{1,32}",
    "made_at": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00",
    "key_fingerprint": r"[0-9a-f]{16}",
    "sha256": r"[0-9a-f]{64}",
}


class BackupError(ValueError):
    """A backup cannot be made or used; the message is one line with what to do."""


def foreign_to_us(what: str, names: Collection[str]) -> BackupError:
    """The refusal of a backup that has other things in it than ours have; names are untrusted."""
    shown = ", ".join("".join(filter(str.isprintable, name))[:40] for name in sorted(names)[:3])
    return BackupError(f"this is not a backup of ours: it has other {what} in it ({shown})")


@dataclass(frozen=True)
class Archive:
    """What a backup says of itself. `kind` is "sqlite" or "postgresql"; `made_at` is ISO, UTC."""

    format: int
    kind: str
    revision: str
    made_at: str
    key_fingerprint: str
    sha256: str

    @classmethod
    def read(cls, file: Path) -> Self:
        """The label of a backup; raises BackupError when the file is no backup of ours."""
        try:
            with _member(file, LABEL) as source:
                content = source.read(LARGEST_LABEL + 1)
            if len(content) > LARGEST_LABEL:
                raise ValueError("no label of ours is so long")
            label = cls(**json.loads(content))
            shaped = all(
                re.fullmatch(shape, getattr(label, name), re.ASCII)
                for name, shape in _SHAPES.items()
            )
            if not shaped or not isinstance(label.format, int):
                raise ValueError("a value that no label of ours has")
        except _UNREADABLE as problem:
            raise BackupError(
                f"{file} is not a backup of this program: give a file that `quiz backup` made"
            ) from problem
        if label.format > FORMAT:
            raise BackupError(f"{file} was made by a newer version: update this program first")
        return label

    def write(self, copied: Path, file: Path, code_key: str) -> None:
        """Bundle this label and the copied database, signed; `file` appears whole or not at all.

        It is made beside `copied`, where whatever is left behind is removed, on the same disk.
        """
        unfinished = copied.with_name(UNFINISHED)
        with (
            open(unfinished, "xb", opener=_private) as target,
            zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as bundle,
        ):
            bundle.writestr(LABEL, json.dumps(asdict(self), indent=1))
            bundle.write(copied, CONTENT)
            bundle.comment = b"0" * _SIGNATURE
        _sign(unfinished, code_key)
        _keep(unfinished)
        unfinished.replace(file)

    def unpack(self, file: Path, folder: Path) -> Path:
        """The copied database, in `folder`; raises BackupError when it is not what was put in."""
        copied = folder / CONTENT
        try:
            with (
                _member(file, CONTENT) as source,
                open(copied, "xb", opener=_private) as target,
            ):
                shutil.copyfileobj(source, target, _CHUNK)
        except _UNREADABLE as problem:
            raise BackupError(f"{file} is damaged: use another backup") from problem
        if checksum(copied) != self.sha256:
            raise BackupError(f"{file} is damaged: use another backup")
        return copied


@contextmanager
def _member(file: Path, name: str) -> Iterator[IO[bytes]]:
    """A part of the zip, read bit by bit: of what other ways of packing give, zipfile reads all."""
    if not file.is_file():
        raise ValueError("a device or pipe may have no end")
    with zipfile.ZipFile(file) as bundle:
        if bundle.getinfo(name).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ValueError("packed in a way that we do not use")
        with bundle.open(name) as source:
            yield source


def checksum(file: Path) -> str:
    """SHA-256 (hex) of a file."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def fingerprint(code_key: str) -> str:
    """Enough of a keyed digest to recognise the key, and nothing to find it with."""
    return hmac.digest(code_key.encode(), b"backup of zeven werelden", "sha256").hex()[:16]


def is_signed(file: Path, code_key: str) -> bool:
    """Whether every byte of this file is as it was when somebody with this key wrote it."""
    with file.open("rb") as content:
        size = content.seek(0, os.SEEK_END) - _SIGNATURE
        if size <= 0:
            return False
        content.seek(size)
        given = content.read(_SIGNATURE)
    return hmac.compare_digest(given, _signature(file, size, code_key))


def _sign(file: Path, code_key: str) -> None:
    size = file.stat().st_size - _SIGNATURE
    signature = _signature(file, size, code_key)
    with file.open("r+b") as content:
        content.seek(size)
        content.write(signature)


def _signature(file: Path, size: int, code_key: str) -> bytes:
    """HMAC-SHA-256 over the first `size` bytes, under a key made for this alone."""
    key = hmac.digest(code_key.encode(), b"signature of backups of zeven werelden", "sha256")
    mac = hmac.new(key, digestmod="sha256")
    with file.open("rb") as content:
        while size > 0 and (chunk := content.read(min(_CHUNK, size))):
            mac.update(chunk)
            size -= len(chunk)
    return mac.hexdigest().encode()


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, _PRIVATE)


def _keep(file: Path) -> None:
    """Have the operating system write the file to its disk before we say that it is there."""
    with file.open("rb") as content:
        os.fsync(content.fileno())
