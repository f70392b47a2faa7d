"""Builds what a region offers in one world: programmes, companies and events with their sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import request

from quiz.domain.catalogue.files.schema import Company, Event
from quiz.domain.catalogue.places.lookup import UnknownPlace, resolve_place
from quiz.domain.catalogue.regional import (
    Given,
    RegionOffer,
    national_events,
    region_of,
    region_offer,
)
from quiz.domain.text.names import plain_name
from quiz.usecases.agenda import coming_items, is_for
from quiz.web.pages.agenda_lines import AgendaLine, agenda_line
from quiz.web.pages.asked_place import shown_place
from quiz.web.pages.languages import current_language
from quiz.web.pages.languages import translate as _
from quiz.web.pages.levels import level_name
from quiz.web.pages.sources import checked, numbered, readable, season, shown_source
from quiz.web.runtime import catalogue, reading, services

FIELD = "plaats"
LONGEST_ECHO = 60


@dataclass(frozen=True)
class OfferLine:
    """One programme, company or event: its name, what and where, and its source."""

    name: str
    text: str
    facts: tuple[str, ...]
    link: str
    source_url: str
    source: str


@dataclass(frozen=True)
class OfferGroup:
    """Lines of one level or kind under one title."""

    title: str
    lines: tuple[OfferLine, ...]


@dataclass(frozen=True)
class RegionView:
    """The region part of a world page.

    `error` with `suggestions` (names to choose from) when the town is not known as one place.
    `nothing_here`: we know nothing of the region itself in this world.
    """

    place: str
    region: str
    groups: tuple[OfferGroup, ...]
    error: str = ""
    suggestions: tuple[str, ...] = ()
    nothing_here: bool = False


def region_view(world: str) -> RegionView:
    """What the region of the town in ?plaats= offers; without a town what is held everywhere."""
    typed = plain_name(request.args.get(FIELD))
    place = shown_place(typed, LONGEST_ECHO)
    try:
        municipality = resolve_place(catalogue(), typed)
    except UnknownPlace as unknown:
        return _unknown(place, unknown)
    if municipality is None:
        everywhere = _events(national_events(catalogue(), world))
        return RegionView("", "", (everywhere,) if everywhere.lines else ())
    region = region_of(catalogue(), municipality)
    offer = region_offer(catalogue(), world, region)
    empty = not (offer.levels or offer.companies or offer.events)
    groups = (*_agenda(world, region), *_groups(world, offer))
    return RegionView(place, offer.region, groups, nothing_here=empty)


def _agenda(world: str, region: str) -> Iterator[OfferGroup]:
    """What is coming in the region and about this world; nothing where there is none."""
    items = coming_items(reading(), [region], services().today())
    lines = tuple(_item(agenda_line(item)) for item in items if is_for(item, worlds=[world]))
    if lines:
        yield OfferGroup(_("Agenda"), lines)


def _item(line: AgendaLine) -> OfferLine:
    return OfferLine(
        name=line.title,
        text=line.text,
        facts=tuple(filter(None, (line.when, line.place, line.audience))),
        link=line.link,
        source_url="",
        source=_("Van de coördinator van de regio."),
    )


def _unknown(place: str, unknown: UnknownPlace) -> RegionView:
    suggestions = tuple(found.label for found in unknown.suggestions)
    if suggestions:
        error = _("Welke plaats bedoel je?")
    else:
        error = _("Deze plaats kennen we niet. Kijk of de naam goed is getypt.")
    return RegionView(place, "", (), error, suggestions)


def _groups(world: str, offer: RegionOffer) -> tuple[OfferGroup, ...]:
    levels = tuple(
        OfferGroup(level_name(level), tuple(_programme(given) for given in found))
        for level, found in offer.levels
    )
    companies = tuple(_company(row) for row in offer.companies)
    groups = (
        *levels,
        OfferGroup(_("Bedrijven"), companies),
        _events((*offer.events, *national_events(catalogue(), world))),
    )
    return tuple(group for group in groups if group.lines)


def _programme(given: Given) -> OfferLine:
    row = given.programme
    english = current_language() == "en"
    return OfferLine(
        name=row.name_en if english else row.name_nl,
        text="",
        facts=tuple(f"{institution}, {place}" for institution, place in given.places),
        link="",
        **_source(row.kind, row.code, row),
    )


def _company(row: Company) -> OfferLine:
    return OfferLine(
        name=row.name,
        text=row.what_they_do_en if current_language() == "en" else row.what_they_do_nl,
        facts=(catalogue().municipalities[row.municipality].name,),
        link=readable(row.website),
        **_source("company", "", row),
    )


def _events(rows: tuple[Event, ...]) -> OfferGroup:
    return OfferGroup(_("Zelf beleven"), tuple(_event(row) for row in rows))


def _event(row: Event) -> OfferLine:
    town = catalogue().municipalities[row.municipality].name
    company = catalogue().company_of(row)
    english = current_language() == "en"
    trade = (company.what_they_do_en if english else company.what_they_do_nl) if company else ""
    own = row.description_en if english else row.description_nl
    where = _("in het hele land") if row.scope == "national" else town
    return OfferLine(
        name=row.name,
        text=own or trade,
        facts=tuple(filter(None, (where, season(row.months)))),
        link=readable(row.website),
        **_source("event", "", row),
    )


def _source(kind: str, code: str, row: Any) -> dict[str, str]:
    found = shown_source(kind, row.source_url, row.checked_on)
    seen = checked(row.checked_on, services().today())
    told = ", ".join(filter(None, (found.label, numbered(code), seen)))
    return {"source_url": found.url, "source": told}
