"""The catalogue as stored: one row of any of its files as cells of text, and one version.

Cells are kept as the files write them, so that one reader checks files and storage alike and an
export gives the same bytes back (docs/adr/0006).
"""

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from quiz.domain.catalogue.files.origins import ORIGINS
from quiz.storage.tables.base import Record, UtcMoment

_KNOWN = ", ".join(f"'{origin}'" for origin in ORIGINS)


class CatalogueRow(Record):
    """One row of a file, or the mark of one that was taken away: `origin` says who did that."""

    __tablename__ = "catalogue_row"
    __table_args__ = (CheckConstraint(f"origin IN ({_KNOWN})", name="origin_known"),)

    file: Mapped[str] = mapped_column(String(30), primary_key=True)
    key: Mapped[str] = mapped_column(String(240), primary_key=True)
    position: Mapped[int]
    cells: Mapped[dict[str, str]] = mapped_column(JSON)
    origin: Mapped[str] = mapped_column(String(8))
    changed_at: Mapped[datetime] = mapped_column(UtcMoment)


class CatalogueVersion(Record):
    """A number that grows with every change of the catalogue; there is one row, with id 1."""

    __tablename__ = "catalogue_version"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    number: Mapped[int]
