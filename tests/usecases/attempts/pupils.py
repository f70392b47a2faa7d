"""Pupils who use the use cases directly, without pages: they start, answer and reach a result."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import cycle
from typing import TypeVar

from hypothesis import HealthCheck, settings
from sqlalchemy import func, select, text

from quiz.storage.database import Database
from quiz.storage.identifiers import EPOCH, new_attempt_id
from quiz.storage.tables.base import Record
from quiz.usecases.attempts.answers import Given
from quiz.usecases.attempts.progress import Progress, save_answers, save_own_world
from quiz.usecases.attempts.return_codes import replace_code
from quiz.usecases.attempts.sessions import Admission, session_number_of
from quiz.usecases.attempts.start import NewAttempt, start_attempt
from quiz.usecases.attempts.state import AttemptState, load_state
from quiz.usecases.attempts.steps import BLOCK, OWN_WORLD, RESULT, TECH_TYPE, next_step
from quiz.usecases.services import Services
from tests.reading import read

Made = TypeVar("Made")

# Property tests through a database: every example starts
# an attempt of its own, so sharing the emptied tables between examples is harmless.
THROUGH_A_DATABASE = settings(
    max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

ALONE = NewAttempt(
    ticket=0, school_type="havo", year=3, municipality="GM0228", language="nl", class_code=None
)


_LATEST = [EPOCH]


def ticket() -> int:
    """A number as the start page reserves it; who asks later has a larger one, however quickly."""
    _LATEST[0] = max(datetime.now(UTC), _LATEST[0] + timedelta(milliseconds=1))
    return new_attempt_id(_LATEST[0])


def begin(services: Services, class_code: str | None = None) -> int:
    """Start an attempt, alone or in a class; its number."""
    number = ticket()
    start_attempt(services, replace(ALONE, ticket=number, class_code=class_code))
    return number


def new_code(services: Services, attempt_id: int) -> str:
    """Make a new return code, as a browser that is in does."""
    number = read(services, session_number_of, attempt_id)
    return replace_code(services, Admission(attempt_id, number or 0)).code


def state_of(services: Services, attempt_id: int) -> AttemptState:
    """The attempt as a new visit reads it."""
    with services.database.reading() as session:
        return load_state(session.connection(), attempt_id)


def answer_block(services: Services, attempt_id: int, *values: int) -> Progress:
    """Answer everything of the block that is open with these values in turn, as a form does."""
    state = state_of(services, attempt_id)
    block = next_step(state, services.bank).block
    given = zip(state.blocks[block], cycle(values))
    return save_answers(services, attempt_id, [Given(name, value) for name, value in given])


def answer_one(services: Services, attempt_id: int, value: int = 4) -> Progress:
    """Give the very first answer, as a script sends it."""
    first = state_of(services, attempt_id).blocks[0][0]
    return save_answers(services, attempt_id, [Given(first, value)])


# Answers in turn that tell the worlds apart, and others that tell them apart in another way.
VARIED, OTHERWISE = (5, 2, 4, 3), (2, 5, 3, 4)


def walk(
    services: Services,
    attempt_id: int,
    *values: int,
    own_world: str = "onbekend",
) -> None:
    """Answer everything that is asked with these values in turn, up to the result."""
    step = next_step(state_of(services, attempt_id), services.bank)
    while step.kind != RESULT:
        if step.kind == BLOCK:
            progress = answer_block(services, attempt_id, *(values or VARIED))
        elif step.kind == TECH_TYPE:
            given = [Given(name, 3) for name in services.bank.tech_items]
            progress = save_answers(services, attempt_id, given)
        else:
            assert step.kind == OWN_WORLD
            progress = save_own_world(services, attempt_id, own_world)
        step = progress.step


def at_the_same_instant(calls: Sequence[Callable[[], Made]]) -> list[Made]:
    """Let every call wait for the others and then all go at once; what each of them gave."""
    barrier = threading.Barrier(len(calls))

    def go(call: Callable[[], Made]) -> Made:
        barrier.wait()
        return call()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(go, calls))


def row_counts(database: Database) -> dict[str, int]:
    """How many rows each table holds."""
    with database.reading() as session:
        return {
            table.name: session.scalar(select(func.count()).select_from(table)) or 0
            for table in Record.metadata.sorted_tables
        }


def pupil_session(services: Services, attempt_id: int) -> dict[str, object]:
    """What the cookie of a browser holds that is busy for this attempt."""
    return {
        "attempt": attempt_id,
        "attempt_session": read(services, session_number_of, attempt_id),
        "attempt_since": int(services.clock().timestamp()),
    }


def everything_stored(database: Database) -> str:
    """Every value of every table, as one text to search in."""
    with database.reading() as session:
        tables = Record.metadata.sorted_tables
        rows = [
            session.execute(text(f'SELECT * FROM "{table.name}"')).all()  # noqa: S608
            for table in tables
        ]
    return repr(rows)
