"""Who is where, for the teacher during the lesson: nickname, how far, how long idle. No answers.

A board asks every other second, so it first looks at one row a pupil; only when something changed
are the answers counted.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quiz.domain.bank.schema import Bank
from quiz.storage.tables.attempt import Answer, Attempt
from quiz.storage.tables.base import UtcMoment
from quiz.usecases.attempts.blocks import BLOCK_SIZE
from quiz.usecases.attempts.errors import NoAttempt
from quiz.web.pages.sorting import Order, name_key

STUCK_AFTER = timedelta(minutes=3)
LONGEST_IDLE = 60
OWN_CHOICE = 1


@dataclass(frozen=True)
class Entry:
    """One pupil on the board. `idle_minutes`: whole minutes since something came in, at most 60."""

    id: int
    nickname: str
    last_used_at: datetime
    finished: bool
    blocks: int
    idle_minutes: int
    came_at: datetime

    @property
    def stuck(self) -> bool:
        """Whether somebody may want to walk by."""
        return not self.finished and timedelta(minutes=self.idle_minutes) >= STUCK_AFTER


@dataclass(frozen=True)
class Row:
    """One line of the board: `answered` of `total` questions have an answer.

    `empty`: not one has, so that this may be nobody.
    """

    nickname: str
    answered: int
    total: int
    finished: bool
    stuck: bool
    idle_minutes: int

    @property
    def empty(self) -> bool:
        """Whether there is no answer at all."""
        return not (self.answered or self.finished)


def read_entries(session: Session, class_id: int, now: datetime) -> Sequence[Entry]:
    """The pupils of a class; one cheap query."""
    wanted = select(
        Attempt.id,
        Attempt.nickname,
        Attempt.last_used_at,
        Attempt.finished_at.is_not(None),
        Attempt.target_blocks,
        func.coalesce(Attempt.joined_at, Attempt.started_at, type_=UtcMoment()),
    ).where(Attempt.class_id == class_id)
    return [
        Entry(number, name, last, bool(finished), blocks, _idle_minutes(now - last), came)
        for number, name, last, finished, blocks, came in session.execute(wanted)
    ]


def count_stuck(session: Session, class_id: int, now: datetime) -> int:
    """How many pupils of a class may be stuck, without reading them."""
    busy = Attempt.class_id == class_id, Attempt.finished_at.is_(None)
    stuck = select(func.count()).where(*busy, Attempt.last_used_at <= now - STUCK_AFTER)
    return session.scalar(stuck) or 0


def first_came(session: Session, class_id: int) -> datetime | None:
    """When the first pupil who is in the class came in; None before that."""
    came = func.coalesce(Attempt.joined_at, Attempt.started_at, type_=UtcMoment())
    wanted = select(came).where(Attempt.class_id == class_id).order_by(came).limit(1)
    return session.scalar(wanted)


def read_rows(session: Session, bank: Bank, entries: Sequence[Entry], order: Order) -> list[Row]:
    """The lines of the board: pupils who may be stuck on top, finished ones below; or as chosen."""
    answered = _answered(session, bank, entries)
    extra = len(bank.tech_items) + OWN_CHOICE
    rows = [
        Row(
            nickname=entry.nickname,
            answered=min(
                answered.get(entry.id, 0) + (OWN_CHOICE if entry.finished else 0),
                entry.blocks * BLOCK_SIZE + extra,
            ),
            total=entry.blocks * BLOCK_SIZE + extra,
            finished=entry.finished,
            stuck=entry.stuck,
            idle_minutes=entry.idle_minutes,
        )
        for entry in entries
    ]
    rows.sort(key=_usual)
    if order.column:
        rows.sort(key=COLUMNS[order.column], reverse=order.falling)
    return rows


def _idle(row: Row) -> int:
    """Finished pupils sort last: they are not idle."""
    return -1 if row.finished else row.idle_minutes


COLUMNS: Mapping[str, Callable[[Row], Any]] = {
    "naam": lambda row: name_key(row.nickname),
    "ver": lambda row: row.answered / row.total,
    "laatste": _idle,
}


def attempt_called(session: Session, class_id: int, nickname: str) -> int:
    """The attempt with this nickname in this class; raises NoAttempt."""
    wanted = select(Attempt.id).where(Attempt.class_id == class_id, Attempt.nickname == nickname)
    found = session.scalar(wanted)
    if found is None:
        raise NoAttempt
    return found


def _usual(row: Row) -> tuple[bool, bool, bool, int, int, str]:
    return (
        row.finished,
        not row.stuck,
        row.empty,
        -row.idle_minutes if row.stuck else 0,
        row.answered,
        row.nickname,
    )


def _idle_minutes(time: timedelta) -> int:
    return max(0, min(LONGEST_IDLE, int(time.total_seconds() // 60)))


def _answered(session: Session, bank: Bank, entries: Sequence[Entry]) -> Mapping[int, int]:
    """How many questions each pupil answered on the way to the result; zooming in is not that."""
    counted = (
        select(Answer.attempt_id, func.count())
        .where(Answer.attempt_id.in_([entry.id for entry in entries]))
        .where(Answer.question.not_in(list(bank.zoom)))
        .group_by(Answer.attempt_id)
    )
    return {row[0]: row[1] for row in session.execute(counted)}
