"""Starting an attempt, alone or in a class, at most once for each start page."""

from dataclasses import dataclass, field
from secrets import SystemRandom
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quiz.domain.codes.digests import code_digest
from quiz.domain.codes.nicknames import choose_nickname
from quiz.domain.codes.return_codes import new_return_code
from quiz.storage.identifiers import new_session_number
from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.base import Record
from quiz.usecases.attempts.blocks import DEFAULT_BLOCKS, choose_block
from quiz.usecases.attempts.errors import ClassClosed, ClassFull, NoAttempt
from quiz.usecases.attempts.schooling import Schooling
from quiz.usecases.classes.joining import enter_class
from quiz.usecases.services import Services

_NEW = insert(Record.metadata.tables[Attempt.__tablename__])


@dataclass(frozen=True)
class NewAttempt:
    """What a pupil tells us at the start. `ticket` is the number the start page reserved.

    `trial`: a teacher tries the quiz, like a pupil but in no class, so that it never counts.
    Raises ImpossibleYear.
    """

    ticket: int
    school_type: str
    year: int | None
    municipality: str | None
    language: str
    class_code: str | None = None
    trial: bool = False
    session_number: int = field(default_factory=new_session_number)

    def __post_init__(self) -> None:
        Schooling(self.school_type, self.year)


def start_attempt(services: Services, new: NewAttempt) -> str | None:
    """Make the attempt and return its return code in normal form.

    A start page makes one attempt. Sending it again makes no second one and says nothing of the
    first: it returns None, for the page may have been copied before there was a pupil.
    Raises UnknownCode, ClassClosed or ClassFull.
    """
    try:
        return _start_once(services, new, new_return_code(SystemRandom()))
    except (IntegrityError, ClassClosed, ClassFull):
        # The same page may have arrived twice at once, and the other one took the last place or
        # was in just before closing; or this code is somebody's already (less than one in a
        # million). The second try finds the attempt, or takes another code, or means its no.
        return _start_once(services, new, new_return_code(SystemRandom()))


def nickname_of(session: Session, attempt_id: int) -> str:
    """The nickname of an attempt; raises NoAttempt."""
    nickname = session.scalar(select(Attempt.nickname).where(Attempt.id == attempt_id))
    if nickname is None:
        raise NoAttempt
    return nickname


def school_type_of(session: Session, attempt_id: int) -> str:
    """The school type of an attempt; raises NoAttempt."""
    found = session.scalar(select(Attempt.school_type).where(Attempt.id == attempt_id))
    if found is None:
        raise NoAttempt
    return found


def _start_once(services: Services, new: NewAttempt, code: str) -> str | None:
    with services.database.writing() as session:
        stored = session.scalar(select(Attempt.return_digest).where(Attempt.id == new.ticket))
        if stored is None:
            session.connection().execute(_NEW, _values(services, session, new, code))
            return code
    return None


def _values(services: Services, session: Session, new: NewAttempt, code: str) -> dict[str, Any]:
    now = services.clock()
    place: dict[str, Any] = {"class_id": None, "municipality": new.municipality}
    taken: list[str] = []
    if new.class_code is not None and not new.trial:
        group = enter_class(session, new.class_code, now)
        place = {"class_id": group.id, "municipality": group.municipality}
        taken = group.nicknames
    return place | {
        "id": new.ticket,
        "nickname": choose_nickname(SystemRandom(), taken),
        "return_digest": code_digest(services.code_key, "return", code),
        "school_type": new.school_type,
        "year": new.year,
        "language": new.language,
        "session_number": new.session_number,
        "trial": new.trial,
        "bank_version": services.bank.version,
        "blocks": [list(choose_block(services.engine, [], {}, new.ticket))],
        "target_blocks": DEFAULT_BLOCKS,
        "started_at": now,
        "last_used_at": now,
    }
