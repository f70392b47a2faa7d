"""The next steps that a pupil keeps with a star; they belong to the first attempt."""

from dataclasses import dataclass

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.favourite import Favourite
from quiz.usecases.attempts.state import load_state
from quiz.usecases.retakes.retakes import first_attempt, first_attempt_of
from quiz.usecases.services import Services

# Far more than a result shows; only a mischievous script meets it, and then nothing is added.
MOST_KEPT = 100


@dataclass(frozen=True)
class KeptStep:
    """A row of the catalogue by its kind (programme, company, event) and its id."""

    kind: str
    row_id: str


def kept_steps(session: Session, attempt_id: int) -> tuple[KeptStep, ...]:
    """What the pupil keeps, in the order of keeping; nothing where there is no such attempt."""
    kept = session.connection().execute(_KEPT, {"attempt": attempt_id})
    return tuple(KeptStep(kind, row_id) for kind, row_id in kept)


def keep_step(services: Services, attempt_id: int, step: KeptStep) -> None:
    """Keep a step; twice is once. Raises NoAttempt."""
    with services.database.writing() as session:
        first_id = _use(services, session, attempt_id)
        if step in (kept := kept_steps(session, first_id)) or len(kept) >= MOST_KEPT:
            return
        values = {"attempt_id": first_id, "kind": step.kind, "row_id": step.row_id}
        session.execute(insert(Favourite).values(**values, kept_at=services.clock()))


def let_go_of_step(services: Services, attempt_id: int, step: KeptStep) -> None:
    """Keep a step no longer; twice is once. Raises NoAttempt."""
    with services.database.writing() as session:
        first_id = _use(services, session, attempt_id)
        here = (Favourite.attempt_id == first_id) & (Favourite.kind == step.kind)
        session.execute(delete(Favourite).where(here & (Favourite.row_id == step.row_id)))


def _use(services: Services, session: Session, attempt_id: int) -> int:
    """Hold the first attempt, so that two presses wait for each other, and note that it is used."""
    first_id = first_attempt_of(session, attempt_id)
    load_state(session.connection(), first_id, lock=True)
    used = update(Attempt).where(Attempt.id == first_id)
    session.execute(used.values(last_used_at=services.clock()))
    return first_id


# Built once: every page of a result asks for it.
_KEPT = (
    select(Favourite.kind, Favourite.row_id)
    .where(Favourite.attempt_id == first_attempt(bindparam("attempt")).scalar_subquery())
    .order_by(Favourite.kept_at, Favourite.kind, Favourite.row_id)
)
