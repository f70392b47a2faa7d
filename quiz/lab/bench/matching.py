"""Measures the matching of one pupil: on the catalogue, and on one thirty times as large.

Processor time: the median of some repetitions, for the school type and year that takes longest.
"""

from collections.abc import Iterator
from dataclasses import replace
from statistics import median
from time import thread_time
from typing import Any

from quiz.domain.catalogue.catalogue import Catalogue, build_catalogue
from quiz.domain.catalogue.files.load import load_catalogue
from quiz.domain.catalogue.matching.ladder import LADDER
from quiz.domain.catalogue.matching.match import match_next_steps
from quiz.domain.catalogue.matching.suggestion import Pupil
from quiz.lab.bench.place import Place
from quiz.lab.bench.plan import Sizes
from quiz.lab.bench.table import Row

TIMES_LARGER = 30
REPEATS = 30
HOME = "GM0228"
CHANCES = (0.3, 0.25, 0.2, 0.1, 0.05, 0.05, 0.05)


def larger(catalogue: Catalogue, times: int) -> Catalogue:
    """A catalogue with every programme, school, offering, company and event many times."""
    rows: dict[str, list[Any]] = {file: list(found) for file, found in catalogue.rows.items()}
    for copy in range(1, times):
        for file in ("programmes.csv", "institutions.csv", "companies.csv", "events.csv"):
            rows[file] += [replace(row, id=f"{row.id}-{copy}") for row in catalogue.rows[file]]
        rows["offerings.csv"] += [
            replace(
                row,
                programme_id=f"{row.programme_id}-{copy}",
                institution_id=f"{row.institution_id}-{copy}",
            )
            for row in catalogue.rows["offerings.csv"]
        ]
    return build_catalogue(rows)


def milliseconds(catalogue: Catalogue) -> list[float]:
    """The median time of one matching for every rung of the ladder."""
    worlds = catalogue.world_order
    chances = dict(zip(worlds, CHANCES, strict=True))
    return [
        _median(catalogue, Pupil(chances, worlds, school_type, year, HOME))
        for school_type, rungs in LADDER.items()
        for year, _ in rungs
    ]


def _median(catalogue: Catalogue, pupil: Pupil) -> float:
    times = []
    for _ in range(REPEATS):
        begin = thread_time()
        match_next_steps(catalogue, pupil)
        times.append(1000 * (thread_time() - begin))
    return median(times)


def matching(_where: Place, _plan: Sizes) -> Iterator[Row]:
    """Measure both; the slowest rung of the ladder counts."""
    seed = load_catalogue()
    yield Row("next steps of one pupil", f"{max(milliseconds(seed)):.1f} ms", "< 5 ms")
    slowest = max(milliseconds(larger(seed, TIMES_LARGER)))
    yield Row(f"  in a catalogue {TIMES_LARGER} times as large", f"{slowest:.1f} ms", "< 30 ms")
