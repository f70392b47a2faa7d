"""The agenda of a region: written by its coordinators, shown to everybody once it is published."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import bindparam, delete, or_, select, update
from sqlalchemy.orm import Session

from quiz.storage.tables.agenda import AgendaItem

COMES_BACK_FOR = timedelta(days=30)
FIRST = 1
# Built once: every result asks it.
_COMING = (
    select(AgendaItem)
    .where(
        AgendaItem.region_id.in_(bindparam("regions", expanding=True)),
        AgendaItem.published,
        AgendaItem.removed_at.is_(None),
        AgendaItem.last_day >= bindparam("today"),
        AgendaItem.day <= bindparam("until"),
    )
    .order_by(AgendaItem.day, AgendaItem.begins, AgendaItem.id)
)


class NoItem(LookupError):
    """There is no such item in the own regions."""


class ItemChanged(Exception):
    """Somebody else saved this item since it was opened."""


@dataclass(frozen=True)
class ItemDraft:
    """What a coordinator wrote, checked; the fields are those of AgendaItem."""

    region_id: str
    title_nl: str
    title_en: str
    text_nl: str
    text_en: str
    day: date
    last_day: date
    begins: str
    ends: str
    place: str
    audience: tuple[str, ...]
    worlds: tuple[str, ...]
    link: str


def add_item(session: Session, draft: ItemDraft, now: datetime) -> int:
    """A new item, not yet published; its number. What was removed long ago is forgotten."""
    session.execute(delete(AgendaItem).where(AgendaItem.removed_at < now - COMES_BACK_FOR))
    made = AgendaItem(**_values(draft), published=False, revision=FIRST, changed_at=now)
    session.add(made)
    session.flush()
    return made.id


def change_item(
    session: Session, item_id: int, draft: ItemDraft, revision: int, now: datetime
) -> None:
    """Save an item as it was opened in this revision. Raises ItemChanged when it moved on."""
    changed = session.execute(
        update(AgendaItem)
        .where(AgendaItem.id == item_id, AgendaItem.revision == revision)
        .where(AgendaItem.removed_at.is_(None))
        .values(**_values(draft), revision=revision + 1, changed_at=now)
    )
    if changed.rowcount != 1:  # type: ignore[attr-defined]
        raise ItemChanged


def item_of(session: Session, item_id: int, regions: Collection[str]) -> AgendaItem:
    """An item of these regions, also a removed one. Raises NoItem."""
    mine = AgendaItem.id == item_id, AgendaItem.region_id.in_(sorted(regions))
    found = session.scalar(select(AgendaItem).where(*mine))
    if found is None:
        raise NoItem
    return found


def items_of(session: Session, regions: Collection[str]) -> list[AgendaItem]:
    """Every item of these regions that is not removed, the newest day first."""
    mine = AgendaItem.region_id.in_(sorted(regions)), AgendaItem.removed_at.is_(None)
    order = AgendaItem.day.desc(), AgendaItem.begins, AgendaItem.id
    return list(session.scalars(select(AgendaItem).where(*mine).order_by(*order)))


def coming_items(
    session: Session, regions: Collection[str], today: date, until: date = date.max
) -> list[AgendaItem]:
    """What is published in these regions, not over, and begun by `until`; the first day first."""
    asked = {"regions": sorted(regions), "today": today, "until": until}
    return list(session.scalars(_COMING, asked))


def is_for(item: AgendaItem, *, worlds: Collection[str] = (), school_type: str = "") -> bool:
    """Whether it is about one of these worlds and for this school type, where those are known."""
    about = not worlds or not item.worlds or not set(worlds).isdisjoint(item.worlds)
    return about and (not school_type or not item.audience or school_type in item.audience)


def publish(session: Session, item: AgendaItem, now: datetime, *, shown: bool) -> None:
    """Show an item to everybody, or to nobody any more."""
    _move(session, item, {"published": shown}, now)


def remove(session: Session, item: AgendaItem, now: datetime) -> None:
    """Take an item away; it can come back for a month."""
    _move(session, item, {"removed_at": now}, now)


def bring_back(session: Session, item: AgendaItem, now: datetime) -> None:
    """Put a removed item back as it was."""
    _move(session, item, {"removed_at": None}, now)


def _move(session: Session, item: AgendaItem, values: dict[str, object], now: datetime) -> None:
    """By what differs: pressed twice it is done once."""
    columns = {name: getattr(AgendaItem, name) for name in values}
    differs = (
        columns[name].is_(None) if name == "removed_at" and value else columns[name].is_not(value)
        for name, value in values.items()
    )
    session.execute(
        update(AgendaItem)
        .where(AgendaItem.id == item.id, or_(*differs))
        .values(**values, revision=AgendaItem.revision + 1, changed_at=now)
    )


def _values(draft: ItemDraft) -> dict[str, object]:
    return {**asdict(draft), "audience": list(draft.audience), "worlds": list(draft.worlds)}
