"""Three companies and events for the board: where they are, and a QR code to learn more."""

from collections.abc import Iterable, Sequence

from flask import url_for

from quiz.blueprints.classroom.classes import OwnClass
from quiz.blueprints.classroom.deck_view_models import NearCard, Planet
from quiz.blueprints.classroom.entrance import drawing
from quiz.blueprints.classroom.pages import place_name
from quiz.blueprints.classroom.picture_words import world_name
from quiz.blueprints.classroom.suggestions import how_near, matched, open_to_all_first
from quiz.domain.catalogue.matching.suggestion import Suggestion
from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.web.pages.addresses import our_address
from quiz.web.pages.languages import current_language

MOST = 3
COMPANIES = 2


def near_cards(group: OwnClass, picture: ClassPicture) -> tuple[NearCard, ...]:
    """What fits this class and is near, of several worlds where that can be."""
    steps, home = matched(group, picture), place_name(group)
    companies = _of_several_worlds(steps.companies)
    events = [event for event in open_to_all_first(steps.events) if event.for_everybody]
    first = [*companies[:COMPANIES], *events[:1]]
    rest = [*companies[COMPANIES:], *events[1:]]
    return tuple(_card(found, home) for found in [*first, *rest][:MOST])


def _of_several_worlds(companies: Iterable[Suggestion]) -> Sequence[Suggestion]:
    """The best of each world first."""
    best = {each.world: each for each in reversed([*companies])}
    firsts = [each for each in companies if best[each.world] is each]
    return [*firsts, *(each for each in companies if best[each.world] is not each)]


def _card(found: Suggestion, home: str) -> NearCard:
    return NearCard(
        name=found.name(current_language()),
        where=_where(found, home),
        planet=Planet(found.world, world_name(found.world)),
        qr=drawing(_world_page(found.world, home)),
    )


def _where(found: Suggestion, home: str) -> str:
    """The place and how far it is; in the town of the school the place alone."""
    place = "" if found.scope == "national" else found.place
    near = "" if place == home else how_near(found, home)
    return ", ".join(filter(None, (place, near)))


def _world_page(world: str, home: str) -> str:
    """The page of a world, open at what there is round the town of the school."""
    anchor = "regio" if home else None
    page = url_for("public.world", world_id=world, plaats=home or None, _anchor=anchor)
    return our_address() + page
