"""Steps that pupil and counsellor agree on: picked from a list, with a month, never in free text.

They belong to the pupil: they stay when sharing ends, and vanish with the attempt. A counsellor
changes them by the share of their school (`share_id`), which is looked at while the pupil is held:
after a pupil's no nothing is written any more.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from quiz.storage.identifiers import new_attempt_id
from quiz.storage.tables.share import LONGEST_KEY, AgreedStep, Share
from quiz.usecases.attempts.errors import InvalidStep, NoShare
from quiz.usecases.retakes.retakes import first_attempt, lock_first_attempt
from quiz.usecases.services import Services

STEP_KINDS = (
    "visit",
    "open-day",
    "trial-day",
    "professional",
    "event",
    "subject-choice",
    "second-look",
)
# Far more than a talk agrees on; only a mischievous script meets it, and then nothing is added.
MOST_STEPS = 40
_MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])", re.ASCII)
_ABOUT = re.compile(r"(programme|company|event)/[\w.-]+", re.ASCII)


@dataclass(frozen=True)
class AgreedStepDraft:
    """A step to agree on. `month` as '2027-03'; `about` a key as on the cards, or nothing."""

    kind: str
    month: str
    about: str | None = None


@dataclass(frozen=True)
class KeptAgreement:
    """A step that was agreed on; `done_at` is None as long as it is to come."""

    id: int
    kind: str
    month: str
    about: str | None
    agreed_at: datetime
    done_at: datetime | None


def agree_step(
    services: Services, attempt_id: int, draft: AgreedStepDraft, share_id: int | None = None
) -> bool:
    """Write a step down, and say whether it is new: the same one again is once.

    Raises InvalidStep, NoAttempt or NoShare.
    """
    refuse_invalid(draft)
    now = services.clock()
    with services.database.writing() as session:
        first_id = _hold(services, session, attempt_id, share_id)
        mine = select(func.count()).where(AgreedStep.attempt_id == first_id)
        same = (
            AgreedStep.kind == draft.kind,
            AgreedStep.month == draft.month,
            AgreedStep.about.is_not_distinct_from(draft.about),
        )
        if session.scalar(mine.where(*same)) or (session.scalar(mine) or 0) >= MOST_STEPS:
            return False
        values = {
            "id": new_attempt_id(now),
            "attempt_id": first_id,
            "agreed_at": now,
            **vars(draft),
        }
        session.execute(insert(AgreedStep).values(values))
    return True


def agreed_steps(session: Session, attempt_id: int) -> list[KeptAgreement]:
    """What was agreed with this pupil: first what is to come, the nearest month first."""
    mine = session.connection().execute(_OF_PUPIL, {"attempt": attempt_id})
    return [KeptAgreement(**row._mapping) for row in mine]


def drop_step(
    services: Services, attempt_id: int, step_id: int, share_id: int | None = None
) -> bool:
    """Take a step away, and say whether it was there. Raises NoAttempt or NoShare."""
    with services.database.erasing() as session:
        first_id = _hold(services, session, attempt_id, share_id)
        here = AgreedStep.id == step_id, AgreedStep.attempt_id == first_id
        gone = delete(AgreedStep).where(*here).returning(AgreedStep.id)
        return session.scalar(gone) is not None


def mark_step_done(
    services: Services, attempt_id: int, step_id: int, share_id: int | None = None
) -> bool:
    """The step was taken, and whether that is new: the first moment stays.

    Raises NoAttempt or NoShare.
    """
    with services.database.writing() as session:
        first_id = _hold(services, session, attempt_id, share_id)
        here = AgreedStep.id == step_id, AgreedStep.attempt_id == first_id
        done = update(AgreedStep).where(*here, AgreedStep.done_at.is_(None))
        taken = done.values(done_at=services.clock()).returning(AgreedStep.id)
        return session.scalar(taken) is not None


STEPS: Select[*tuple[Any, ...]] = select(
    AgreedStep.id,
    AgreedStep.kind,
    AgreedStep.month,
    AgreedStep.about,
    AgreedStep.agreed_at,
    AgreedStep.done_at,
).order_by(AgreedStep.done_at.is_not(None), AgreedStep.month, AgreedStep.agreed_at, AgreedStep.id)
_OF_PUPIL = STEPS.where(
    AgreedStep.attempt_id == first_attempt(bindparam("attempt")).scalar_subquery()
)


def _hold(services: Services, session: Session, attempt_id: int, share_id: int | None) -> int:
    """Hold the pupil. By a share (a counsellor), only while that has the pupil's yes."""
    first_id = lock_first_attempt(session, attempt_id)
    if share_id is not None:
        yes = Share.confirmed_at.is_not(None), Share.until > services.clock()
        mine = select(Share.id).where(Share.id == share_id, Share.attempt_id == first_id, *yes)
        if session.scalar(mine) is None:
            raise NoShare
    return first_id


def refuse_invalid(draft: AgreedStepDraft) -> None:
    """Raise InvalidStep for what cannot be a step."""
    if draft.kind not in STEP_KINDS:
        raise InvalidStep("kind")
    if not _MONTH.fullmatch(draft.month):
        raise InvalidStep("month")
    if draft.about is not None and not (
        len(draft.about) <= LONGEST_KEY and _ABOUT.fullmatch(draft.about)
    ):
        raise InvalidStep("about")
