"""Zooming in: a few questions about one world after the result (ADR 0033).

They stand with the other answers and merge in the same way, but belong to no block: which they are
follows from the content, and how far a pupil is from what is answered. No result is made of them.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from quiz.domain.bank.schema import Bank
from quiz.storage.tables.attempt import Result
from quiz.usecases.attempts.answers import Given, in_our_time, merge, refuse_invalid, write
from quiz.usecases.attempts.errors import NotFinished
from quiz.usecases.attempts.state import STORE, AttemptState, load_state
from quiz.usecases.services import Services


def save_zoom_answers(services: Services, attempt_id: int, given: Sequence[Given]) -> AttemptState:
    """Store answers on questions that zoom in, of whichever world; the result stays as it was.

    Also while "nog preciezer" is busy: what waited on a device then still comes in. Raises
    NoAttempt, NotFinished before the first result, or InvalidAnswer; then nothing is stored.
    """
    with services.database.saving() as connection:
        state = load_state(connection, attempt_id, lock=True)
        if not (state.finished or _has_result(connection, attempt_id)):
            raise NotFinished
        refuse_invalid(services.bank, services.bank.zoom, given)
        state, changed = merge(state, in_our_time(state, given, services.clock()))
        write(connection, attempt_id, changed)
        connection.execute(STORE, {"attempt": attempt_id, "last_used_at": services.clock()})
    return state


def open_zoom_questions(state: AttemptState, bank: Bank, world: str) -> tuple[str, ...]:
    """The questions that zoom in on a world and have no answer yet."""
    return tuple(question for question in bank.zoom_of(world) if question not in state.answers)


def has_begun(state: AttemptState, bank: Bank, world: str) -> bool:
    """Whether the pupil answered a question that zooms in on this world."""
    return any(question in state.answers for question in bank.zoom_of(world))


def _has_result(connection: Connection, attempt_id: int) -> bool:
    count = select(func.count()).where(Result.attempt_id == attempt_id)
    return bool(connection.scalar(count))
