"""An attempt as it stands, read in two statements: the attempt itself and its answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from quiz.domain.bank.schema import Bank
from quiz.storage.tables.attempt import Answer, Attempt
from quiz.storage.tables.base import Record
from quiz.usecases.attempts.errors import NoAttempt

_NAMES = (
    "id",
    "class_id",
    "nickname",
    "school_type",
    "year",
    "municipality",
    "blocks",
    "target_blocks",
    "own_world",
    "finished_at",
    "first_id",
    "left_class_id",
    "left_why",
)
# Built once, without the ORM: the hot path of the quiz reads an attempt at every page.
_TABLE = Record.metadata.tables[Attempt.__tablename__]
_ATTEMPTS, _GIVEN = _TABLE.c, Answer.__table__.c
_ATTEMPT = select(*(_ATTEMPTS[name] for name in _NAMES)).where(_ATTEMPTS.id == bindparam("attempt"))
STORE = update(_TABLE).where(_ATTEMPTS.id == bindparam("attempt"))
_LOCKED_ATTEMPT = _ATTEMPT.with_for_update()
_ANSWERS = select(_GIVEN.question, _GIVEN.value, _GIVEN.sequence).where(
    _GIVEN.attempt_id == bindparam("attempt")
)


@dataclass(frozen=True)
class AttemptState:
    """One attempt with its answers; `sequences` says how new each answer is.

    `first_id` is the pupil's first attempt (usecases/retakes) when this is a later one.
    `left_why`: it is no longer in its class, to which `left_class_id` may lead back.
    """

    id: int
    class_id: int | None
    nickname: str
    school_type: str
    year: int | None
    municipality: str | None
    blocks: tuple[tuple[str, ...], ...]
    target_blocks: int
    own_world: str | None
    finished: bool
    answers: Mapping[str, int]
    sequences: Mapping[str, int]
    first_id: int | None = None
    left_class_id: int | None = None
    left_why: str | None = None

    @property
    def asked(self) -> tuple[str, ...]:
        """Every question shown so far, in the order of showing."""
        return tuple(question for block in self.blocks for question in block)

    def responses(self, bank: Bank) -> dict[str, int]:
        """The answers on questions that the engine knows, in the order of showing."""
        return {
            question: self.answers[question]
            for question in self.asked
            if question in self.answers and question in bank.items
        }

    def real_answers(self, bank: Bank) -> int:
        """How many questions were answered with more than "I don't know it"."""
        return sum(value != bank.unknown for value in self.responses(bank).values())

    def open_questions(self, block: int) -> tuple[str, ...]:
        """The questions of a block (from 0) that have no answer yet."""
        return tuple(question for question in self.blocks[block] if question not in self.answers)


def load_state(connection: Connection, attempt_id: int, *, lock: bool = False) -> AttemptState:
    """Read an attempt; with `lock` nobody else changes it until we commit. Raises NoAttempt."""
    which = {"attempt": attempt_id}
    row = connection.execute(_LOCKED_ATTEMPT if lock else _ATTEMPT, which).one_or_none()
    if row is None:
        raise NoAttempt
    answers = connection.execute(_ANSWERS, which).all()
    return _state(row, answers)


def _state(row: Row[*tuple[Any, ...]], answers: Sequence[Row[str, int, int]]) -> AttemptState:
    values = dict(row._mapping)
    finished = values.pop("finished_at") is not None
    values["blocks"] = tuple(tuple(block) for block in values["blocks"])
    return AttemptState(
        **values,
        finished=finished,
        answers={question: value for question, value, _ in answers},
        sequences={question: sequence for question, _, sequence in answers},
    )
