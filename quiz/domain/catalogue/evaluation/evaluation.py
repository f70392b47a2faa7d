"""How good the lists are that pupils get: how many, how near, how varied, and where thin."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.evaluation.simulated import Case, cases


@dataclass(frozen=True)
class Quality:
    """The lists of one school type (from a year on) in one town, over the seven worlds.

    `programmes`, `companies`, `events`: medians per pupil. `near`: share of programmes for now
    and next with a known place in reach; `kilometres`: median to it, None where none is known.
    `levels`: median number of different levels among them. `thin`: worlds with too few.
    """

    school_type: str
    year: int
    town: str
    programmes: float
    near: float
    kilometres: float | None
    levels: float
    companies: float
    events: float
    thin: tuple[str, ...]


def evaluate_catalogue(catalogue: Catalogue) -> list[Quality]:
    """Judge the lists of invented pupils, per school type, year and town."""
    groups: dict[tuple[str, int, str], list[Case]] = defaultdict(list)
    for case in cases(catalogue):
        groups[case.school_type, case.year, case.town].append(case)
    return [_quality(catalogue, found) for found in groups.values()]


def evaluation_lines(catalogue: Catalogue) -> list[str]:
    """Say the evaluation as a table of text, a line per school type and town."""
    rows = [_HEADS, *(_cells(quality) for quality in evaluate_catalogue(catalogue))]
    widths = [max(len(row[place]) for row in rows) for place in range(len(_HEADS))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


_HEADS = (
    *("school", "vanaf", "plaats", "opleidingen", "met plek", "km"),
    *("niveaus", "bedrijven", "beleven", "dun bij"),
)


def _cells(quality: Quality) -> tuple[str, ...]:
    return (
        quality.school_type,
        str(quality.year),
        quality.town,
        f"{quality.programmes:g}",
        f"{quality.near:.0%}",
        "-" if quality.kilometres is None else f"{quality.kilometres:g}",
        f"{quality.levels:g}",
        f"{quality.companies:g}",
        f"{quality.events:g}",
        ", ".join(quality.thin) or "-",
    )


def _quality(catalogue: Catalogue, found: Sequence[Case]) -> Quality:
    first = found[0]
    programmes = [card for case in found for card in case.honest]
    distances = [card.distance_km for card in programmes if card.distance_km is not None]
    return Quality(
        school_type=first.school_type,
        year=first.year,
        town=catalogue.municipalities[first.town].name,
        programmes=_median(len(case.honest) for case in found),
        near=len(distances) / max(1, len(programmes)),
        kilometres=median(distances) if distances else None,
        levels=_median(len({card.level for card in case.honest}) for case in found),
        companies=_median(len(case.steps.companies) for case in found),
        events=_median(len(case.steps.events) for case in found),
        thin=tuple(case.world for case in found if not case.enough),
    )


def _median(numbers: Iterable[int]) -> float:
    return float(median(list(numbers)))
