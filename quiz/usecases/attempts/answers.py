"""Answers and how they merge: idempotent, in any order, as often as the network likes.

For each question the answer with the highest (sequence, value) stays. That rule does not depend
on the order in which saves arrive, so replays, double clicks and two tabs end the same way.
A sequence tells when an answer was given, in milliseconds; one from the future tells nothing.
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Insert
from sqlalchemy.dialects import postgresql, sqlite

from quiz.domain.bank.schema import Bank
from quiz.storage.identifiers import EPOCH
from quiz.storage.tables.attempt import Answer
from quiz.usecases.attempts.errors import InvalidAnswer
from quiz.usecases.attempts.state import AttemptState

LARGEST_SEQUENCE = 2**53
AHEAD = 5 * 60 * 1000
_FIRST = int(EPOCH.timestamp() * 1000)
LONGEST_MILLISECONDS = 24 * 60 * 60 * 1000


@dataclass(frozen=True)
class Given:
    """One answer as it arrives. Without a sequence (a plain form) the server counts on."""

    question: str
    value: int
    sequence: int | None = None
    milliseconds: int | None = None


def refuse_invalid(bank: Bank, askable: Container[str], given: Iterable[Given]) -> None:
    """Raise InvalidAnswer for a question that is not askable, or a value or number out of range."""
    values = {bank.unknown, *bank.values}
    for answer in given:
        if answer.question not in askable or answer.value not in values:
            raise InvalidAnswer(answer.question)
        if not 0 <= (answer.sequence or 0) <= LARGEST_SEQUENCE:
            raise InvalidAnswer("sequence")
        if not 0 <= (answer.milliseconds or 0) <= LONGEST_MILLISECONDS:
            raise InvalidAnswer("milliseconds")


def in_our_time(state: AttemptState, given: Iterable[Given], now: datetime) -> list[Given]:
    """The same answers, those from the future put before every answer of our own time.

    A tablet that lives in 2032 says nothing about what came first: its answers keep their order
    among themselves, win over no other device and lock none out. The same number goes to the same
    place however late it is sent again. What is stored was not ahead when it came, so where it is
    now, our own clock was put back, and answers count on from what is stored.
    """
    latest = int(now.timestamp() * 1000) + AHEAD
    stored = max(state.sequences.values(), default=0)
    if stored > latest:
        latest = stored + AHEAD
    return [
        replace(answer, sequence=answer.sequence % _FIRST)
        if answer.sequence is not None and answer.sequence > latest
        else answer
        for answer in given
    ]


def merge(state: AttemptState, given: Iterable[Given]) -> tuple[AttemptState, list[Given]]:
    """The attempt with these answers in it, and the answers that changed something."""
    answers, sequences = dict(state.answers), dict(state.sequences)
    changed: dict[str, Given] = {}
    for answer in given:
        stored = (sequences.get(answer.question, -1), answers.get(answer.question, -1))
        sequence = answer.sequence
        if sequence is None:
            sequence = stored[0] if answer.value == stored[1] else stored[0] + 1
        if (sequence, answer.value) > stored:
            answers[answer.question], sequences[answer.question] = answer.value, sequence
            changed[answer.question] = replace(answer, sequence=sequence)
    return replace(state, answers=answers, sequences=sequences), list(changed.values())


def write(connection: Connection, attempt_id: int, changed: Sequence[Given]) -> None:
    """Store merged answers; the caller holds the attempt, so nobody writes in between."""
    if changed:
        rows = [{"attempt_id": attempt_id, **vars(answer)} for answer in changed]
        connection.execute(_UPSERTS[connection.dialect.name], rows)


def _upsert(insert: Any) -> Insert:
    statement = insert(Answer)
    new = statement.excluded
    result: Insert = statement.on_conflict_do_update(
        index_elements=[Answer.attempt_id, Answer.question],
        set_={"value": new.value, "sequence": new.sequence, "milliseconds": new.milliseconds},
    )
    return result


_UPSERTS = {"sqlite": _upsert(sqlite.insert), "postgresql": _upsert(postgresql.insert)}
