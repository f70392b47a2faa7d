"""A pass for one screen: a board goes on for a school day, also after its teacher's session ended.

A lesson day is longer than the two hours after which a teacher who opens no page is signed out. So
the page of a board brings a pass along for the one piece that it asks for again and again. It
shows what stands on the wall already, and opens nothing else (ADR 0024).
"""

from datetime import timedelta

from flask import current_app, request
from itsdangerous import BadData, URLSafeSerializer

from quiz.domain.codes.digests import code_digest
from quiz.storage.tables.staff import Staff
from quiz.usecases.staff.audit import has_ended
from quiz.web.access.staff import StaffMember, current_staff, session_number, staff_member
from quiz.web.runtime import reading, services

PARAMETER = "pas"
LASTS = timedelta(hours=10)
TEACHER = "teacher"


def make_pass(class_id: int) -> str:
    """A pass for the screen of this class, for the teacher who is signed in here, or "".

    It ends with what ends every session of theirs: signing out, another password, a closed account.
    """
    staff = current_staff()
    if staff is None:
        return ""
    account = _fingerprint(staff.sessions)
    made = services().seconds()
    return _signer().dumps([class_id, staff.id, session_number() or 0, account, made])


def holder_of_pass(class_id: int) -> StaffMember | None:
    """Whose screen this is, by the pass in the address; None where it is no good for this class."""
    try:
        content = _signer().loads(request.args.get(PARAMETER, ""))
        for_class, staff_id, number, account, made = content
    except (BadData, ValueError):
        return None
    age = abs(services().clock().timestamp() - made)
    if for_class != class_id or age >= LASTS.total_seconds():
        return None
    person = reading().get(Staff, staff_id)
    if person is None or not person.active or _fingerprint(person.fs_uniquifier) != account:
        return None
    return None if has_ended(reading(), staff_id, number) else staff_member(person)


def _fingerprint(sessions: str) -> str:
    """Changes with what ends all sessions of an account, and says nothing about it."""
    return code_digest(services().code_key, "screen pass", sessions).hex()[:16]


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.secret_key), salt="screen pass")
