"""The second step of an account for who lost the phone: ten codes, each good once.

Only digests are kept. A new set ends the old one, and without a second step there is none.
"""

import random

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from quiz.domain.codes.digests import code_digest
from quiz.domain.codes.recovery_codes import new_recovery_codes, read_recovery_code
from quiz.storage.tables.staff import Staff, StaffRecoveryCode


def make_recovery_codes(
    session: Session, key: bytes, staff_id: int, randomness: random.Random
) -> list[str]:
    """A new set, to be shown this once; the codes that there were are no longer good."""
    forget_recovery_codes(session, staff_id)
    codes = new_recovery_codes(randomness)
    rows = [{"digest": _digest(key, staff_id, code), "staff_id": staff_id} for code in codes]
    session.execute(insert(StaffRecoveryCode), rows)
    return codes


def use_recovery_code(session: Session, key: bytes, staff_id: int, typed: str) -> bool:
    """Whether this is a code of the account that was not used yet; it is used up."""
    code = read_recovery_code(typed)
    if code is None:
        return False
    mine = delete(StaffRecoveryCode).where(
        StaffRecoveryCode.digest == _digest(key, staff_id, code),
        StaffRecoveryCode.staff_id == staff_id,
    )
    return session.scalar(mine.returning(StaffRecoveryCode.staff_id)) is not None


def recovery_codes_left(session: Session, staff_id: int) -> int:
    """How many codes of the set are still good."""
    mine = select(func.count()).where(StaffRecoveryCode.staff_id == staff_id)
    return session.scalar(mine) or 0


def take_second_step_off(session: Session, person: Staff) -> None:
    """The password alone is enough again, and no code on paper is good."""
    person.tf_totp_secret = person.tf_last_counter = None
    forget_recovery_codes(session, person.id)


def forget_recovery_codes(session: Session, staff_id: int) -> None:
    """None of the codes of this account is good any more."""
    session.execute(delete(StaffRecoveryCode).where(StaffRecoveryCode.staff_id == staff_id))


def _digest(key: bytes, staff_id: int, code: str) -> bytes:
    return code_digest(key, "recovery code", f"{staff_id}:{code}")
