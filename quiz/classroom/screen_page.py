"""Builds what stands on the projector: the way in, two numbers, and whether the doors are open."""

from flask import Response, render_template

from quiz.classroom.board_views import Counts, Screen
from quiz.classroom.classes import OwnClass
from quiz.classroom.doors import is_open
from quiz.classroom.entrance import entrance
from quiz.web.access import current_staff
from quiz.web.fragments import fragment
from quiz.web.languages import current_language

OPEN, FULL, CLOSED = "open", "full", "closed"


def screen_of(group: OwnClass) -> Screen:
    """The screen of a class as it is now."""
    state, over = _state(group), group.doors.closed_at is not None
    nobody_busy = state == CLOSED and group.joined == group.finished
    return Screen(
        entrance=entrance(group.code),
        counts=Counts(group.joined, group.finished),
        state=state,
        places=group.capacity,
        resting=nobody_busy and over and group.joined > 0,
        slow=nobody_busy,
        signed_in=current_staff() is not None,
    )


def screen_fragment(group: OwnClass) -> Response:
    """The screen alone, or 304 when nothing on it changed."""
    screen = screen_of(group)
    return fragment(
        ("screen", group.id, screen, current_language()),
        lambda: render_template("classroom/parts/screen.html", screen=screen, group=group),
    )


def _state(group: OwnClass) -> str:
    if not is_open(group):
        return CLOSED
    return FULL if group.is_full else OPEN
