"""Builds the page of one gap: which municipalities have nothing near, and who could change that."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import isinf

from flask import url_for

from quiz.blueprints.coordinator.gap_views import FarLine, Filler, GapView
from quiz.blueprints.coordinator.gaps_page import asked_distance, step_names
from quiz.blueprints.coordinator.own_regions import asked_region
from quiz.domain.catalogue.files import columns
from quiz.domain.catalogue.matching.fit import is_about
from quiz.domain.catalogue.places.distance import whole_kilometres
from quiz.domain.catalogue.upkeep.gaps import COMPANY, STEPS, VISIT, Nearest, gaps_of
from quiz.domain.catalogue.upkeep.region_rows import RegionRow, rows_of
from quiz.web.access.audiences import NotAllowed
from quiz.web.pages.languages import translate as _
from quiz.web.pages.sorting import name_key
from quiz.web.runtime import catalogue, texts

MOST_FILLERS = 20


def gap(world: str, step: str) -> GapView:
    """One gap of the region that was asked for. Raises NotAllowed for one that there is not."""
    region, km = asked_region(), asked_distance()
    if region is None or world not in catalogue().worlds or step not in STEPS:
        raise NotAllowed
    found = next(
        each for each in gaps_of(catalogue(), region.id) if (each.world, each.step) == (world, step)
    )
    far = sorted(found.without(km), key=lambda each: -each.km)
    rows = [row for row in rows_of(catalogue(), {region.id}) if row.is_shown]
    return GapView(
        world=texts().worlds[world].name,
        step=step_names()[step],
        region=region.name,
        told=_(
            "Binnen %(km)s km is er niets voor %(number)s van de %(total)s gemeenten.",
            km=km,
            number=len(far),
            total=len(found.nearest),
        ),
        lines=tuple(map(_far, far)),
        schools=_schools(rows, world, step),
        companies=_companies(rows, world),
        back_url=url_for("coordinator.gaps", regio=region.id, afstand=km),
        add_url=_add_url(world, step),
        add_words=_add_words()[_kind(step)],
    )


def _kind(step: str) -> str:
    """The kind of row that fills a step."""
    return {COMPANY: "bedrijf", VISIT: "evenement"}.get(step, "opleiding")


def _add_url(world: str, step: str) -> str:
    levels = {"stap": step} if STEPS[step] else {}
    return url_for("coordinator.ask_to_add", kind=_kind(step), wereld=world, **levels)  # type: ignore[arg-type]


def _add_words() -> dict[str, str]:
    return {
        "bedrijf": _("Voeg een bedrijf toe"),
        "evenement": _("Voeg een evenement toe"),
        "opleiding": _("Voeg een opleiding toe"),
    }


def _far(each: Nearest) -> FarLine:
    if each.offered is None or isinf(each.km):
        return FarLine(each.municipality.name, "", "")
    town = catalogue().municipalities[each.offered.municipality].name
    name = ", ".join(part for part in (each.offered.name, each.offered.of, town) if part)
    return FarLine(
        each.municipality.name, name, _("ongeveer %(km)s km", km=whole_kilometres(each.km))
    )


def _schools(rows: Iterable[RegionRow], world: str, step: str) -> tuple[Filler, ...]:
    """Schools that give this step already, or for a visit or a company: this world; most first."""
    known = Counter(
        (row.about, row.municipality)
        for row in rows
        if row.table is columns.OFFERINGS
        and (row.level in STEPS[step] if STEPS[step] else is_about(row.worlds, world))
    )
    ordered = sorted(known.items(), key=lambda pair: (-pair[1], name_key(pair[0][0])))
    return tuple(
        Filler(name, town, _("%(count)s opleidingen", count=count) if count > 1 else "")
        for (name, town), count in ordered[:MOST_FILLERS]
    )


def _companies(rows: Sequence[RegionRow], world: str) -> tuple[Filler, ...]:
    """Companies of this world: they can open their doors, or know what people learn where."""
    found = [row for row in rows if row.table is columns.COMPANIES and is_about(row.worlds, world)]
    found.sort(key=lambda row: name_key(row.name))
    return tuple(Filler(row.name, row.municipality, "") for row in found[:MOST_FILLERS])
