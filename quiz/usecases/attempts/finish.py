"""Making a result: scored once, frozen with its versions, never silently scored again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select
from sqlalchemy.orm import Session

from quiz.domain.scoring.profile import Profile
from quiz.storage.tables.attempt import Answer, Result
from quiz.storage.tables.base import Record
from quiz.usecases.attempts.errors import NotFinished
from quiz.usecases.attempts.state import AttemptState, load_state
from quiz.usecases.services import Services

MINIMUM_ANSWERS = 14
MOST_REASONS = 3
# Built once, without the ORM: every pupil makes a result and looks at it.
_TABLE = Record.metadata.tables[Result.__tablename__]
_NEW = insert(_TABLE)
_NEWEST = (
    select(_TABLE)
    .where(Result.attempt_id == bindparam("attempt"))
    .order_by(Result.number.desc())
    .limit(1)
)
_HOW_MANY = select(func.count()).where(Result.attempt_id == bindparam("attempt"))
_MEASURED = select(Answer.question, Answer.milliseconds).where(
    Answer.attempt_id == bindparam("attempt"), Answer.milliseconds.is_not(None)
)


@dataclass(frozen=True)
class FrozenResult:
    """A result as it was made. `profile` is None below the minimum of real answers.

    `reasons`: for each of the top three worlds the pupil's own positive answers on that world's
    questions, strongest first, as (question, value). `made_with`: bank and model version.
    """

    number: int
    answered: int
    profile: Profile | None
    reasons: Mapping[str, tuple[tuple[str, int], ...]]
    fallback: bool
    scored_at: datetime
    made_with: tuple[int, str]


def append_result(services: Services, connection: Connection, state: AttemptState) -> None:
    """Score the attempt and add the result behind earlier ones."""
    row = {
        "attempt_id": state.id,
        "number": (connection.scalar(_HOW_MANY, {"attempt": state.id}) or 0) + 1,
        "scored_at": services.clock(),
        "bank_version": services.bank.version,
        "bank_hash": services.bank.hash,
        "model_version": services.engine.model_version,
        "fallback": services.engine.fallback,
        "outcome": _outcome(services, state, _times(connection, state)),
    }
    connection.execute(_NEW, row)


def load_result(session: Session, attempt_id: int) -> tuple[AttemptState, FrozenResult]:
    """The attempt and its newest result, also while more questions are asked to refine it.

    Raises NoAttempt, or NotFinished before the first result.
    """
    state = load_state(session.connection(), attempt_id)
    row = session.connection().execute(_NEWEST, {"attempt": attempt_id}).one_or_none()
    if row is None:
        raise NotFinished
    return state, _thaw(row)


def earlier_result(session: Session, attempt_id: int, number: int) -> FrozenResult | None:
    """The result of this attempt with this number, before more questions refined it; None if none.

    `number` counts the results of an attempt from 1.
    """
    wanted = select(_TABLE).where(Result.attempt_id == attempt_id, Result.number == number)
    row = session.execute(wanted).one_or_none()
    return None if row is None else _thaw(row)


def _times(connection: Connection, state: AttemptState) -> list[int]:
    """How long the answers on the engine's questions took, as far as that was measured."""
    asked = frozenset(state.asked)
    measured = connection.execute(_MEASURED, {"attempt": state.id})
    return [time for question, time in measured if question in asked and time is not None]


def _outcome(services: Services, state: AttemptState, times: list[int]) -> dict[str, Any]:
    responses = state.responses(services.bank)
    answered = state.real_answers(services.bank)
    if answered < MINIMUM_ANSWERS:
        return {"answered": answered}
    profile = services.engine.profile(responses, times)
    reasons = {world: _reasons(services, responses, world) for world in profile.shown_worlds}
    return {"answered": answered, "profile": profile.as_json(), "reasons": reasons}


def _reasons(services: Services, responses: Mapping[str, int], world: str) -> list[list[Any]]:
    """Up to three own answers of 4 or 5 on this world's questions that count for it."""
    contributions = services.engine.explain(responses, world)
    positive = sorted(contributions, key=lambda pair: -pair[1])
    return [
        [question, responses[question]]
        for question, contribution in positive
        if contribution > 0
        and services.engine.items[question] == world
        and responses[question] >= services.bank.positive
    ][:MOST_REASONS]


def _thaw(row: Row[*tuple[Any, ...]]) -> FrozenResult:
    reasons = {
        world: tuple((question, value) for question, value in pairs)
        for world, pairs in row.outcome.get("reasons", {}).items()
    }
    stored = row.outcome.get("profile")
    return FrozenResult(
        number=row.number,
        answered=row.outcome["answered"],
        profile=None if stored is None else Profile.from_json(stored),
        reasons=reasons,
        fallback=row.fallback,
        scored_at=row.scored_at,
        made_with=(row.bank_version, row.model_version),
    )
