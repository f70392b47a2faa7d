"""The rungs of a pupil's ladder in words, each with its programmes or with what to do instead."""

from collections.abc import Sequence
from dataclasses import replace

from quiz.domain.catalogue.matching.ladder import is_late, rung_for
from quiz.domain.catalogue.matching.suggestion import NextSteps, Suggestion
from quiz.results.near_colleges import each_said_once, near_home
from quiz.results.profile_choice import JudgedProfile, judged_profiles
from quiz.results.step_cards import CardContext, cards
from quiz.results.step_models import StepGroup
from quiz.usecases.attempts.state import AttemptState
from quiz.web.pages.advisers import PRIMARY, who_helps
from quiz.web.runtime import texts

SCHOOL_TYPES = ("schooltype.pro", "schooltype.vmbo", "schooltype.havo", "schooltype.vwo")
# The levels that a pupil knows as schools and profiles, not as programmes.
_SCHOOL_LEVELS = frozenset({"vmbo", "havo", "vwo", "havo-vwo"})
# Whose profiles are told in points alone: which school of tl has which, our list does not know.
_IN_POINTS = frozenset({"vmbo-gl-tl"})
# The years in which a choice is made: of a profile, or of what comes after school. Only then do we
# say "choose" and name the day of enrolment; the year before is for looking around.
_DECIDES = {
    **dict.fromkeys(("vmbo-bb", "vmbo-kb", "vmbo-gl-tl"), (2, 4)),
    "havo": (3, 5),
    "vwo": (3, 6),
}
# Who may still choose a school for its profile; the others choose from what their own school has.
# After the first choice a level of school is another school again: havo, from gl or tl.
_CHOOSES_SCHOOL = frozenset({PRIMARY, "isk", "onbekend"})
_FIRST_YEAR = 1
# Who rather asks somebody than searches a long list.
ASKS = frozenset({PRIMARY, "pro", "isk"})
# The first level of a step tells where its programmes can be looked up; else a pupil asks.
_LOOKED_UP = {"mbo": "steps.empty.mbo", **dict.fromkeys(("ad", "hbo", "wo"), "steps.empty.higher")}


def ladder(
    state: AttemptState, steps: NextSteps, worlds: Sequence[str], reader: CardContext
) -> tuple[StepGroup, ...]:
    """The steps now, next and later, for the worlds of this result."""
    rungs = (
        ("now", steps.programmes_now),
        ("next", steps.programmes_next),
        ("later", steps.programmes_later),
    )
    groups = (
        _group(state, rung, found, worlds, reader)
        for rung, found in rungs
        if _words(state, rung, "title")
    )
    return tuple(each_said_once(groups))


def bol_and_bbl(steps: NextSteps) -> tuple[str, str] | None:
    """What bol and bbl are, once for a whole page: a title and its text; None without mbo."""
    levels = (*steps.rung.now, *steps.rung.next, *steps.rung.later)
    if not any(level.startswith("mbo") for level in levels):
        return None
    words = texts().results
    return words["ladder.bol_bbl.title"], words["ladder.bol_bbl.text"]


def decides_this_year(school_type: str, year: int | None) -> bool:
    """Whether a choice is made in this year: only then its duties and its days are for now."""
    return year in _DECIDES.get(school_type, ())


def profiles_to_choose(state: AttemptState, worlds: Sequence[str]) -> tuple[JudgedProfile, ...]:
    """The profiles that this pupil chooses from, judged for these worlds; none where none is."""
    if is_late(state.school_type, state.year):
        return ()
    return judged_profiles(state.school_type, worlds)


def _group(
    state: AttemptState,
    rung: str,
    found: Sequence[Suggestion],
    worlds: Sequence[str],
    reader: CardContext,
) -> StepGroup:
    points = _points(state, rung, worlds)
    shown = _to_choose(state, found, points)
    elsewhere = reader if shown is found else replace(reader, home=None)
    near = near_home(shown, elsewhere.home, who_helps(state.school_type).asked)
    return StepGroup(
        title=_words(state, rung, "title"),
        text=_words(state, rung, "text"),
        points=points,
        cards=cards(shown, elsewhere),
        lead=_words(state, rung, "cards") if shown else _instead(state, rung, points),
        near_note=near.note,
        near_colleges=near.colleges,
        far_note=near.far,
    )


def _to_choose(
    state: AttemptState, found: Sequence[Suggestion], points: Sequence[str]
) -> Sequence[Suggestion]:
    """What this pupil chooses from; other schools with a profile only where a school is chosen."""
    if points and state.school_type in _IN_POINTS:
        return ()
    chooses = state.school_type in _CHOOSES_SCHOOL or state.year == _FIRST_YEAR
    if chooses or is_late(state.school_type, state.year):
        return found
    if not any(suggestion.level in _SCHOOL_LEVELS for suggestion in found):
        return found
    return [_without_places(suggestion) for suggestion in found]


def _words(state: AttemptState, rung: str, part: str) -> str:
    """The words for a part of a rung, or nothing.

    After the first choice a rung has words of its own (late), and in the year of a choice a few
    are different again (final).
    """
    late = ".late" if is_late(state.school_type, state.year) else ""
    key = f"ladder.{state.school_type}.{rung}{late}"
    plain = texts().results.get(f"{key}.{part}", "")
    if not decides_this_year(state.school_type, state.year):
        return plain
    return texts().results.get(f"{key}.final.{part}", plain)


def _points(state: AttemptState, rung: str, worlds: Sequence[str]) -> tuple[str, ...]:
    """What a rung holds beside programmes: school types, or profiles judged for these worlds."""
    if (state.school_type, rung) == (PRIMARY, "next"):
        return tuple(texts().results[key] for key in SCHOOL_TYPES)
    if rung != "now":
        return ()
    return tuple(profile.line for profile in profiles_to_choose(state, worlds))


def _without_places(suggestion: Suggestion) -> Suggestion:
    """A profile as such: where other schools give it is no choice of this pupil."""
    if suggestion.level not in _SCHOOL_LEVELS:
        return suggestion
    return replace(suggestion, venues=(), place="", distance_km=None)


def _instead(state: AttemptState, rung: str, points: Sequence[str]) -> str:
    """What to do where a step has no programme.

    Nothing where the step asks for none, or where its words and points are the whole step.
    """
    levels: Sequence[str] = getattr(rung_for(state.school_type, state.year), rung)
    if points or not levels:
        return _words(state, rung, "lead")
    kind = levels[0].partition("-")[0]
    asks = state.school_type in ASKS or kind not in _LOOKED_UP
    words = texts().results["steps.empty.ask" if asks else _LOOKED_UP[kind]]
    return words.format(adviser=who_helps(state.school_type).asked)
