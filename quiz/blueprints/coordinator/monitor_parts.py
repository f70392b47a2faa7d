"""Figures of a region as bars and words: everybody, and by school type and year.

Words follow from the mean as it is shown, so they say nothing that it does not.
"""

from collections.abc import Iterable, Iterator, Mapping

from quiz.blueprints.coordinator.gap_views import Pull
from quiz.blueprints.coordinator.monitor_views import Part, PartsTable, WorldPull
from quiz.usecases.attempts.schooling import SCHOOL_TYPES
from quiz.usecases.class_pictures.region_figure import Figure, RegionYear
from quiz.web.pages.figures import counted, in_drawing, signed, world_names
from quiz.web.pages.languages import translate as _
from quiz.web.pages.schooling import LAST_SECONDARY_YEAR, school_type_name
from quiz.web.runtime import texts

# Two standard errors of some forty pupils who differ as much as pupils do; of more it is less.
STANDS_OUT = 0.2
REACH = 1.0
MIDDLE = 50


def ranked(figure: Figure) -> list[str]:
    """The worlds, the one that draws most first; equal ones as the questions have them."""
    return sorted(figure.worlds, key=lambda world: -figure.worlds[world])


def pull_of(mean: float) -> Pull:
    """One mean in all its ways."""
    end = in_drawing(mean, REACH)
    return Pull(signed(mean), words_for(mean), min(end, MIDDLE), round(abs(end - MIDDLE), 1))


def words_for(mean: float) -> str:
    """How a world draws, beside the other worlds of the same pupils."""
    if mean >= STANDS_OUT:
        return _("trekt meer")
    if mean <= -STANDS_OUT:
        return _("trekt minder")
    return _("trekt evenveel")


def gist(figure: Figure) -> str:
    """What stands out, in a sentence or two."""
    more = [world for world in ranked(figure) if figure.worlds[world] >= STANDS_OUT]
    less = [world for world in ranked(figure) if figure.worlds[world] <= -STANDS_OUT]
    if not more and not less:
        return _("Alle zeven werelden trekken ongeveer even veel.")
    said = [
        _("Trekt meer: %(worlds)s.", worlds=world_names(more)) if more else "",
        _("Trekt minder: %(worlds)s.", worlds=world_names(less)) if less else "",
    ]
    return " ".join(filter(None, said))


def world_pulls(figure: Figure, before: Figure | None) -> tuple[WorldPull, ...]:
    """Every world, the one that draws most first, with a year earlier beside it."""
    return tuple(
        WorldPull(
            world,
            texts().worlds[world].name,
            pull_of(figure.worlds[world]),
            signed(before.worlds[world]) if before else "",
        )
        for world in ranked(figure)
    )


def parts_tables(shown: RegionYear) -> tuple[PartsTable, ...]:
    """By school type and by year; a table without a part stays away."""
    types = {
        school_type_name(each): shown.types[each] for each in SCHOOL_TYPES if each in shown.types
    }
    years = {year_words(each): shown.years[each] for each in sorted(shown.years)}
    found = (
        (_("Per schooltype"), "schoolsoort", types),
        (_("Per leerjaar"), "leerjaar", years),
    )
    order = ranked(shown.total)
    return tuple(_table(title, name, parts, order) for title, name, parts in found if parts)


def year_words(year: int) -> str:
    """A year as the head of a column."""
    if year > LAST_SECONDARY_YEAR:
        return _("Groep %(year)s", year=year)
    return _("Leerjaar %(year)s", year=year)


def _table(title: str, name: str, parts: Mapping[str, Figure], order: Iterable[str]) -> PartsTable:
    return PartsTable(
        title=title,
        id=name,
        parts=tuple(Part(each, it.classes, counted(it.pupils)) for each, it in parts.items()),
        rows=tuple(
            (texts().worlds[world].name, tuple(map(pull_of, _means(world, parts.values()))))
            for world in order
        ),
    )


def _means(world: str, figures: Iterable[Figure]) -> Iterator[float]:
    return (each.worlds[world] for each in figures)
