"""Builds what stands on the projector: the way in, two numbers, and whether pupils can join."""

from flask import Response, render_template

from quiz.blueprints.classroom.board_view_models import Counts, Screen
from quiz.blueprints.classroom.classes import OwnClass
from quiz.blueprints.classroom.entrance import entrance
from quiz.blueprints.classroom.opening import is_open
from quiz.web.access.audiences import current_staff
from quiz.web.pages.languages import current_language
from quiz.web.responses.fragments import fragment

OPEN, FULL, CLOSED = "open", "full", "closed"


def screen_of(group: OwnClass) -> Screen:
    """The screen of a class as it is now."""
    state, over = _state(group), group.opening.closed_at is not None
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
