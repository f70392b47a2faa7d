"""Classifies the error of a database, in one word that tells an operator what to look at."""

from sqlalchemy.exc import DBAPIError, OperationalError

LOCKED, READ_ONLY, FULL = "locked", "read-only", "full"
FAILING, UNREACHABLE = "failing", "unreachable"

# By the name that SQLite gives its error, up to the first underscore after SQLITE_.
_OF_SQLITE = {
    "BUSY": LOCKED,
    "LOCKED": LOCKED,
    "READONLY": READ_ONLY,
    "FULL": FULL,
    "IOERR": FAILING,
    "CORRUPT": FAILING,
    "NOTADB": FAILING,
    "CANTOPEN": UNREACHABLE,
}
# By the five characters of PostgreSQL (its manual, appendix A).
_OF_POSTGRESQL = {"55P03": LOCKED, "40P01": LOCKED, "25006": READ_ONLY, "53100": FULL}


def trouble_of(error: DBAPIError) -> str | None:
    """The trouble behind an error; None when the database does its work and refuses a statement."""
    name = getattr(error.orig, "sqlite_errorname", None)
    if name:
        return _OF_SQLITE.get(name.split("_")[1])
    state = getattr(error.orig, "sqlstate", None)
    if state in _OF_POSTGRESQL:
        return _OF_POSTGRESQL[state]
    if state and not state.startswith(("08", "53", "57P")):  # no connection, no room, stopping
        return None
    return UNREACHABLE if isinstance(error, OperationalError) else None
