"""Builds the next steps: the pupil's own ladder, and what is near home."""

from collections.abc import Iterable, Sequence
from datetime import date

from flask_babel import format_date

from quiz.attempts import AttemptState
from quiz.catalogue import NextSteps, Pupil, Suggestion, Venue, match_next_steps
from quiz.pupil.views import StepCard, StepGroup
from quiz.scoring import Profile
from quiz.web.languages import current_language
from quiz.web.languages import translate as _
from quiz.web.services import running, texts

SHOWN_WORLDS = 3
LATE_YEAR = {"pro": 4, "vmbo-bb": 3, "vmbo-kb": 3, "vmbo-gl-tl": 3, "havo": 4, "vwo": 4}
Groups = tuple[StepGroup, ...]


def build(state: AttemptState, profile: Profile) -> tuple[Groups, Groups, str]:
    """The rungs of the ladder, what is near home, and an honest sentence where little is found."""
    pupil = Pupil(
        probabilities=profile.probabilities,
        worlds=profile.worlds[:SHOWN_WORLDS],
        school_type=state.school_type,
        year=state.year,
        municipality=state.municipality,
    )
    steps = match_next_steps(running().catalogue, pupil)
    equal = profile.top if len(profile.top) > 1 else ()
    return _ladder(state, steps, equal), _near(steps, equal), _note(steps)


def _ladder(state: AttemptState, steps: NextSteps, equal: Sequence[str]) -> Groups:
    late = state.year is not None and state.year >= LATE_YEAR.get(state.school_type, 99)
    rungs = (
        (_key(state, "now", late=late), steps.programmes_now),
        (_key(state, "next", late=late), steps.programmes_next),
        (_key(state, "later", late=late), steps.programmes_later),
    )
    words = texts().results
    return tuple(
        StepGroup(words[f"{key}.title"], words[f"{key}.text"], _cards(found, equal))
        for key, found in rungs
        if f"{key}.title" in words
    )


def _key(state: AttemptState, rung: str, *, late: bool) -> str:
    """The words for a rung; from a certain year on there are words of their own, where needed."""
    key = f"ladder.{state.school_type}.{rung}"
    return f"{key}.late" if late and f"{key}.late.title" in texts().results else key


def _near(steps: NextSteps, equal: Sequence[str]) -> Groups:
    groups = (
        StepGroup(
            _("Bedrijven bij jou in de buurt"),
            _("Gekozen op wat ze doen en hoe dichtbij ze zijn. Niemand betaalt voor een plek."),
            _cards(steps.companies, equal),
        ),
        StepGroup(
            _("Zelf beleven"),
            _("Hier kun je techniek zien en doen. Kijk op de website of het dit jaar doorgaat."),
            _cards(steps.events, equal),
        ),
    )
    return tuple(group for group in groups if group.cards)


def _note(steps: NextSteps) -> str:
    words = texts().results
    names = [texts().worlds[world].name for world in steps.missing_worlds]
    if steps.thin:
        return words["steps.none"]
    return words["steps.thin"] if steps.few_near or names else ""


def _cards(suggestions: Iterable[Suggestion], equal: Sequence[str]) -> tuple[StepCard, ...]:
    return tuple(_card(suggestion, equal) for suggestion in suggestions)


def _card(suggestion: Suggestion, equal: Sequence[str]) -> StepCard:
    language = current_language()
    return StepCard(
        name=suggestion.name(language),
        text=suggestion.description(language),
        world_id=suggestion.world,
        reason=_reason(suggestion, equal),
        facts=tuple(_facts(suggestion)),
        link=suggestion.website or None,
        source_url=suggestion.source_url,
        source_label=_source(suggestion),
        checked=_checked(suggestion.checked_on),
    )


def _reason(suggestion: Suggestion, equal: Sequence[str]) -> str:
    """Why this is shown; worlds that are nearly equal (`equal`) are not numbered."""
    world = texts().worlds[suggestion.world].name
    if suggestion.world in equal:
        return _("Past bij %(world)s, bijna gelijk bovenaan bij jou", world=world)
    return _("Past bij %(world)s, jouw nummer %(rank)s", world=world, rank=suggestion.rank)


def _facts(suggestion: Suggestion) -> list[str]:
    facts = [_venue(venue) for venue in suggestion.venues]
    if suggestion.place and not suggestion.venues:
        facts.append(_place(suggestion.place, suggestion.distance_km))
    if suggestion.months:
        names = [format_date(date(2026, month, 1), "MMMM") for month in suggestion.months]
        facts.append(_("Meestal in %(months)s", months=", ".join(names)))
    return facts


def _venue(venue: Venue) -> str:
    place = _place(venue.place, venue.distance_km)
    modes = f" ({', '.join(venue.modes)})" if venue.modes else ""
    likely = "" if venue.place_confirmed else _(", deze plek is nog niet zeker")
    return f"{venue.institution}, {place}{modes}{likely}"


def _place(place: str, distance: int | None) -> str:
    if distance is None:
        return place
    if distance == 0:
        return _("%(place)s, in je eigen gemeente", place=place)
    return _("%(place)s, ongeveer %(distance)s km", place=place, distance=distance)


def _source(suggestion: Suggestion) -> str:
    if suggestion.code:
        return _("Register %(name)s %(code)s", name=suggestion.register, code=suggestion.code)
    return _("Bron")


def _checked(day: date | None) -> str:
    return "" if day is None else _("bekeken op %(day)s", day=format_date(day, "long"))
