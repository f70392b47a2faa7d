"""The rungs of a pupil's ladder in words, each with its programmes or with what to do instead."""

from collections.abc import Sequence

from quiz.domain.catalogue.matching.ladder import is_late
from quiz.domain.catalogue.matching.suggestion import NextSteps, Suggestion
from quiz.results.near_colleges import near_home
from quiz.results.step_cards import CardContext, cards
from quiz.results.step_models import StepGroup
from quiz.usecases.attempts.state import AttemptState
from quiz.web.pages.advisers import who_helps
from quiz.web.runtime import texts

PROFILES = ("profile.nt", "profile.ng", "profile.em", "profile.cm")
PROFILE_LEVELS = frozenset({"havo", "vwo", "havo-vwo"})
SCHOOL_TYPES = ("schooltype.pro", "schooltype.vmbo", "schooltype.havo", "schooltype.vwo")
PRIMARY = "po"
# Who rather asks somebody than searches a long list.
ASKS = frozenset({PRIMARY, "pro", "isk"})
# The first level of a step tells where its programmes can be looked up; else a pupil asks.
_LOOKED_UP = {"mbo": "steps.empty.mbo", **dict.fromkeys(("ad", "hbo", "wo"), "steps.empty.higher")}


def ladder(state: AttemptState, steps: NextSteps, reader: CardContext) -> tuple[StepGroup, ...]:
    """The steps now, next and later, as far as there are words for them."""
    rungs = (
        ("now", steps.rung.now, steps.programmes_now),
        ("next", steps.rung.next, steps.programmes_next),
        ("later", steps.rung.later, steps.programmes_later),
    )
    return tuple(
        _group(state, _key(state, rung), levels, found, reader)
        for rung, levels, found in rungs
        if f"{_key(state, rung)}.title" in texts().results
    )


def _group(
    state: AttemptState,
    key: str,
    levels: Sequence[str],
    found: Sequence[Suggestion],
    reader: CardContext,
) -> StepGroup:
    words = texts().results
    note, colleges = near_home(found, reader.home, who_helps(state.school_type).asked)
    return StepGroup(
        title=words[f"{key}.title"],
        text=words[f"{key}.text"],
        points=_points(state, levels),
        cards=cards(found, reader),
        lead=words.get(f"{key}.cards", "") if found else _instead(state, levels),
        near_note=note,
        near_colleges=colleges,
    )


def _key(state: AttemptState, rung: str) -> str:
    """The words for a rung; after the first choice there are words of their own."""
    key = f"ladder.{state.school_type}.{rung}"
    return f"{key}.late" if is_late(state.school_type, state.year) else key


def _points(state: AttemptState, levels: Sequence[str]) -> tuple[str, ...]:
    """What the step holds beside programmes: school types, or the profiles of havo and vwo.

    The catalogue has no source for those profiles as rows; which worlds they go with is known.
    """
    keys: Sequence[str] = ()
    if PROFILE_LEVELS & set(levels):
        keys = SCHOOL_TYPES if state.school_type == PRIMARY else PROFILES
    return tuple(texts().results[key] for key in keys)


def _instead(state: AttemptState, levels: Sequence[str]) -> str:
    """What to do where our list has no programme for a step.

    Nothing where the step asks for none, or where its words and points are the whole step.
    """
    listed = [level for level in levels if level not in PROFILE_LEVELS]
    if not listed or (state.school_type == PRIMARY and PROFILE_LEVELS & set(levels)):
        return ""
    kind = listed[0].partition("-")[0]
    asks = state.school_type in ASKS or kind not in _LOOKED_UP
    words = texts().results["steps.empty.ask" if asks else _LOOKED_UP[kind]]
    return words.format(adviser=who_helps(state.school_type).asked)
