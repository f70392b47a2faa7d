"""The reach of every municipality in text: a few lines, and docs/reach.md with all of them."""

from collections.abc import Iterator, Sequence
from math import inf
from pathlib import Path

from quiz.config.whole_file import write_whole
from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.evaluation.reach import (
    KINDS,
    MOST_WORST,
    NEAR_KM,
    Reach,
    reach_of,
    summaries,
    worst,
)
from quiz.domain.catalogue.evaluation.reach_map import reach_map

_INTRODUCTION = """\
# How far the nearest school is

Made by `quiz catalogue evaluate --reach docs/reach.md --before FOLDER`, with in FOLDER the files of
before; the picture beside it as well. For every municipality the km from its centre, as the crow
flies, to the nearest school with any vmbo profile, the nearest with a technical one (PIE, BWI, M&T,
MVI, maritiem), the nearest building of an mbo college (what it teaches there we mostly do not
know), and the nearest hbo or associate degree in technology.

![For every municipality the distance to a technical profile, before and after](reach.svg)
"""


def reach_lines(catalogue: Catalogue) -> list[str]:
    """The figures of each kind, a line each."""
    reach = reach_of(catalogue)
    return [
        f"{found.kind}: {found.near} van {len(reach)} gemeenten binnen {NEAR_KM} km, "
        f"mediaan {_km(found.median)} km"
        for found in summaries(reach)
    ]


def reach_page(before: Sequence[Reach], after: Sequence[Reach]) -> str:
    """The whole page as Markdown: figures, who is farthest, and every municipality."""
    return "\n".join(
        [
            _INTRODUCTION,
            "## The figures\n",
            *_figures(before, after),
            f"\n## The twenty farthest\n\nOf {MOST_WORST} municipalities each, after:\n",
            *(f"- {kind}: {_farthest(after, kind)}" for kind in KINDS),
            "\n## Every municipality\n\nKm before and after; - where there was none at all.\n",
            *_table(before, after),
            "",
        ]
    )


def write_reach(page: Path, before: Catalogue, after: Catalogue) -> tuple[Path, Path]:
    """Write the page and, beside it, the map of the technical profiles."""
    was, now = reach_of(before), reach_of(after)
    picture = page.with_suffix(".svg")
    texts = {page: reach_page(was, now), picture: reach_map(KINDS[1], was, now)}
    write_whole({file: text.encode() for file, text in texts.items()})
    return page, picture


def _figures(before: Sequence[Reach], after: Sequence[Reach]) -> Iterator[str]:
    yield f"| nearest | within {NEAR_KM} km, before | after | median km, before | after |"
    yield "| --- | --- | --- | --- | --- |"
    for old, new in zip(summaries(before), summaries(after), strict=True):
        cells = (new.kind, str(old.near), str(new.near), _km(old.median), _km(new.median))
        yield f"| {' | '.join(cells)} |"


def _farthest(reach: Sequence[Reach], kind: str) -> str:
    return ", ".join(f"{one.municipality.name} {_km(one.km[kind])}" for one in worst(reach, kind))


def _table(before: Sequence[Reach], after: Sequence[Reach]) -> Iterator[str]:
    yield f"| municipality | {' | '.join(KINDS)} |"
    yield f"| --- |{' --- |' * len(KINDS)}"
    old = {one.municipality.code: one.km for one in before}
    for one in after:
        was = old.get(one.municipality.code, {})
        cells = [f"{_km(was.get(kind, inf))} → {_km(one.km[kind])}" for kind in KINDS]
        yield f"| {one.municipality.name} | {' | '.join(cells)} |"


def _km(distance: float) -> str:
    return "-" if distance == inf else f"{distance:.0f}"
