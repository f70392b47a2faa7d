"""Builds the small pages of the pupil's way: codes, leaving, erasing."""

from quiz.blueprints.pupil.correcting_page import what_was_told
from quiz.blueprints.pupil.starting import was_renamed
from quiz.blueprints.pupil.view_models import CodeView
from quiz.usecases.attempts.start import nickname_of
from quiz.usecases.attempts.state import load_state
from quiz.usecases.classes.moving import whereabouts_of
from quiz.web.pages.choices import JoinView
from quiz.web.pages.code_form import LONGEST_ECHO
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import reading


def join_again(typed: str) -> JoinView:
    """The field for a class code with what went wrong."""
    error = _("Deze code kennen we niet. Kijk nog eens goed op het bord.")
    return JoinView(code=typed[:LONGEST_ECHO], error=error)


def wrong_code() -> str:
    """What we say to a wrong return code: no hint about what would be right."""
    return _(
        "Deze code kennen we niet. Een code heeft twee woorden en zes cijfers. "
        "Kijk of je hem goed hebt getypt."
    )


def code_page(attempt_id: int, return_code: str | None) -> CodeView:
    """The nickname and the class, and the return code as long as it may be seen."""
    where = whereabouts_of(reading(), attempt_id)
    return CodeView(
        nickname=where.nickname,
        return_code=return_code,
        classroom=where.class_name or "",
        renamed=was_renamed(),
        told=what_was_told(load_state(reading().connection(), attempt_id)),
    )


def nickname(attempt_id: int) -> str:
    """The nickname of an attempt; raises NoAttempt."""
    return nickname_of(reading(), attempt_id)


def leaving(attempt_id: int) -> tuple[str, bool]:
    """The nickname and whether the result is there, for the question before clearing."""
    state = load_state(reading().connection(), attempt_id)
    return state.nickname, state.finished
