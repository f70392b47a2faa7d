"""Builds the monitor of a region: who takes part, what draws pupils, and the country beside it."""

from collections.abc import Sequence

from flask import request, url_for

from quiz.blueprints.coordinator.gap_views import Way
from quiz.blueprints.coordinator.monitor_parts import gist, parts_tables, world_pulls
from quiz.blueprints.coordinator.monitor_views import MonitorView, NationalLine, YearFigures
from quiz.blueprints.coordinator.own_regions import asked_region, own_regions, towns_of
from quiz.config.whole_numbers import whole_number
from quiz.domain.catalogue.files.schema import Region
from quiz.domain.catalogue.national_figures import NationalFigure, load_national_figures
from quiz.usecases.class_pictures.region_figure import (
    RegionYear,
    region_years,
    schools_that_count,
)
from quiz.web.pages.dates import show_day
from quiz.web.pages.done import JustDone
from quiz.web.pages.figures import counted
from quiz.web.pages.languages import current_language
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import reading

NOW, CAME_IN, NOTHING = "nu", "bij", "niets"
YEAR = "jaar"
_DIGITS = 4
_NATIONAL = load_national_figures()


def monitor() -> MonitorView | None:
    """The region and school year that were asked for; nothing for who has no region."""
    region = asked_region()
    if region is None:
        return None
    every = region_years(reading(), region.id)
    shown = asked_year(every)
    return MonitorView(
        region_id=region.id,
        region=region.name,
        regions=tuple(
            Way(each.name, url_for("coordinator.monitor", regio=each.id), each is region)
            for each in own_regions()
        ),
        years=tuple(_way(region, each, shown) for each in every),
        shown=_figures(region, shown, every) if shown else None,
        schools=_schools(schools_that_count(reading(), towns_of(region))),
        national=tuple(map(_national, _NATIONAL)),
        done=_just_done(),
    )


def asked_year(every: Sequence[RegionYear]) -> RegionYear | None:
    """The school year in the address, else the last one; nothing where there is none."""
    wanted = whole_number(request.args.get(YEAR, ""), _DIGITS)
    return next(iter([each for each in every if each.year == wanted] or every), None)


def school_year_words(year: int) -> str:
    """A school year as people say it: "2026-2027"."""
    return f"{year}-{year + 1}"


def _way(region: Region, each: RegionYear, shown: RegionYear | None) -> Way:
    address = url_for("coordinator.monitor", regio=region.id, **{YEAR: each.year})  # type: ignore[arg-type]
    return Way(school_year_words(each.year), address, each is shown)


def _figures(region: Region, shown: RegionYear, every: Sequence[RegionYear]) -> YearFigures:
    values = {"regio": region.id, YEAR: shown.year}
    before = next((each for each in every if each.year == shown.year - 1), None)
    return YearFigures(
        title=_(
            "%(region)s, schooljaar %(years)s",
            region=region.name,
            years=school_year_words(shown.year),
        ),
        about=_(
            "%(classes)s klassen met samen ongeveer %(pupils)s leerlingen. Bijgewerkt op %(day)s.",
            classes=shown.total.classes,
            pupils=counted(shown.total.pupils),
            day=show_day(shown.changed_at),
        ),
        gist=gist(shown.total),
        before=school_year_words(before.year) if before else "",
        worlds=world_pulls(shown.total, before.total if before else None),
        tables=parts_tables(shown),
        file_url=url_for("coordinator.monitor_file", **values),  # type: ignore[arg-type]
    )


def _schools(count: int) -> str:
    if not count:
        return _("Nog geen school heeft gezegd dat zij in deze regio staat.")
    if count == 1:
        return _("Eén school heeft gezegd dat zij in deze regio staat.")
    return _("%(count)s scholen hebben gezegd dat zij in deze regio staan.", count=count)


def _national(figure: NationalFigure) -> NationalLine:
    return NationalLine(
        what=figure.en if current_language() == "en" else figure.nl,
        share=figure.share,
        school_year=school_year_words(figure.school_year),
        source=figure.source,
        url=figure.url,
    )


def _just_done() -> JustDone | None:
    done = request.args.get(NOW)
    if done == CAME_IN:
        return JustDone(_("De monitor is bijgewerkt."))
    if done == NOTHING:
        return JustDone(
            _("Er zijn nog niet genoeg nieuwe klassen. De cijfers blijven zoals ze waren.")
        )
    return None
