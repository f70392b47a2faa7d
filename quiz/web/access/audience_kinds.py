"""The audiences that a route may name, and which of them need an account."""

from enum import StrEnum


class Audience(StrEnum):
    """The audiences of routes: STAFF is anyone who is signed in, the last four are roles.

    DATA is for programs and EMBEDDED stands in a frame on a page of others: nobody is known there
    and nothing is kept (quiz/web/access/outside.py).
    SCHOOL is a teacher or a counsellor.
    SCREEN is a teacher, or a screen that this teacher left on (quiz/web/access/screen_pass.py).
    """

    ANYONE = "anyone"
    DATA = "data"
    EMBEDDED = "embedded"
    PUPIL = "pupil"
    SCREEN = "screen"
    SCHOOL = "school"
    STAFF = "staff"
    TEACHER = "teacher"
    COUNSELLOR = "counsellor"
    COORDINATOR = "coordinator"
    ADMIN = "admin"


OUTSIDE = frozenset((Audience.DATA, Audience.EMBEDDED))
WITHOUT_ACCOUNT = frozenset((Audience.ANYONE, Audience.PUPIL)) | OUTSIDE
ROLES = {Audience.STAFF: (), Audience.SCHOOL: (Audience.TEACHER, Audience.COUNSELLOR)}
