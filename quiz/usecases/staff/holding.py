"""What was looked at before a transaction is looked at once more inside it, with its row held.

Checking a password takes a while and never happens inside a transaction. Whatever its owner or an
admin changes meanwhile decides: an account that is not what it was is not entered, nor changed.
Who changes accounts holds their school first, so that two who do it at once wait for each other:
the second sees what the first did, and perhaps may not do it any more.
"""

from sqlalchemy import ScalarSelect, select
from sqlalchemy.orm import Session

from quiz.storage.tables.school import School
from quiz.storage.tables.staff import Staff


class AccountChanged(Exception):
    """The account is not as it was when somebody showed whose it is."""


def standing(person: Staff) -> str:
    """All that decides who can sign in to this account and what they may do, as one text.

    It is secret: outside the house goes a digest of it at most.
    """
    roles = sorted(role.name for role in person.roles)
    secrets = person.fs_uniquifier, person.password, person.tf_totp_secret
    return repr((person.id, person.active, *secrets, roles))


def hold_account(session: Session, seen: Staff) -> Staff:
    """The row of the account, held until we commit. Raises AccountChanged.

    `seen`: the account as it was when its password, or another proof, was looked at.
    """
    row = session.scalar(select(Staff).where(Staff.id == seen.id).with_for_update())
    if row is None or not row.active or standing(row) != standing(seen):
        raise AccountChanged
    return row


def hold_school(session: Session, school_id: int | ScalarSelect[int]) -> None:
    """Let nobody else change accounts of this school until we commit; classes go on.

    Always before any row of an account is held, so that no two wait for each other for ever.
    """
    school = select(School.id).where(School.id == school_id)
    session.execute(school.with_for_update(key_share=True))
