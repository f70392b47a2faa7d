"""Builds the page of one shared result: the summary first, then everything it rests on."""

from dataclasses import replace

from quiz.blueprints.counsellor import talk_guide
from quiz.blueprints.counsellor.steps_form import abouts_of
from quiz.blueprints.counsellor.talk_chart import chart
from quiz.blueprints.counsellor.talk_reasons import all_reasons, can_explain
from quiz.blueprints.counsellor.view_models import HeadView, TalkView
from quiz.domain.talk.schema import MINUTES
from quiz.results.agreed import AgreedView
from quiz.results.shown import show_result
from quiz.results.step_models import StepGroup
from quiz.results.view_models import ShownResult
from quiz.usecases.attempts.finish import FrozenResult, load_result
from quiz.usecases.attempts.state import AttemptState
from quiz.usecases.retakes.retakes import attempt_with_result
from quiz.usecases.sharing.share import OpenShare
from quiz.web.pages.dates import show_day
from quiz.web.pages.schooling import schooling_line
from quiz.web.runtime import catalogue, reading

# Signals that say what the pupil chose as something to ask about.
OWN_IS_NOTICED = {"own_near", "own_other"}
Loaded = tuple[AttemptState, FrozenResult]


def load(attempt_id: int) -> Loaded:
    """The pupil's newest attempt that has a result. Raises NoAttempt or NotFinished."""
    return load_result(reading(), attempt_with_result(reading(), attempt_id))


def talk_view(loaded: Loaded, steps: tuple[AgreedView, ...], wanted: str | None) -> TalkView | None:
    """Everything on the page; None when there were too few answers for a profile."""
    state, result = loaded
    profile = result.profile
    if profile is None:
        return None
    shown = show_result(state, result, profile)
    signals = talk_guide.signals_of(state, profile, shown, steps)
    explained = can_explain(state, result)
    return TalkView(
        shown=_to_read_along(shown),
        own_choice="" if OWN_IS_NOTICED & set(signals.found) else shown.own_choice,
        remarks=talk_guide.remarks(result, profile),
        noticed=talk_guide.noticed(signals),
        talk=talk_guide.questions(signals, talk_guide.chosen_minutes(wanted)),
        lengths=MINUTES,
        chart=() if profile.flat else chart(profile, shown),
        reasons=all_reasons(state, profile) if explained and not profile.flat else (),
        explained=explained,
        abouts=abouts_of(shown),
    )


def head(share: OpenShare, loaded: Loaded) -> HeadView:
    """Who this is, as far as we know, and how long the pupil shares."""
    state, result = loaded
    return HeadView(
        nickname=state.nickname,
        who=_who(state),
        made=show_day(result.scored_at),
        answered=result.answered,
        until=show_day(share.until),
    )


def _who(state: AttemptState) -> str:
    """School type, year and town on one line: all that we know beside the answers."""
    facts = [schooling_line(state.school_type, state.year)]
    town = catalogue().municipalities.get(state.municipality or "")
    if town is not None:
        facts.append(town.name)
    return ", ".join(facts)


def _to_read_along(shown: ShownResult) -> ShownResult:
    """The same result to read along: only a pupil has stars to press."""
    return replace(
        shown,
        steps=tuple(_plain(group) for group in shown.steps),
        near=tuple(_plain(group) for group in shown.near),
    )


def _plain(group: StepGroup) -> StepGroup:
    return replace(group, cards=tuple(replace(card, key="") for card in group.cards))
