"""The address of the database, as it stands in DATABASE_URL."""

from pathlib import Path
from urllib.parse import urlsplit

_EMBEDDED = "sqlite:///"
_SERVERS = ("postgres://", "postgresql://", "postgresql+psycopg://")
_SHAPES = "sqlite:////folder/quiz.sqlite3 or postgresql://user@host:port/name"
_SIGNS = "in a name or password, write @ as %40, : as %3A, / as %2F, ? as %3F, # as %23, % as %25"


class InvalidDatabaseUrl(ValueError):
    """No address of a database that we can use. Never has the address in it, or a password."""


def database_url_of(text: str | None, data: Path) -> str:
    """The address with its driver; SQLite in the data folder when none is given.

    Raises InvalidDatabaseUrl.
    """
    if not text:
        return f"{_EMBEDDED}{data.resolve() / 'quiz.sqlite3'}"
    if text.startswith(_EMBEDDED):
        return _embedded(text)
    for start in _SERVERS:
        if text.startswith(start):
            return "postgresql+psycopg://" + _server(text.removeprefix(start))
    raise InvalidDatabaseUrl(f"DATABASE_URL must be {_SHAPES}")


def _embedded(text: str) -> str:
    """With the whole path of the file; three slashes begin in the folder of now."""
    file = text.removeprefix(_EMBEDDED)
    if file in ("", ":memory:") or file.endswith("/") or "?" in file:
        raise InvalidDatabaseUrl(
            "DATABASE_URL must name a file, with four slashes before a whole path and nothing "
            "behind it: sqlite:////folder/quiz.sqlite3"
        )
    return f"{_EMBEDDED}{Path(file).absolute()}"


def _server(rest: str) -> str:
    """What follows postgresql://, when host and port can be told from a password."""
    try:
        parts = urlsplit(f"postgresql://{rest}")
        clear = parts.port != 0 and parts.netloc.count("@") <= 1
    except ValueError:
        clear = False
    if not clear:
        raise InvalidDatabaseUrl(f"DATABASE_URL must be {_SHAPES}; {_SIGNS}")
    return rest
