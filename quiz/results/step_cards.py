"""Builds one card for one suggestion: what, where, which world it is for, and its source."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from quiz.domain.catalogue.matching.suggestion import NextSteps, Suggestion, Venue
from quiz.domain.catalogue.moments import is_soon
from quiz.results.bookmarked import anchor, card_key
from quiz.results.card_links import card_links
from quiz.results.step_models import Site, StepCard, StepSource
from quiz.web.pages.languages import current_language
from quiz.web.pages.languages import translate as _
from quiz.web.pages.levels import level_name
from quiz.web.pages.sources import checked, season, shown_source
from quiz.web.runtime import texts


@dataclass(frozen=True)
class CardContext:
    """What the cards of a pupil depend on: home (a municipality), today, what is kept."""

    home: str | None
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
    source = shown_source(found.kind, found.source_url, found.checked_on)
    return StepCard(
        name=found.name(language),
        text=found.description(language),
        world_id=found.world,
        reason=reason,
        facts=tuple(facts),
        links=card_links(found),
        source=StepSource(source.label, source.url, checked(found.checked_on, today)),
        number=found.code,
        national=found.scope == "national",
        for_everybody=found.for_everybody,
        soon=is_soon(found.months, today),
    )


def place_and_season(found: Suggestion) -> list[str]:
    """Where it is, unless it has venues, and when."""
    place = [] if found.venues else [found.place]
    return [fact for fact in (*place, season(found.months)) if fact]


def _card(suggestion: Suggestion, reader: CardContext) -> StepCard:
    key = card_key(suggestion.kind, suggestion.id)
    world = texts().worlds[suggestion.world].name
    plain = card(suggestion, world, _facts(suggestion), reader.today)
    return replace(
        plain,
        key=key,
        anchor=anchor(key),
        kept=key in reader.kept,
        site=_site(suggestion),
        line=_line(suggestion),
        unsure=_unsure(suggestion.venues[0]) if suggestion.venues else "",
    )


def _site(suggestion: Suggestion) -> Site | None:
    if not suggestion.venues:
        return None
    venue = suggestion.venues[0]
    where = place_and_distance(venue.place, venue.distance_km)
    return Site(f"{venue.institution_id} {venue.municipality}", venue.institution, where)


def _line(suggestion: Suggestion) -> str:
    if not suggestion.venues:
        return ""
    venue = suggestion.venues[0]
    return f"{level_name(suggestion.level)}{_modes(venue)}"


def _facts(suggestion: Suggestion) -> list[str]:
    """The level, where, and when; a programme without a place near home has no place here."""
    facts = [level_name(suggestion.level)] if suggestion.level else []
    facts += [_venue(venue) for venue in suggestion.venues]
    if suggestion.scope == "national":
        facts.append(_("In het hele land"))
    elif suggestion.place and not suggestion.venues:
        facts.append(place_and_distance(suggestion.place, suggestion.distance_km))
    return [*facts, *filter(None, [season(suggestion.months)])]


def _venue(venue: Venue) -> str:
    place = place_and_distance(venue.place, venue.distance_km)
    unsure = _unsure(venue)
    return f"{venue.institution}, {place}{_modes(venue)}" + (f". {unsure}" if unsure else "")


def _modes(venue: Venue) -> str:
    """How it is given, in brackets; to go to school full-time goes without saying."""
    return f" ({', '.join(venue.modes)})" if set(venue.modes) - {"voltijd"} else ""


def _unsure(venue: Venue) -> str:
    return "" if venue.place_confirmed else _("Vraag na of het hier kan")


def place_and_distance(place: str, distance: int | None) -> str:
    """A municipality, and how far it is from home where that is known."""
    if distance is None:
        return place
    if distance == 0:
        return _("%(place)s, bij jou in de gemeente", place=place)
    return _("%(place)s, %(distance)s km", place=place, distance=distance)
