"""Files that a coordinator sent: kept for a week for this account alone, also when it closes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from quiz.domain.catalogue.upkeep.uploaded import Uploaded
from quiz.storage.tables.catalogue import CatalogueDraft
from quiz.usecases.region_rows.errors import NoRow
from quiz.usecases.retention import DRAFTS_KEPT
from quiz.usecases.services import Services
from quiz.usecases.staff.audit import Person

MOST_KEPT = 5


@dataclass(frozen=True)
class NewDraft:
    """A file that was read: of which table, what it is called, and the columns that were known."""

    file: str
    name: str
    uploaded: Uploaded
    mapping: Sequence[str]


@dataclass(frozen=True)
class Draft:
    """A file that waits: `until` when it is kept."""

    id: int
    file: str
    name: str
    until: datetime
    mapping: tuple[str, ...]
    uploaded: Uploaded


def keep_draft(services: Services, staff: Person, new: NewDraft) -> int:
    """Keep a file; the oldest of this account leave beyond five, and those that are over."""
    now = services.clock()
    with services.database.writing() as session:
        mine = select(CatalogueDraft.id).where(CatalogueDraft.staff_id == staff.id)
        older = session.scalars(mine.order_by(CatalogueDraft.id.desc()).offset(MOST_KEPT - 1)).all()
        over = CatalogueDraft.made_at <= now - DRAFTS_KEPT
        session.execute(delete(CatalogueDraft).where(over | CatalogueDraft.id.in_(older)))
        values = {
            "staff_id": staff.id,
            "file": new.file,
            "name": new.name,
            "made_at": now,
            "mapping": list(new.mapping),
            "content": vars(new.uploaded),
        }
        made: int = session.execute(
            insert(CatalogueDraft).values(values).returning(CatalogueDraft.id)
        ).scalar_one()
        return made


def drafts_of(session: Session, staff_id: int, now: datetime) -> list[tuple[int, str, datetime]]:
    """Number, name and moment of the files of this account, the newest first."""
    mine = CatalogueDraft.staff_id == staff_id, CatalogueDraft.made_at > now - DRAFTS_KEPT
    query = select(CatalogueDraft.id, CatalogueDraft.name, CatalogueDraft.made_at).where(*mine)
    rows = session.execute(query.order_by(CatalogueDraft.id.desc()))
    return [(row.id, row.name, row.made_at) for row in rows]


def draft_of(session: Session, staff_id: int, number: int, now: datetime) -> Draft:
    """A file of this account. Raises NoRow."""
    row = session.get(CatalogueDraft, number)
    if row is None or row.staff_id != staff_id or row.made_at <= now - DRAFTS_KEPT:
        raise NoRow
    content: dict[str, Any] = row.content
    uploaded = Uploaded(
        columns=tuple(content["columns"]),
        rows=tuple((number, tuple(cells)) for number, cells in content["rows"]),
        broken=tuple((number, why, advice) for number, why, advice in content["broken"]),
        header=content.get("header", 0),
        sheet=content.get("sheet", ""),
    )
    return Draft(
        row.id, row.file, row.name, row.made_at + DRAFTS_KEPT, tuple(row.mapping), uploaded
    )


def map_columns(services: Services, staff: Person, number: int, mapping: Sequence[str]) -> None:
    """Say which column of ours each column of the file is."""
    mine = CatalogueDraft.id == number, CatalogueDraft.staff_id == staff.id
    with services.database.writing() as session:
        session.execute(update(CatalogueDraft).where(*mine).values(mapping=list(mapping)))


def drop_draft(services: Services, staff: Person, number: int) -> None:
    """Take a file away; twice is once."""
    mine = CatalogueDraft.id == number, CatalogueDraft.staff_id == staff.id
    with services.database.writing() as session:
        session.execute(delete(CatalogueDraft).where(*mine))
