"""Builds the next steps: the pupil's own ladder, and what is near home."""

from collections.abc import Sequence
from dataclasses import dataclass

from quiz.attempts import AttemptState
from quiz.catalogue import NextSteps, Pupil, hint_for, is_late, match_next_steps
from quiz.results.kept import kept_keys, kept_list
from quiz.results.step_cards import Reader, cards
from quiz.results.views import KeptView, StepGroup
from quiz.scoring import Profile
from quiz.web.languages import translate as _
from quiz.web.services import running, services, texts

SHOWN_WORLDS = 3
PROFILES = ("profile.nt", "profile.ng", "profile.em", "profile.cm")
PROFILE_LEVELS = {"havo", "vwo", "havo-vwo"}
SCHOOL_TYPES = ("schooltype.pro", "schooltype.vmbo", "schooltype.havo", "schooltype.vwo")
PRIMARY = "po"


@dataclass(frozen=True)
class StepsView:
    """The rungs of the ladder and what is near home.

    `moment`: what there is to choose at this time of the year; `note`: what our list lacks;
    `kept`: what the pupil keeps.
    """

    ladder: tuple[StepGroup, ...]
    near: tuple[StepGroup, ...]
    moment: str
    note: str
    kept: tuple[KeptView, ...]


def build(state: AttemptState, profile: Profile) -> StepsView:
    """The next steps of an attempt, on its own ladder and near its own home."""
    catalogue = running().catalogue
    steps = match_next_steps(catalogue, _pupil(state, profile))
    keys = kept_keys(state.id)
    home = catalogue.municipalities.get(state.municipality or "")
    reader = Reader(
        equal=profile.top if len(profile.top) > 1 else (),
        home=home.name if home else "",
        today=services().today(),
        kept=keys,
    )
    return StepsView(
        ladder=_ladder(state, steps, reader),
        near=_near(steps, reader),
        moment=_moment(state, reader),
        note=_note(state, steps),
        kept=kept_list(state, keys),
    )


def _pupil(state: AttemptState, profile: Profile) -> Pupil:
    return Pupil(
        probabilities=profile.probabilities,
        worlds=profile.worlds[:SHOWN_WORLDS],
        school_type=state.school_type,
        year=state.year,
        municipality=state.municipality,
    )


def _ladder(state: AttemptState, steps: NextSteps, reader: Reader) -> tuple[StepGroup, ...]:
    rungs = (
        ("now", steps.rung.now, steps.programmes_now),
        ("next", steps.rung.next, steps.programmes_next),
        ("later", steps.rung.later, steps.programmes_later),
    )
    words = texts().results
    return tuple(
        StepGroup(
            title=words[f"{_key(state, rung)}.title"],
            text=words[f"{_key(state, rung)}.text"],
            points=_points(state, levels),
            cards=cards(found, reader),
        )
        for rung, levels, found in rungs
        if f"{_key(state, rung)}.title" in words
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


def _near(steps: NextSteps, reader: Reader) -> tuple[StepGroup, ...]:
    groups = (
        StepGroup(
            _("Bedrijven bij jou in de buurt"),
            _("Gekozen op wat ze doen en hoe dichtbij ze zijn. Niemand betaalt voor een plek."),
            cards(steps.companies, reader),
        ),
        StepGroup(
            _("Zelf beleven"),
            _("Hier kun je techniek zien en doen. Kijk op de website of het dit jaar doorgaat."),
            cards(steps.events, reader),
        ),
    )
    return tuple(group for group in groups if group.cards)


def _moment(state: AttemptState, reader: Reader) -> str:
    key = hint_for(running().moments, state.school_type, state.year, reader.today)
    return texts().results[key] if key else ""


def _note(state: AttemptState, steps: NextSteps) -> str:
    """What our list lacks for this pupil, in plain sentences; nothing when it lacks nothing.

    In primary school the next step is a school type, told in words: few profiles lack nothing.
    """
    words = texts().results
    if state.school_type == PRIMARY:
        return words["steps.thin"] if steps.few_near else ""
    if not (steps.programmes_now or steps.programmes_next):
        return words["steps.none"]
    later = {suggestion.world for suggestion in steps.programmes_later}
    named = (
        ("steps.missing", steps.missing_worlds),
        ("steps.missing_later", [world for world in steps.missing_worlds if world in later]),
    )
    said = [words[key].format(worlds=_names(worlds)) for key, worlds in named if worlds]
    if steps.thin:
        said.append(words["steps.few"])
    if steps.few_near:
        said.append(words["steps.thin"])
    return " ".join(said)


def _names(worlds: Sequence[str]) -> str:
    """World names, with "and" before the last; several of them hold commas themselves."""
    return _(" en ").join(f"“{texts().worlds[world].name}”" for world in worlds)
