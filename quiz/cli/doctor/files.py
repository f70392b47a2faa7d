"""Who may read the settings and the database."""

import os
import pwd
import stat
from pathlib import Path

from sqlalchemy import make_url

from quiz.cli.doctor.finding import Finding, well, wrong
from quiz.config import Settings
from quiz.config.private_files import files_of

_OTHERS = 0o077


def of_settings(file: Path) -> list[Finding]:
    """Whether others can read the secrets; a file that is not there is no finding."""
    try:
        mode = stat.S_IMODE(file.stat().st_mode)
    except OSError:
        return []
    if not file.is_file():
        return [wrong("files", f"{file} is no file", "name the file with --settings-file")]
    if mode & stat.S_IRWXO or mode & stat.S_IWGRP:
        return [
            wrong("files", f"{file} can be read by others ({mode:04o})", f"chmod 600 {file}"),
        ]
    return [well("files", f"{file} is private ({mode:04o})")]


def embedded(settings: Settings) -> Path | None:
    """The file of SQLite; None with PostgreSQL."""
    url = make_url(settings.database_url)
    return Path(url.database or "") if url.get_backend_name() == "sqlite" else None


def is_there(file: Path) -> bool:
    """Whether we see this file; not one in a folder of somebody else."""
    try:
        return file.is_file()
    except PermissionError:
        return False


def is_of_somebody_else(file: Path) -> bool:
    """Whether opening it could leave files beside it that its owner cannot write."""
    try:
        return file.stat().st_uid != os.geteuid()
    except PermissionError:  # in a folder of somebody else
        return True
    except OSError:
        return False


def of_database(file: Path | None) -> list[Finding]:
    """Whether an SQLite file is ours, and ours alone."""
    if file is None:
        return []
    found = [each for path in files_of(file) for each in _rights(path)]
    folder = file.parent
    if folder.is_dir() and not os.access(folder, os.W_OK):
        found.append(
            wrong("files", f"we may not write in {folder}", f"chown {_me()} {folder}; chmod 700 it")
        )
    return found or ([well("files", f"{file} is ours alone")] if file.exists() else [])


def _rights(path: Path) -> list[Finding]:
    try:
        status = path.stat()
    except FileNotFoundError:
        return []
    except PermissionError:
        return [wrong("files", f"we may not look at {path}", "run this as the user of the service")]
    mode = stat.S_IMODE(status.st_mode)
    if status.st_uid != os.geteuid():
        return [
            wrong(
                "files",
                f"{path} is of {_name(status.st_uid)}, and this is {_me()}",
                f"run every command as one user; if that is {_me()}: chown {_me()} {path}",
            )
        ]
    if mode & _OTHERS:
        return [wrong("files", f"{path} can be read by others ({mode:04o})", f"chmod 600 {path}")]
    return []


def _me() -> str:
    return _name(os.geteuid())


def _name(number: int) -> str:
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return f"user {number}"
