"""The file of a backup: a zip with the copied database and a page that says what it is.

The page holds no secret: of the key under which return codes are stored it has a fingerprint, so
that a restore can tell beforehand that the codes would not work.
"""

import hashlib
import hmac
import json
import os
import shutil
import zipfile
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

FORMAT = 1
_UNREADABLE = (OSError, zipfile.BadZipFile, zlib.error, KeyError, TypeError, ValueError)
LABEL, CONTENT = "backup.json", "database"
_CHUNK = 1 << 20
_PRIVATE = 0o600


class BackupError(ValueError):
    """A backup cannot be made or used; the message is one line with what to do."""


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
            with zipfile.ZipFile(file) as bundle:
                label = cls(**json.loads(bundle.read(LABEL)))
        except (
            OSError,
            zipfile.BadZipFile,
            zlib.error,
            KeyError,
            TypeError,
            ValueError,
        ) as problem:
            raise BackupError(
                f"{file} is not a backup of this program: give a file that `quiz backup` made"
            ) from problem
        if label.format != FORMAT:
            raise BackupError(f"{file} was made by a newer version: update this program first")
        return label

    def write(self, copied: Path, file: Path) -> None:
        """Bundle this label and the copied database; `file` appears whole or not at all."""
        unfinished = file.with_name(f"{file.name}.unfinished")
        try:
            with (
                open(unfinished, "xb", opener=_private) as target,
                zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as bundle,
            ):
                bundle.writestr(LABEL, json.dumps(asdict(self), indent=1))
                bundle.write(copied, CONTENT)
            _keep(unfinished)
            unfinished.replace(file)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise

    def unpack(self, file: Path, folder: Path) -> Path:
        """The copied database, in `folder`; raises BackupError when it is not what was put in."""
        copied = folder / CONTENT
        try:
            with (
                zipfile.ZipFile(file) as bundle,
                bundle.open(CONTENT) as source,
                open(copied, "xb", opener=_private) as target,
            ):
                shutil.copyfileobj(source, target, _CHUNK)
        except _UNREADABLE as problem:
            raise BackupError(f"{file} is damaged: use another backup") from problem
        if checksum(copied) != self.sha256:
            raise BackupError(f"{file} is damaged: use another backup")
        return copied


def checksum(file: Path) -> str:
    """SHA-256 (hex) of a file."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def fingerprint(code_key: str) -> str:
    """Enough of a keyed digest to recognise the key, and nothing to find it with."""
    return hmac.digest(code_key.encode(), b"backup of zeven werelden", "sha256").hex()[:16]


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, _PRIVATE)


def _keep(file: Path) -> None:
    """Have the operating system write the file to its disk before we say that it is there."""
    with file.open("rb") as content:
        os.fsync(content.fileno())
