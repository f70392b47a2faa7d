"""Stored answers as bare matrices, for those who look after the questions: nobody can be found.

No number, nickname, code, place, year or moment is included, only a coarse stage of schooling; the
rows are in random order. A school is a number that means nothing outside this table. Left out: a
teacher's trial, attempts that are not finished or answered another version of the bank, and results
with a remark about careless answers. A pupil who did it more than once counts once, with the first
attempt.
"""

from dataclasses import dataclass
from random import Random

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from quiz.domain.bank.schema import Bank
from quiz.storage.database import Database
from quiz.storage.tables.attempt import Answer, Attempt, Result
from quiz.storage.tables.school import SchoolClass

Numbers = NDArray[np.float64]
CARELESS = frozenset({"all_equal", "long_run", "misfit", "fast"})
NO_SCHOOL = -1
_LAST_LOWER_YEAR = 3
_Pupil = tuple[int, int | None, str | None, str, str, int | None]
_COUNTS = Attempt.trial.is_(False) & Attempt.first_id.is_(None)


@dataclass(frozen=True)
class StoredAnswers:
    """Answers of P pupils to the N questions of the bank, in bank order.

    `values` (P, N): the answer, 0 where it was "I don't know", NaN where nothing was asked or
    answered; `seconds` (P, N): time taken, NaN where not measured; `school` (P,): which school,
    -1 without a class; `own_world` (P,): position of the world they chose themselves, -1 without.
    `school_type`, `language` and `stage` have one code per pupil.
    """

    values: Numbers
    seconds: Numbers
    school: NDArray[np.int64]
    own_world: NDArray[np.int64]
    school_type: tuple[str, ...]
    language: tuple[str, ...]
    stage: tuple[str, ...] = ()

    def __len__(self) -> int:
        """How many pupils there are."""
        return len(self.values)


def stored_answers(database: Database, bank: Bank) -> StoredAnswers:
    """Read all answers that count."""
    with database.reading() as session:
        rows = _pupils(session, bank)
        answers = session.execute(_answers(bank)).all()
    Random().shuffle(rows)  # noqa: S311
    place = {row[0]: number for number, row in enumerate(rows)}
    column = {name: number for number, name in enumerate(bank.items)}
    values = np.full((len(rows), len(column)), np.nan)
    seconds = values.copy()
    for attempt, question, value, milliseconds in answers:
        if attempt in place and question in column:
            values[place[attempt], column[question]] = value
            if milliseconds is not None:
                seconds[place[attempt], column[question]] = milliseconds / 1000
    schools = {school: number for number, school in enumerate(dict.fromkeys(r[1] for r in rows))}
    worlds = {world: number for number, world in enumerate(bank.worlds)}
    return StoredAnswers(
        values=values,
        seconds=seconds,
        school=np.array([NO_SCHOOL if r[1] is None else schools[r[1]] for r in rows], np.int64),
        own_world=np.array([worlds.get(r[2] or "", -1) for r in rows], np.int64),
        school_type=tuple(r[3] for r in rows),
        language=tuple(r[4] for r in rows),
        stage=tuple(stage_of(r[3], r[5]) for r in rows),
    )


def stage_of(school_type: str, year: int | None) -> str:
    """About how old: primary, lower (years 1 to 3), upper, or other (mbo, isk, no year given)."""
    if school_type == "po":
        return "primary"
    if school_type in {"mbo", "isk", "onbekend"} or year is None:
        return "other"
    return "lower" if year <= _LAST_LOWER_YEAR else "upper"


def _pupils(session: Session, bank: Bank) -> list[_Pupil]:
    """Who counts: (attempt, school, own world, school type, language, year)."""
    newest = (
        select(Result.attempt_id, func.max(Result.number).label("number"))
        .group_by(Result.attempt_id)
        .subquery()
    )
    query = (
        select(
            Attempt.id,
            SchoolClass.school_id,
            Attempt.own_world,
            Attempt.school_type,
            Attempt.language,
            Attempt.year,
            Result.outcome,
        )
        .join(newest, newest.c.attempt_id == Attempt.id)
        .join(Result, (Result.attempt_id == Attempt.id) & (Result.number == newest.c.number))
        .outerjoin(SchoolClass, SchoolClass.id == Attempt.class_id)
        .where(_COUNTS, Attempt.bank_version == bank.version)
        .where(Attempt.finished_at.is_not(None), Result.bank_hash == bank.hash)
    )
    return [
        (row[0], row[1], row[2], row[3], row[4], row[5])
        for row in session.execute(query)
        if not CARELESS & set((row[6].get("profile") or {}).get("remarks", ()))
    ]


def _answers(bank: Bank) -> Select[int, str, int, int | None]:
    """Every answer of a finished attempt at this version of the bank."""
    return (
        select(Answer.attempt_id, Answer.question, Answer.value, Answer.milliseconds)
        .join(Attempt, Attempt.id == Answer.attempt_id)
        .where(_COUNTS, Attempt.bank_version == bank.version)
        .where(Attempt.finished_at.is_not(None))
    )
