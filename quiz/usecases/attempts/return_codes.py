"""Return codes: shown once, stored as a keyed digest, replaced when a pupil asks for a new one."""

from secrets import SystemRandom

from sqlalchemy import select, update

from quiz.domain.codes.digests import code_digest
from quiz.domain.codes.errors import InvalidCode
from quiz.domain.codes.return_codes import new_return_code, normalise_return_code
from quiz.storage.identifiers import new_session_number
from quiz.storage.tables.attempt import Attempt
from quiz.usecases.attempts.errors import NoAttempt, UnknownCode
from quiz.usecases.retakes.retakes import read_looks, root_of
from quiz.usecases.services import Services


def replace_code(services: Services, attempt_id: int) -> str:
    """Make a new return code, from any look. Raises NoAttempt.

    The old one no longer works, and every browser is out, also those that came in with it.
    """
    code = new_return_code(SystemRandom())
    digest = code_digest(services.code_key, "return", code)
    with services.database.writing() as session:
        its_pupil = Attempt.id == root_of(session, attempt_id)
        change = (
            update(Attempt)
            .where(its_pupil)
            .values(return_digest=digest, session_number=new_session_number())
        )
        if session.connection().execute(change).rowcount == 0:
            raise NoAttempt
    return code


def find_attempt(services: Services, text: str) -> int:
    """The newest look of the pupil with a typed return code. Raises UnknownCode, without a hint."""
    try:
        code = normalise_return_code(text)
    except InvalidCode as problem:
        raise UnknownCode from problem
    digest = code_digest(services.code_key, "return", code)
    with services.database.reading() as session:
        root = session.scalar(select(Attempt.id).where(Attempt.return_digest == digest))
        if root is None:
            raise UnknownCode
        return read_looks(session, root)[-1].id
