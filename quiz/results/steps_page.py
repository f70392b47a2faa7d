"""Builds the next steps: the pupil's own ladder, and what is near home."""

from dataclasses import dataclass
from datetime import date

from quiz.domain.catalogue.matching.match import match_next_steps
from quiz.domain.catalogue.matching.parameters import FIRST_SEEN
from quiz.domain.catalogue.matching.suggestion import NextSteps, Pupil
from quiz.domain.catalogue.matching.zooming import likes_with_zoom
from quiz.domain.catalogue.moments import hint_for
from quiz.domain.scoring.profile import Profile
from quiz.results.bookmarked import kept_keys, kept_list
from quiz.results.earned import EarnedWorlds
from quiz.results.rungs import bol_and_bbl, ladder
from quiz.results.step_cards import CardContext, cards, names_distance
from quiz.results.step_models import StepGroup
from quiz.results.view_models import KeptView
from quiz.usecases.attempts.state import AttemptState
from quiz.web.pages.advisers import PRIMARY, who_helps
from quiz.web.pages.figures import world_names
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import catalogue, running, services, texts


@dataclass(frozen=True)
class StepsView:
    """The rungs of the ladder and what is near home.

    `moment`: what there is to choose at this time of the year; `note`: what our list lacks;
    `distances`: how they were measured, if any is named; `kept`: what the pupil keeps; `learning`:
    what bol and bbl are, as a title and its text, where mbo is on the ladder; `subjects`: the tags
    of what is seen first; `pupil`: what the matching knew, None where nothing was matched.
    """

    ladder: tuple[StepGroup, ...]
    near: tuple[StepGroup, ...]
    moment: str
    note: str
    distances: str
    kept: tuple[KeptView, ...]
    learning: tuple[str, str] | None = None
    subjects: frozenset[str] = frozenset()
    pupil: Pupil | None = None


def build(state: AttemptState, profile: Profile, earned: EarnedWorlds) -> StepsView:
    """The next steps of an attempt, on its own ladder and near its own home.

    Where the answers tell nothing, nothing is chosen: the steps are then what the note says.
    """
    words, keys = texts().results, kept_keys(state.id)
    today = services().today()
    kept, moment = kept_list(state, keys), _moment(state, today)
    if profile.flat:
        return StepsView((), (), moment, words["steps.flat"], "", kept)
    pupil = pupil_of(state, profile, earned)
    steps = match_next_steps(catalogue(), pupil)
    reader = CardContext(home=state.municipality, today=today, kept=keys)
    rungs = ladder(state, steps, earned.all, reader)
    far = any(one.distance_km for group in rungs for one in group.near_colleges)
    return StepsView(
        ladder=rungs,
        near=_near(steps, reader),
        moment=moment,
        note=_note(state, steps),
        distances=words["steps.distances"] if far or names_distance(steps) else "",
        kept=kept,
        learning=bol_and_bbl(steps),
        subjects=_subjects(steps),
        pupil=pupil,
    )


def pupil_of(state: AttemptState, profile: Profile, earned: EarnedWorlds) -> Pupil:
    """What the matching knows of this attempt."""
    return Pupil(
        probabilities=profile.probabilities,
        worlds=earned.all,
        school_type=state.school_type,
        year=state.year,
        municipality=state.municipality,
        likes=likes_with_zoom(state.answers, services().bank),
    )


def _subjects(steps: NextSteps) -> frozenset[str]:
    """The tags of the first programmes, the first company and the first event."""
    programmes = (*steps.programmes_now, *steps.programmes_next)[:FIRST_SEEN]
    rows = catalogue()
    found = [
        *(rows.programmes[each.id].tags for each in programmes),
        *(rows.companies[each.id].tags for each in steps.companies[:1]),
        *(rows.events[each.id].tags for each in steps.events[:1]),
    ]
    return frozenset(tag for tags in found for tag in tags)


def _near(steps: NextSteps, reader: CardContext) -> tuple[StepGroup, ...]:
    groups = (
        StepGroup(
            _("Bedrijven in de buurt"),
            _("Gekozen op wat ze doen en hoe dichtbij ze zijn. Niemand betaalt voor een plek."),
            cards(steps.companies, reader),
        ),
        StepGroup(
            _("Zelf beleven"),
            _("Hier kun je techniek zien en doen. Kijk op de website wanneer het is."),
            cards(steps.events, reader),
        ),
    )
    return tuple(group for group in groups if group.cards)


def _moment(state: AttemptState, today: date) -> str:
    key = hint_for(running().moments, state.school_type, state.year, today)
    return texts().results[key] if key else ""


def _note(state: AttemptState, steps: NextSteps) -> str:
    """What our list lacks for this pupil, in plain sentences; nothing when it lacks nothing.

    In primary school the next step is a school type, told in words: few profiles lack nothing.
    What to do where a step has no programme at all, stands at that step.
    """
    words = texts().results
    adviser = who_helps(state.school_type).asked
    later = {suggestion.world for suggestion in steps.programmes_later}
    missing = () if state.school_type == PRIMARY else steps.missing_worlds
    named = (
        ("steps.missing", missing),
        ("steps.missing_later", [world for world in missing if world in later]),
    )
    said = [words[key].format(worlds=world_names(worlds)) for key, worlds in named if worlds]
    few = steps.thin and state.school_type != PRIMARY and _choices(steps)
    lacking = ["steps.few"] if few else []
    if steps.few_near and (_placed(steps) or not few):
        lacking.append("steps.few_companies" if _placed(steps) else "steps.thin")
    return " ".join([*said, *(words[key].format(adviser=adviser) for key in lacking)])


def _placed(steps: NextSteps) -> bool:
    """Whether we know a place near home for any programme: then it is companies that we lack."""
    return any(found.venues for found in (*steps.programmes_now, *steps.programmes_next))


def _choices(steps: NextSteps) -> bool:
    return bool(steps.programmes_now or steps.programmes_next)
