"""Builds the page about looking again: what happens, why later, which school it is now."""

from dataclasses import dataclass

from quiz.attempts import MOST_LOOKS, Look, load_result, looks_of, shares_of
from quiz.attempts.looks import newest_with_result
from quiz.attempts.schooling import ALL_YEARS, SCHOOL_TYPES
from quiz.pupil.looks_page import sky_of
from quiz.web.choices import Choice
from quiz.web.languages import translate as _
from quiz.web.schooling import school_type_name, year_name
from quiz.web.services import services


@dataclass(frozen=True)
class AgainView:
    """Before a new look. `stays`: the sky that is there already, with its date.

    `shared`: somebody at school looks along, also at what comes. `calm`: the answers of before
    told nothing, so that there is no reason to wait.
    """

    stays: str
    school_types: tuple[Choice, ...]
    years: tuple[Choice, ...]
    shared: bool
    calm: bool


@dataclass(frozen=True)
class BusyView:
    """A look is not finished; `can_stop`: it is a later one without a result."""

    can_stop: bool


def build(attempt_id: int) -> tuple[str, AgainView | BusyView | None]:
    """The template and what it shows. Raises NoAttempt."""
    looks = looks_of(services(), attempt_id)
    newest = looks[-1]
    if not newest.finished:
        can_stop = newest.number > 1 and newest.scored_at is None
        return "pupil/again_busy.html", BusyView(can_stop)
    if len(looks) >= MOST_LOOKS:
        return "pupil/again_full.html", None
    return "pupil/again.html", _ask(looks)


def _ask(looks: tuple[Look, ...]) -> AgainView:
    newest = newest_with_result(looks)
    state, result = load_result(services(), newest.id)
    return AgainView(
        stays=sky_of(newest),
        school_types=tuple(
            Choice(name, school_type_name(name), name == state.school_type) for name in SCHOOL_TYPES
        ),
        years=(
            Choice("", _("Weet ik niet"), state.year is None),
            *(Choice(str(each), year_name(each), each == state.year) for each in ALL_YEARS),
        ),
        shared=any(share.confirmed for share in shares_of(services(), newest.id)),
        calm=result.profile is not None and result.profile.flat,
    )
