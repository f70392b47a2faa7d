"""Builds one card for one suggestion: what, where, why in one sentence, and its source."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from quiz.domain.catalogue.matching.suggestion import NextSteps, Suggestion, Venue
from quiz.results.bookmarked import anchor, card_key
from quiz.results.view_models import StepCard
from quiz.web.pages.languages import current_language
from quiz.web.pages.languages import translate as _
from quiz.web.pages.levels import level_name
from quiz.web.pages.sources import checked, season, source_label
from quiz.web.runtime import texts


@dataclass(frozen=True)
class CardContext:
    """What a card depends on: worlds that are nearly equal on top, home, today, what is kept."""

    equal: Sequence[str]
    home: str
    today: date
    kept: Collection[str]


def cards(suggestions: Iterable[Suggestion], reader: CardContext) -> tuple[StepCard, ...]:
    """The cards of a group, in its order."""
    return tuple(_card(suggestion, reader) for suggestion in suggestions)


def names_distance(steps: NextSteps) -> bool:
    """Whether any card says how many kilometres away something is."""
    programmes = (*steps.programmes_now, *steps.programmes_next, *steps.programmes_later)
    kilometres = [found.distance_km for found in (*programmes, *steps.companies, *steps.events)]
    kilometres += [venue.distance_km for found in programmes for venue in found.venues]
    return any(kilometres)


def card(found: Suggestion, reason: str, facts: Iterable[str], today: date) -> StepCard:
    """A card without a star: why it is shown, what there is to know, and its source."""
    language = current_language()
    return StepCard(
        name=found.name(language),
        text=found.description(language),
        world_id=found.world,
        reason=reason,
        facts=tuple(facts),
        link=found.website or None,
        source_url=found.source_url,
        source_label=source_label(found.register, found.code),
        checked=checked(found.checked_on, today),
    )


def place_and_season(found: Suggestion) -> list[str]:
    """Where it is, unless it has venues, and when."""
    place = [] if found.venues else [found.place]
    return [fact for fact in (*place, season(found.months)) if fact]


def _card(suggestion: Suggestion, reader: CardContext) -> StepCard:
    key = card_key(suggestion.kind, suggestion.id)
    plain = card(suggestion, _reason(suggestion, reader), _facts(suggestion), reader.today)
    return replace(plain, key=key, anchor=anchor(key), kept=key in reader.kept)


def _reason(suggestion: Suggestion, reader: CardContext) -> str:
    """Why this is shown, in one sentence: which world of the pupil's, and how near home."""
    near = _near(suggestion, reader.home)
    why = _why(suggestion, reader.equal)
    return f"{why}; {near}" if near else why


def _why(suggestion: Suggestion, equal: Sequence[str]) -> str:
    """The world that is the reason; worlds that are nearly equal on top are not numbered."""
    world = texts().worlds[suggestion.world].name
    if suggestion.world not in equal:
        return _("Past bij %(world)s, jouw nummer %(rank)s", world=world, rank=suggestion.rank)
    if len(equal) == 2:
        return _("Past bij %(world)s, een van jouw top twee", world=world)
    return _("Past bij %(world)s, een van jouw top drie", world=world)


def _near(suggestion: Suggestion, home: str) -> str:
    if suggestion.scope == "national":
        return _("in het hele land")
    if not home:
        return ""
    if suggestion.distance_km is None:
        return _("we kennen nog geen plek dicht bij %(home)s", home=home)
    if suggestion.distance_km == 0:
        return _("in je eigen gemeente %(home)s", home=home)
    return _("%(distance)s km van %(home)s", distance=suggestion.distance_km, home=home)


def _facts(suggestion: Suggestion) -> list[str]:
    facts = [level_name(suggestion.level)] if suggestion.level else []
    facts += [_venue(venue) for venue in suggestion.venues]
    return facts + place_and_season(suggestion)


def _venue(venue: Venue) -> str:
    place = _place(venue.place, venue.distance_km)
    modes = f" ({', '.join(venue.modes)})" if venue.modes else ""
    likely = "" if venue.place_confirmed else _(", deze plek is nog niet zeker")
    return f"{venue.institution}, {place}{modes}{likely}"


def _place(place: str, distance: int) -> str:
    if distance == 0:
        return _("%(place)s, in je eigen gemeente", place=place)
    return _("%(place)s, ongeveer %(distance)s km", place=place, distance=distance)
