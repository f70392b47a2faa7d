"""Builds the result page: the sky first, then the reasons, the worlds and the next steps."""

from quiz.attempts import MINIMUM_ANSWERS, AttemptState, FrozenResult, load_result, questions_left
from quiz.pupil.views import TooFewView
from quiz.results.agreed import agreed_views
from quiz.results.shown import show_result
from quiz.web.services import services, texts


def build(attempt_id: int) -> tuple[str, dict[str, object]]:
    """The template and what it shows. Raises NoAttempt or NotFinished.

    `more` offers seven more questions, and is empty when none are left.
    """
    state, result = load_result(services(), attempt_id)
    if result.profile is None:
        return "pupil/too_few.html", {"view": _too_few(state, result)}
    more = texts().results["outcome.more"] if questions_left(services(), state) else ""
    view = show_result(state, result, result.profile)
    agreed = agreed_views(attempt_id)
    return "pupil/result.html", {"view": view, "more": more, "agreed": agreed}


def _too_few(state: AttemptState, result: FrozenResult) -> TooFewView:
    words = texts().results
    return TooFewView(
        nickname=state.nickname,
        title=words["too_few.title"],
        text=words["too_few.text"].format(answered=result.answered, minimum=MINIMUM_ANSWERS),
        can_go_on=questions_left(services(), state),
        offer_more=words["too_few.more"],
    )
