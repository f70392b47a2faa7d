"""Pupils who did the quiz twice, as bare matrices: how much a result moves when nobody asks why.

The same rules as for stored answers hold (`quiz.usecases.class_pictures.answers`); how long lay
between the two times is not told.
"""

from random import Random
from typing import NamedTuple

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from quiz.domain.bank.schema import Bank
from quiz.storage.database import Database
from quiz.storage.tables.attempt import Answer, Attempt
from quiz.usecases.class_pictures.answers import Numbers


class Twice(NamedTuple):
    """Answers (P, N) of the first time and of the next; NaN where there is none, 0 "don't know"."""

    then: Numbers
    now: Numbers


def answered_twice(database: Database, bank: Bank) -> Twice:
    """Everybody who finished this version of the bank at least twice, in random order."""
    with database.reading() as session:
        pairs = _pairs(session, bank)
        Random().shuffle(pairs)  # noqa: S311
        return Twice(*(_answers(session, bank, [pair[side] for pair in pairs]) for side in (0, 1)))


def _pairs(session: Session, bank: Bank) -> list[tuple[int, int]]:
    """Numbers of the first attempt and of the next one of each such pupil."""
    later = aliased(Attempt)
    rows = session.execute(
        select(Attempt.id, later.id)
        .join(later, later.first_id == Attempt.id)
        .where(Attempt.trial.is_(False), Attempt.bank_version == bank.version)
        .where(later.bank_version == bank.version)
        .where(Attempt.finished_at.is_not(None), later.finished_at.is_not(None))
        .order_by(later.id)
    )
    found: dict[int, int] = {}
    for first, next_one in rows:
        found.setdefault(first, next_one)
    return list(found.items())


def _answers(session: Session, bank: Bank, attempts: list[int]) -> Numbers:
    values = np.full((len(attempts), len(bank.items)), np.nan)
    place = {attempt: row for row, attempt in enumerate(attempts)}
    column = {name: number for number, name in enumerate(bank.items)}
    query = (
        select(Answer.attempt_id, Answer.question, Answer.value)
        .join(Attempt, Attempt.id == Answer.attempt_id)
        .where(Attempt.bank_version == bank.version, Attempt.finished_at.is_not(None))
    )
    for attempt, question, value in session.execute(query):
        if attempt in place and question in column:
            values[place[attempt], column[question]] = value
    return values
