"""What is known of links: which are broken, and the writing down of one more try."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quiz.config.school_time import ZONE, day_of
from quiz.domain.catalogue.upkeep.links import FAILURES, LinkState, Outcome, Tried, after
from quiz.storage.database import Database
from quiz.storage.tables.link import TriedLink


@dataclass(frozen=True)
class Found:
    """What came of one address, and when."""

    address: str
    tried: Tried
    moment: datetime


def broken_links(session: Session, zone: ZoneInfo = ZONE) -> Mapping[str, LinkState]:
    """Every link at which somebody should look, by its address."""
    query = select(TriedLink).where(TriedLink.outcome.in_(sorted(FAILURES)))
    states = {row.address: _state(row, zone) for row in session.scalars(query)}
    return {address: state for address, state in states.items() if state.is_broken}


def tried_since(session: Session, moment: datetime) -> frozenset[str]:
    """The addresses that were tried at this moment or later."""
    query = select(TriedLink.address).where(TriedLink.tried_at >= moment)
    return frozenset(session.scalars(query))


def note_tries(database: Database, found: Collection[Found], zone: ZoneInfo = ZONE) -> None:
    """Write down what came of these links; returns nothing where there are none."""
    if not found:
        return
    with database.writing() as session:
        for each in found:
            row = session.get(TriedLink, each.address)
            before = None if row is None else _state(row, zone)
            session.merge(_row(each, after(before, each.tried, day_of(each.moment, zone))))


def forget_others(database: Database, known: Collection[str]) -> None:
    """Forget every address that the catalogue no longer has."""
    with database.writing() as session:
        gone = set(session.scalars(select(TriedLink.address))) - set(known)
        for address in sorted(gone):
            session.execute(delete(TriedLink).where(TriedLink.address == address))


def _state(row: TriedLink, zone: ZoneInfo) -> LinkState:
    tried = Tried(Outcome(row.outcome), row.status)
    day: date = day_of(row.tried_at, zone)
    return LinkState(tried, day, row.failed_since, row.failed_days)


def _row(found: Found, state: LinkState) -> TriedLink:
    return TriedLink(
        address=found.address,
        outcome=state.tried.outcome.value,
        status=state.tried.status,
        tried_at=found.moment,
        failed_since=state.failed_since,
        failed_days=state.failed_days,
    )
