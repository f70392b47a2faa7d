"""Builds the table of gaps of a region: world by step, at a distance, and the same as a file."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from flask import request, url_for

from quiz.blueprints.coordinator.gap_views import Cell, GapsView, Way, WorldLine
from quiz.blueprints.coordinator.liked import Liked, liked
from quiz.blueprints.coordinator.own_regions import asked_region, own_regions
from quiz.config.whole_numbers import whole_number
from quiz.domain.catalogue.files.schema import Region
from quiz.domain.catalogue.upkeep.gaps import COMPANY, DISTANCES, STEPS, VISIT, Gap, gaps_of
from quiz.domain.spreadsheets.spreadsheets import Sheet
from quiz.web.pages.figures import counted
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import catalogue, texts

FIRST_KM = 25
_MOST_DIGITS = 3


def gaps() -> GapsView | None:
    """The gaps of the region that was asked for; nothing for who has no region."""
    region, km = asked_region(), asked_distance()
    if region is None:
        return None
    found, likes = gaps_of(catalogue(), region.id), liked(region.id)
    return GapsView(
        region=region.name,
        regions=tuple(Way(each.name, _address(each, km), each is region) for each in own_regions()),
        distances=tuple(
            Way(_("%(km)s km", km=each), _address(region, each), each == km) for each in DISTANCES
        ),
        steps=tuple(step_names()[step] for step in STEPS),
        lines=tuple(
            WorldLine(
                texts().worlds[world].name,
                tuple(_cell(gap, region, km) for gap in row),
                likes.pull(world) if likes else None,
            )
            for world, row in groupby(found, key=lambda gap: gap.world)
        ),
        largest=_largest(found, km),
        liked=_liked(found, km, likes) if likes else "",
        monitor_url=url_for("coordinator.monitor", regio=region.id),
        file_url=url_for("coordinator.gaps_file", regio=region.id),
    )


def gaps_sheet() -> Sheet:
    """The gaps of the region that was asked for at every distance, a row for each."""
    region = asked_region()
    found = gaps_of(catalogue(), region.id) if region else []
    likes = liked(region.id) if region else None
    rows = [
        (
            region.name if region else "",
            texts().worlds[gap.world].name,
            step_names()[gap.step],
            km,
            gap.near(km),
            len(gap.nearest),
            ", ".join(each.municipality.name for each in gap.without(km)),
            likes.worlds.get(gap.world, "") if likes else "",
        )
        for gap in found
        for km in DISTANCES
    ]
    headings = (
        _("Regio"),
        _("Wereld"),
        _("Stap"),
        _("Binnen (km)"),
        _("Gemeenten met iets"),
        _("Gemeenten"),
        _("Gemeenten zonder"),
        _("Hoe de wereld leerlingen trekt (monitor)"),
    )
    return Sheet(_("Gaten"), headings, rows)


def asked_distance() -> int:
    """The distance in the address, if it is one of ours."""
    km = whole_number(request.args.get("afstand", ""), _MOST_DIGITS)
    return km if km in DISTANCES else FIRST_KM


def step_names() -> Mapping[str, str]:
    """What each step is called on top of its column."""
    return {
        "vmbo": _("Vmbo"),
        "mbo": _("Mbo"),
        "hbo": _("Hbo en Ad"),
        "wo": _("Universiteit"),
        COMPANY: _("Bedrijf"),
        VISIT: _("Evenement"),
    }


def _address(region: Region, km: int) -> str:
    return url_for("coordinator.gaps", regio=region.id, afstand=km)


def _cell(gap: Gap, region: Region, km: int) -> Cell:
    there, every = gap.near(km), len(gap.nearest)
    url = url_for("coordinator.gap", world_id=gap.world, step=gap.step, regio=region.id, afstand=km)
    return Cell(
        words=_("%(number)s van %(total)s", number=there, total=every),
        share=round(100 * there / every) if every else 0,
        url=url if there < every else "",
    )


def _worst(found: Sequence[Gap], km: int) -> Gap:
    """The gap that most municipalities have, the first of them where more are as large."""
    return max(found, key=lambda gap: len(gap.without(km)))


def _largest(found: Sequence[Gap], km: int) -> str:
    worst = _worst(found, km)
    count = len(worst.without(km))
    if not count:
        return _("Binnen %(km)s km is er voor elke gemeente iets in elke wereld.", km=km)
    return _(
        "Het grootste gat binnen %(km)s km: %(world)s, %(step)s. "
        "In %(number)s van %(total)s gemeenten is niets.",
        km=km,
        world=texts().worlds[worst.world].name,
        step=step_names()[worst.step],
        number=count,
        total=len(worst.nearest),
    )


def _liked(found: Sequence[Gap], km: int, likes: Liked) -> str:
    """Of when and whom the column is; and the largest gap in a world that draws more."""
    told = _(
        "Wat leerlingen trekt, komt uit de monitor: schooljaar %(years)s, ongeveer %(pupils)s "
        "leerlingen.",
        years=likes.years,
        pupils=counted(likes.pupils),
    )
    wanted = [gap for gap in found if likes.draws_more(gap.world) and gap.without(km)]
    if not wanted:
        return told
    worst = _worst(wanted, km)
    if worst is _worst(found, km):
        return _("%(told)s Het grootste gat ligt in een wereld die meer trekt.", told=told)
    return _(
        "%(told)s Het grootste gat in een wereld die meer trekt: %(world)s, %(step)s. "
        "In %(number)s van %(total)s gemeenten is niets.",
        told=told,
        world=texts().worlds[worst.world].name,
        step=step_names()[worst.step],
        number=len(worst.without(km)),
        total=len(worst.nearest),
    )
