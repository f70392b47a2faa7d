"""What is near the school and fits this class: companies, events and programmes, with reasons.

The matching is that for a pupil (quiz/domain/catalogue); the class takes the place of the pupil,
with the shares of the worlds in its frozen picture.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from math import exp

from quiz.blueprints.classroom.classes import OwnClass
from quiz.blueprints.classroom.pages import place_name
from quiz.blueprints.classroom.picture_words import how_it_draws, world_name
from quiz.domain.bank.schema import TOP_WORLDS
from quiz.domain.catalogue.matching.match import match_next_steps
from quiz.domain.catalogue.matching.suggestion import NextSteps, Pupil, Suggestion
from quiz.results.step_cards import card, names_distance, place_and_season
from quiz.results.step_models import StepCard, StepGroup
from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.web.pages.coming_near import ComingNear, coming_near
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import catalogue, services, texts

# How strongly a difference in mean interest weighs: 0.35 (half a step of words) doubles a share.
STRENGTH = 2.0


def suggestions(group: OwnClass, picture: ClassPicture) -> tuple[StepGroup, ...]:
    """Groups of cards; a group without cards is left out. The first says what a distance is."""
    steps = matched(group, picture)
    home, today = place_name(group), services().today()
    groups = (
        StepGroup(
            _("Bedrijven in de buurt"),
            _("Vraag er een om een gastles of een bezoek. Niemand betaalt voor een plek."),
            _cards(steps.companies, home, today, picture),
        ),
        StepGroup(
            _("Activiteiten en dagen"),
            _("Kijk op de website wanneer het is."),
            _cards(open_to_all_first(steps.events), home, today, picture),
        ),
        StepGroup(
            _("Opleidingen voor later"),
            _("Vanuit het schooltype van deze klas."),
            _cards(_programmes(steps), home, today, picture),
        ),
    )
    filled = [each for each in groups if each.cards]
    if filled and names_distance(steps):
        told = f"{filled[0].text} {texts().results['steps.distances']}"
        filled[0] = replace(filled[0], text=told)
    return tuple(filled)


def coming_for(group: OwnClass, picture: ClassPicture | None) -> ComingNear | None:
    """What is coming near the school for this school type, and the first worlds of a picture."""
    worlds = _first_worlds(picture) if picture else ()
    return coming_near(group.municipality, group.school_type, worlds)


def matched(group: OwnClass, picture: ClassPicture) -> NextSteps:
    """What the catalogue has for a class with this picture."""
    return match_next_steps(catalogue(), _as_pupil(group, picture))


def shares(picture: ClassPicture) -> Mapping[str, float]:
    """The weight of each world in a class, from its mean interest; together 1."""
    weights = {each.world: exp(STRENGTH * each.interest) for each in picture.worlds}
    total = sum(weights.values())
    return {world: weight / total for world, weight in weights.items()}


def open_to_all_first(events: Iterable[Suggestion]) -> list[Suggestion]:
    """A day for girls only is good to know of, and not what a whole class goes to."""
    return sorted(events, key=lambda event: not event.for_everybody)


def _programmes(steps: NextSteps) -> list[Suggestion]:
    """Programmes of now and next, each once."""
    found = {each.id: each for each in (*steps.programmes_now, *steps.programmes_next)}
    return list(found.values())


def _as_pupil(group: OwnClass, picture: ClassPicture) -> Pupil:
    return Pupil(
        probabilities=shares(picture),
        worlds=_first_worlds(picture),
        school_type=group.school_type,
        year=group.year,
        municipality=group.municipality,
    )


def _first_worlds(picture: ClassPicture) -> tuple[str, ...]:
    return tuple(each.world for each in picture.worlds[:TOP_WORLDS])


def _cards(
    found: Iterable[Suggestion], home: str, today: date, picture: ClassPicture
) -> tuple[StepCard, ...]:
    return tuple(card(each, _reason(each, home, picture), _facts(each), today) for each in found)


def _reason(found: Suggestion, home: str, picture: ClassPicture) -> str:
    """Why a class sees this, in one sentence: how its world draws, and how near the school."""
    why = f"{world_name(found.world)} {how_it_draws(picture, found.world)}"
    near = how_near(found, home)
    return f"{why}; {near}" if near else why


def how_near(found: Suggestion, home: str) -> str:
    """How far from the town of the school, or that it is held everywhere; else nothing."""
    if found.scope == "national":
        return _("in het hele land")
    if not home or found.distance_km is None:
        return ""
    if found.distance_km == 0:
        return _("in de gemeente %(home)s", home=home)
    return _("%(distance)s km van %(home)s", distance=found.distance_km, home=home)


def _facts(found: Suggestion) -> list[str]:
    venues = [f"{venue.institution}, {venue.place}" for venue in found.venues]
    return venues + place_and_season(found)
