"""Builds the page before a retake: what happens, why later, which school it is now."""

from dataclasses import dataclass, field, replace

from quiz.blueprints.pupil.attempts_page import sky_of
from quiz.blueprints.pupil.start_page import what_is_wrong
from quiz.usecases.attempts.finish import load_result
from quiz.usecases.retakes.retakes import PupilAttempt, attempts_of, newest_with_result
from quiz.usecases.retakes.start import MOST_ATTEMPTS
from quiz.usecases.sharing.share import shares_of_pupil
from quiz.web.pages.choices import Choice
from quiz.web.pages.languages import translate as _
from quiz.web.pages.schooling import YearChoice, school_choices, year_choices
from quiz.web.pages.schooling_form import SchoolingForm
from quiz.web.runtime import reading, services


@dataclass(frozen=True)
class RetakeView:
    """Before a retake. `stays`: the sky that is there already, with its date.

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
    """An attempt is not finished; `can_stop`: it is a later one without a result."""

    can_stop: bool


def build(attempt_id: int) -> tuple[str, RetakeView | BusyView | None]:
    """The template and what it shows. Raises NoAttempt."""
    attempts = attempts_of(reading(), attempt_id)
    newest = attempts[-1]
    if not newest.finished:
        can_stop = newest.number > 1 and newest.scored_at is None
        return "pupil/retake_busy.html", BusyView(can_stop)
    if len(attempts) >= MOST_ATTEMPTS:
        return "pupil/retake_full.html", None
    return "pupil/retake.html", _ask(attempts)


def once_more(form: SchoolingForm, view: RetakeView) -> RetakeView:
    """The page before a retake with what was filled in and what is wrong with it."""
    return replace(
        view,
        school_types=school_choices(form.school_type.data or ""),
        years=year_choices(form.year.data or "", _("Weet ik niet")),
        errors=what_is_wrong(form),
    )


def _ask(attempts: tuple[PupilAttempt, ...]) -> RetakeView:
    newest = newest_with_result(attempts)
    state, result = load_result(reading(), newest.id)
    return RetakeView(
        stays=sky_of(newest),
        school_types=school_choices(state.school_type),
        years=year_choices(str(state.year or ""), _("Weet ik niet")),
        shared=any(share.confirmed for share in shares_of_pupil(services(), reading(), newest.id)),
        calm=result.profile is not None and result.profile.flat,
    )
