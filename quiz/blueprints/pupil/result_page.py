"""Builds the result page: the sky first, then the reasons, the worlds and the next steps."""

from quiz.blueprints.pupil import attempts_page
from quiz.blueprints.pupil.class_place import about_class
from quiz.blueprints.pupil.correcting_page import what_was_told
from quiz.blueprints.pupil.view_models import TooFewView
from quiz.results.agreed import agreed_views
from quiz.results.bookmarked import kept_keys, kept_list
from quiz.results.earned import earned_worlds
from quiz.results.more_precise import what_more_did
from quiz.results.shown import show_result
from quiz.results.view_models import KeptView
from quiz.results.zooming import by_hand, offers
from quiz.usecases.attempts.finish import MINIMUM_ANSWERS, FrozenResult, load_result
from quiz.usecases.attempts.progress import questions_left
from quiz.usecases.attempts.state import AttemptState, load_state
from quiz.usecases.retakes.retakes import attempts_of
from quiz.web.pages.advisers import who_helps
from quiz.web.pages.coming_near import coming_near
from quiz.web.runtime import reading, services, texts


def build(attempt_id: int, wanted: str | None = None) -> tuple[str, dict[str, object]]:
    """The template and what it shows. Raises NoAttempt or NotFinished.

    `wanted` is the number of an attempt of this pupil; without it, or for one that has no result,
    the newest result is shown. `more` offers seven more questions, and is empty when none are left
    or this is not the attempt that this browser is busy with.
    """
    attempts = attempts_of(reading(), attempt_id)
    attempt = attempts_page.attempt_to_show(attempts, wanted)
    state, result = load_result(reading(), attempt.id)
    can_go_on = attempt.id == attempts[-1].id == attempt_id and questions_left(services(), state)
    content: dict[str, object] = {
        "attempts": attempts_page.view(attempts, attempt),
        "place": about_class(state),
    }
    if result.profile is None:
        few = _too_few(state, result, can_go_on=can_go_on)
        return "pupil/too_few.html", {**content, "view": few}
    view, earned = show_result(state, result, result.profile), earned_worlds(result.profile, result)
    pupil = view.pupil if attempt.id == attempt_id else None
    content["zoom"] = offers(state, result.profile, earned, pupil) if pupil else {}
    content["zoom_worlds"] = by_hand(state) if pupil else ()
    content["more_told"] = what_more_did(state.id, result)
    content["more"] = texts().results["outcome.more"] if can_go_on else ""
    content["agreed"] = agreed_views(attempt_id)
    content["told"] = what_was_told(state)
    content["coming"] = coming_near(state.municipality, state.school_type, earned.all)
    content["adviser"] = who_helps(state.school_type)
    return "pupil/result.html", {**content, "view": view, "kept": view.kept}


def kept_again(attempt_id: int) -> tuple[KeptView, ...]:
    """What this attempt keeps now, for the piece of the page that shows it. Raises NoAttempt."""
    return kept_list(load_state(reading().connection(), attempt_id), kept_keys(attempt_id))


def _too_few(state: AttemptState, result: FrozenResult, *, can_go_on: bool) -> TooFewView:
    words = texts().results
    unknown = texts().scale[services().engine.unknown]
    said = {"answered": result.answered, "minimum": MINIMUM_ANSWERS, "unknown": unknown}
    return TooFewView(
        nickname=state.nickname,
        title=words["too_few.title"],
        text=words["too_few.text"].format(**said),
        can_go_on=can_go_on,
        offer_more=words["too_few.more"],
    )
