"""Return codes: shown once, stored as a keyed digest, replaced when a pupil asks for a new one."""

from dataclasses import dataclass
from secrets import SystemRandom

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from quiz.domain.codes.digests import code_digest
from quiz.domain.codes.errors import InvalidCode
from quiz.domain.codes.return_codes import new_return_code, normalise_return_code
from quiz.storage.identifiers import new_session_number
from quiz.storage.tables.attempt import Attempt
from quiz.usecases.attempts.errors import NoAttempt, UnknownCode
from quiz.usecases.attempts.sessions import Admission
from quiz.usecases.retakes.retakes import attempts_of, first_attempt_of
from quiz.usecases.services import Services


@dataclass(frozen=True)
class NewCode:
    """A return code that was just made, and the session number that came with it."""

    code: str
    session_number: int


def replace_code(services: Services, held: Admission) -> NewCode:
    """Make a new return code, from any attempt, for a pupil who is still in. Raises NoAttempt.

    The old one no longer works, and every browser is out, also those that came in with it.
    """
    new = NewCode(new_return_code(SystemRandom()), new_session_number())
    digest = code_digest(services.code_key, "return", new.code)
    with services.database.writing() as session:
        first_id = first_attempt_of(session, held.attempt_id)
        still_in = Attempt.id == first_id, Attempt.session_number == held.session_number
        values = {"return_digest": digest, "session_number": new.session_number}
        change = update(Attempt).where(*still_in).values(values)
        if session.connection().execute(change).rowcount == 0:
            raise NoAttempt
    return new


def find_attempt(session: Session, code_key: bytes, text: str) -> Admission:
    """The newest attempt of the pupil with this return code. Raises UnknownCode, without a hint."""
    try:
        code = normalise_return_code(text)
    except InvalidCode as problem:
        raise UnknownCode from problem
    digest = code_digest(code_key, "return", code)
    coded = select(Attempt.id, Attempt.session_number).where(Attempt.return_digest == digest)
    found = session.execute(coded).one_or_none()
    if found is None:
        raise UnknownCode
    return Admission(attempts_of(session, found.id)[-1].id, found.session_number)
