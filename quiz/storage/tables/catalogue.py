"""The catalogue as stored: one row of any of its files as cells of text, and one version.

Cells are kept as the files write them, so that one reader checks files and storage alike and an
export gives the same bytes back (docs/adr/0006).
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from quiz.domain.catalogue.files.origins import ORIGINS
from quiz.storage.tables.base import Record, UtcMoment

CHANGES = ("added", "changed", "checked", "removed", "undone", "imported")
_KNOWN = ", ".join(f"'{origin}'" for origin in ORIGINS)
_CHANGES = ", ".join(f"'{kind}'" for kind in CHANGES)


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


class CatalogueChange(Record):
    """What somebody here did to one row, at the version of the catalogue that it made.

    `cells_before` and `origin_before` are None for a row that was not there. `region_id`: the
    region to which the row belongs afterwards. Who removed their account is nobody's name.
    """

    __tablename__ = "catalogue_change"
    __table_args__ = (
        CheckConstraint(f"kind IN ({_CHANGES})", name="kind_known"),
        Index("ix_catalogue_change_file", "file", "key"),
    )

    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    file: Mapped[str] = mapped_column(String(30), primary_key=True)
    key: Mapped[str] = mapped_column(String(240), primary_key=True)
    region_id: Mapped[str] = mapped_column(String(120), index=True)
    kind: Mapped[str] = mapped_column(String(8))
    moment: Mapped[datetime] = mapped_column(UtcMoment)
    staff_id: Mapped[int | None] = mapped_column(
        ForeignKey("staff.id", ondelete="SET NULL"), index=True
    )
    cells_before: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True))
    origin_before: Mapped[str | None] = mapped_column(String(8))
    cells_after: Mapped[dict[str, str]] = mapped_column(JSON)
    origin_after: Mapped[str] = mapped_column(String(8))


class CatalogueDraft(Record):
    """A file that somebody sent: rows as text, and which column of ours each of its columns is.

    `content`: the columns as the file calls them, its rows, and those that cannot be read
    (quiz.domain.catalogue.upkeep.uploaded). It belongs to one account, and stays for a week.
    """

    __tablename__ = "catalogue_draft"

    id: Mapped[int] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    file: Mapped[str] = mapped_column(String(30))
    name: Mapped[str] = mapped_column(String(120))
    made_at: Mapped[datetime] = mapped_column(UtcMoment)
    mapping: Mapped[list[str]] = mapped_column(JSON)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
