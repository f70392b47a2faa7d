"""The share code: open for half an hour, used once, of which we keep only a keyed digest."""

from datetime import datetime
from secrets import SystemRandom
from typing import Any

from sqlalchemy import ColumnElement, delete, insert, select
from sqlalchemy.orm import Session

from quiz.domain.codes.digests import code_digest
from quiz.domain.codes.errors import InvalidCode
from quiz.domain.codes.share_codes import new_share_code, normalise_share_code
from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.school import School, SchoolClass
from quiz.storage.tables.share import ShareCode
from quiz.usecases.attempts.errors import NoAttempt, NotFinished, UnknownCode
from quiz.usecases.attempts.finish import load_result
from quiz.usecases.retakes.retakes import attempt_with_result, first_attempt_of, lock_first_attempt
from quiz.usecases.services import Services
from quiz.usecases.sharing.share import WAITING_TIME, ask_for_share, hold_pupil

KIND = "share"


def make_share_code(services: Services, attempt_id: int) -> str:
    """Make a code, in normal form; an earlier one no longer works.

    Raises NoAttempt, or NotFinished where there is no result with a profile to talk about.
    """
    code = new_share_code(SystemRandom())
    with services.database.writing() as session:
        _require_profile(session, attempt_id)
        first_id = hold_pupil(services, session, attempt_id)
        session.execute(delete(ShareCode).where(ShareCode.attempt_id == first_id))
        values: dict[str, Any] = {"attempt_id": first_id, "digest": _digest(services, code)}
        expires = services.clock() + WAITING_TIME
        session.execute(insert(ShareCode).values(**values, expires_at=expires))
    return code


def share_code_open_until(
    services: Services, session: Session, attempt_id: int, code: str
) -> datetime | None:
    """Until when this code of this pupil can be typed; None when it was used or replaced.

    Raises NoAttempt.
    """
    mine = ShareCode.attempt_id == first_attempt_of(session, attempt_id), _is_open(services, code)
    return session.scalar(select(ShareCode.expires_at).where(*mine))


def claim_share(services: Services, typed: str, staff_id: int, school_id: int) -> int:
    """Ask the pupil of a typed code for access; the number of the share. The code is used up.

    Raises UnknownCode, without a hint, for a code that is wrong, used or too old, and for a pupil
    whose class is of another school; that code stays good for the counsellor of their own.
    """
    try:
        code = normalise_share_code(typed)
    except InvalidCode as problem:
        raise UnknownCode from problem
    with services.database.writing() as session:
        attempt_id = _use_up(services, session, code)
        if _school_of(session, attempt_id) not in (None, school_id):
            raise UnknownCode  # nothing is committed: the code was not used
        return ask_for_share(services, session, attempt_id, school_id, staff_id)


def own_school(session: Session, attempt_id: int) -> str | None:
    """The school of the pupil's class, with which alone they share; None without a class."""
    school_id = _school_of(session, first_attempt_of(session, attempt_id))
    return None if school_id is None else session.get_one(School, school_id).name


def _use_up(services: Services, session: Session, code: str) -> int:
    """Take an open code away; the attempt that it was of, held before as the pupil holds it."""
    attempt_id = session.scalar(select(ShareCode.attempt_id).where(_is_open(services, code)))
    try:
        lock_first_attempt(session, attempt_id or 0)
    except NoAttempt as problem:
        raise UnknownCode from problem
    used = delete(ShareCode).where(_is_open(services, code)).returning(ShareCode.attempt_id)
    found = session.scalar(used)
    if found is None:
        raise UnknownCode
    return found


def _school_of(session: Session, attempt_id: int) -> int | None:
    school = select(SchoolClass.school_id).join(Attempt, Attempt.class_id == SchoolClass.id)
    return session.scalar(school.where(Attempt.id == attempt_id))


def _require_profile(session: Session, attempt_id: int) -> None:
    _state, result = load_result(session, attempt_with_result(session, attempt_id))
    if result.profile is None:
        raise NotFinished


def _is_open(services: Services, code: str) -> ColumnElement[bool]:
    now = services.clock()
    return (ShareCode.digest == _digest(services, code)) & (ShareCode.expires_at > now)


def _digest(services: Services, code: str) -> bytes:
    return code_digest(services.code_key, KIND, code)
