"""The talk guide for one shared result: its questions, and what does not seem to agree."""

from functools import cache

from quiz.domain.bank.schema import COARSE_BELOW
from quiz.domain.catalogue.matching.zooming import named_by_zooming
from quiz.domain.scoring.profile import Profile
from quiz.domain.talk.choose import talk_questions
from quiz.domain.talk.load import load_guide
from quiz.domain.talk.schema import MINUTES, Guide, Talk
from quiz.domain.talk.signals import Signals, TalkInput, read_signals
from quiz.domain.talk.words import noticed as noticed_in
from quiz.domain.talk.words import quality as quality_of
from quiz.results.agreed import AgreedView
from quiz.results.view_models import ChangeView, ShownResult
from quiz.usecases.attempts.finish import FrozenResult
from quiz.usecases.attempts.state import AttemptState
from quiz.web.pages.languages import current_language
from quiz.web.runtime import services

SHORT = MINUTES[0]


def guide() -> Guide:
    """The guide in the language of this visitor, read once."""
    return _read(current_language())


def chosen_minutes(wanted: str | None) -> int:
    """How long a talk was asked for; a short one for any other wish."""
    return next((minutes for minutes in MINUTES if str(minutes) == wanted), SHORT)


def signals_of(
    state: AttemptState, profile: Profile, shown: ShownResult, agreed: tuple[AgreedView, ...]
) -> Signals:
    """Everything in this result that is worth a question."""
    front = {row.id for row in shown.rows if row.on_top}
    told = TalkInput(
        profile=profile,
        answers={**state.responses(services().bank), **_tech_answers(state)},
        own_world=state.own_world,
        kept=tuple(each.name for each in shown.kept),
        agreed=tuple(_in_one_line(each) for each in agreed if each.due),
        changed=_changed(shown.change),
        zoomed=_zoomed(state, shown),
        front=tuple(card.id for card in shown.cards if card.id in front),
        also=tuple(card.id for card in shown.cards if card.id not in front),
    )
    return read_signals(services().bank, told)


def questions(signals: Signals, minutes: int) -> Talk:
    """The questions for a talk of so many minutes."""
    return talk_questions(guide(), signals, minutes)


def noticed(signals: Signals) -> tuple[str, ...]:
    """What in this result is worth asking about, in sentences."""
    return noticed_in(guide(), signals)


def remarks(result: FrozenResult, profile: Profile) -> tuple[str, ...]:
    """What the quality of the answers means for the talk."""
    codes = list(profile.remarks)
    if result.answered < COARSE_BELOW:
        codes.append("few_answers")
    if result.fallback:
        codes.append("fallback")
    return quality_of(guide(), codes, result.answered)


def _tech_answers(state: AttemptState) -> dict[str, int]:
    return services().bank.tech_answers(state.answers)


def _in_one_line(step: AgreedView) -> str:
    about = f" ({step.about})" if step.about else ""
    return f"{step.what}{about}, {step.month}"


def _zoomed(state: AttemptState, shown: ShownResult) -> tuple[str, str] | None:
    """The first world on the result in which something stood out on zooming in, with its tag."""
    for card in shown.cards:
        named = named_by_zooming(state.answers, services().bank, card.id)
        if named:
            return card.id, named[0]
    return None


def _changed(change: ChangeView | None) -> tuple[str, ...] | None:
    """The worlds that perhaps changed since the attempt before; None with none to compare."""
    if change is None or not change.rows:
        return None
    return tuple(row.id for row in change.rows if row.moved)


@cache
def _read(language: str) -> Guide:
    return load_guide(language)
