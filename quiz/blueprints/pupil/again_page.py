"""Builds the page about looking again: what happens, why later, which school it is now."""

from dataclasses import dataclass, field, replace

from quiz.blueprints.pupil.looks_page import sky_of
from quiz.blueprints.pupil.start_page import what_is_wrong
from quiz.usecases.attempts.finish import load_result
from quiz.usecases.retakes.again import MOST_LOOKS
from quiz.usecases.retakes.retakes import Look, looks_of, newest_with_result
from quiz.usecases.sharing.share import shares_of_pupil
from quiz.web.pages.choices import Choice
from quiz.web.pages.languages import translate as _
from quiz.web.pages.schooling import YearChoice, school_choices, year_choices
from quiz.web.pages.schooling_form import SchoolingForm
from quiz.web.runtime import reading, services


@dataclass(frozen=True)
class AgainView:
    """Before a new look. `stays`: the sky that is there already, with its date.

    `shared`: somebody at school looks along, also at what comes. `calm`: the answers of before
    told nothing, so that there is no reason to wait.
    """

    stays: str
    school_types: tuple[Choice, ...]
    years: tuple[YearChoice, ...]
    shared: bool
    calm: bool
    errors: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class BusyView:
    """A look is not finished; `can_stop`: it is a later one without a result."""

    can_stop: bool


def build(attempt_id: int) -> tuple[str, AgainView | BusyView | None]:
    """The template and what it shows. Raises NoAttempt."""
    looks = looks_of(reading(), attempt_id)
    newest = looks[-1]
    if not newest.finished:
        can_stop = newest.number > 1 and newest.scored_at is None
        return "pupil/again_busy.html", BusyView(can_stop)
    if len(looks) >= MOST_LOOKS:
        return "pupil/again_full.html", None
    return "pupil/again.html", _ask(looks)


def once_more(form: SchoolingForm, view: AgainView) -> AgainView:
    """The page before a new look with what was filled in and what is wrong with it."""
    return replace(
        view,
        school_types=school_choices(form.school_type.data or ""),
        years=year_choices(form.year.data or "", _("Weet ik niet")),
        errors=what_is_wrong(form),
    )


def _ask(looks: tuple[Look, ...]) -> AgainView:
    newest = newest_with_result(looks)
    state, result = load_result(reading(), newest.id)
    return AgainView(
        stays=sky_of(newest),
        school_types=school_choices(state.school_type),
        years=year_choices(str(state.year or ""), _("Weet ik niet")),
        shared=any(share.confirmed for share in shares_of_pupil(services(), reading(), newest.id)),
        calm=result.profile is not None and result.profile.flat,
    )
