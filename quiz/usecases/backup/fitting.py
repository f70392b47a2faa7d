"""Values that this program can work with, whatever the database lets in.

PostgreSQL holds a value to the type of its column. SQLite takes a text for a number, a name of a
megabyte and a moment that is none; and both take what Python cannot read, such as the year 20000.
"""

from collections.abc import Iterator

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Date,
    DateTime,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    func,
    or_,
    select,
    type_coerce,
)

from quiz.storage.identifiers import LARGEST_LONG_NUMBER, LARGEST_NUMBER
from quiz.usecases.backup.archive import BackupError

# The first that fits a type counts: how SQLite stores its values; of numbers the largest, else 0.
_STORED: list[tuple[type, str, int]] = [
    (Boolean, "integer", 1),
    (SmallInteger, "integer", 2**15 - 1),
    (BigInteger, "integer", LARGEST_LONG_NUMBER),
    (Integer, "integer", LARGEST_NUMBER),
    (LargeBinary, "blob", 0),
    (Date, "text", 0),
    (DateTime, "text", 0),
    (JSON, "text", 0),
    (String, "text", 0),
]
_READ_AT_A_TIME = 1000


def require_fitting(connection: Connection, table: Table) -> None:
    """Look at all values of a table that was just filled. Raises what refuses them."""
    if connection.dialect.name == "sqlite":
        wrong = or_(*(rule for column in table.columns for rule in _broken_by(column)))
        if connection.execute(select(1).select_from(table).where(wrong).limit(1)).first():
            raise BackupError(f"this is not a backup of ours: other values in {table.name}")
    read = [column for column in table.columns if isinstance(column.type, Date | DateTime | JSON)]
    if read:
        some = {"yield_per": _READ_AT_A_TIME}
        rows = connection.execute(select(*read), execution_options=some)
        for _readable in rows:
            pass


def _broken_by(column: Column[object]) -> Iterator[ColumnElement[bool]]:
    """What is true for a value of another type, or of a size that the type does not have."""
    stored, most = next(
        (stored, most) for kind, stored, most in _STORED if isinstance(column.type, kind)
    )
    yield func.typeof(column).not_in([stored, "null"])
    if most:
        least = 0 if isinstance(column.type, Boolean) else -most - 1
        yield ~type_coerce(column, BigInteger).between(least, most)
    if isinstance(column.type, String):
        yield func.instr(column, func.char(0)) > 0  # there SQLite stops counting
        if column.type.length:
            yield func.length(column) > column.type.length
