"""The monitor as a file: everything that may be shown of a region, a row for each figure."""

from collections.abc import Iterator

from quiz.blueprints.coordinator.monitor_page import asked_year, school_year_words
from quiz.blueprints.coordinator.monitor_parts import year_words
from quiz.blueprints.coordinator.own_regions import asked_region
from quiz.domain.spreadsheets.spreadsheets import Cell, Sheet
from quiz.usecases.attempts.schooling import SCHOOL_TYPES
from quiz.usecases.class_pictures.region_figure import Figure, RegionYear, region_years
from quiz.web.pages.languages import translate as _
from quiz.web.pages.schooling import school_type_name
from quiz.web.runtime import reading, services, texts


def monitor_sheet() -> Sheet:
    """The region and school year that were asked for; headings alone where nothing is shown."""
    region = asked_region()
    shown = asked_year(region_years(reading(), region.id)) if region else None
    worlds = services().bank.worlds
    headings = (
        _("Regio"),
        _("Schooljaar"),
        _("Schooltype"),
        _("Leerjaar"),
        _("Klassen"),
        _("Leerlingen (afgerond op vijf)"),
        *(texts().worlds[world].name for world in worlds),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            region.name,
            school_year_words(shown.year),
            school_type,
            year,
            figure.classes,
            figure.pupils,
            *(figure.worlds[world] for world in worlds),
        )
        for school_type, year, figure in (_figures(shown) if shown else ())
        if region and shown
    ]
    return Sheet(_("Monitor"), headings, rows)


def _figures(shown: RegionYear) -> Iterator[tuple[str, str, Figure]]:
    """Everything, then by school type, by year, and by both."""
    everything = _("alle")
    yield everything, everything, shown.total
    for kind in SCHOOL_TYPES:
        if kind in shown.types:
            yield school_type_name(kind), everything, shown.types[kind]
    for year in sorted(shown.years):
        yield everything, year_words(year), shown.years[year]
    for kind, year in sorted(shown.both, key=lambda both: (SCHOOL_TYPES.index(both[0]), both[1])):
        yield school_type_name(kind), year_words(year), shown.both[kind, year]
