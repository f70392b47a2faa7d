"""Which rows of the own regions somebody wants to see, as the address says."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from quiz.blueprints.coordinator.kinds import KINDS
from quiz.blueprints.coordinator.own_regions import due
from quiz.domain.catalogue.upkeep import gaps
from quiz.domain.catalogue.upkeep.due import Due
from quiz.domain.catalogue.upkeep.region_rows import RegionRow, place_of
from quiz.domain.codes.folding import fold
from quiz.domain.text.names import plain_name
from quiz.web.pages.listing import AskedInAddress
from quiz.web.runtime import catalogue

WELL = "in-orde"
DUE: Mapping[str, Due] = {
    "zonder-bron": Due.NO_SOURCE,
    "link": Due.LINK,
    "verouderd": Due.OLD,
    "binnenkort": Due.SOON,
}
DISTANCES = tuple(map(str, gaps.DISTANCES))  # km
Test = Callable[[RegionRow], bool]


@dataclass(frozen=True)
class Asked(AskedInAddress):
    """What was chosen, each "" where it was not. The names are those in the address."""

    zoek: str = ""
    regio: str = ""
    soort: str = ""
    wereld: str = ""
    niveau: str = ""
    nagekeken: str = ""
    rond: str = ""
    km: str = ""


def asked_rows() -> Asked:
    """What this request asks for."""
    return Asked.read(plain_name)


def which(rows: Sequence[RegionRow], asked: Asked) -> list[RegionRow]:
    """The rows that were asked for, in the order that they had."""
    chosen = {name: value for name, value in asked.parts().items() if name in _TESTS}
    tests = [_TESTS[name](value) for name, value in chosen.items()]
    tests += _near(asked)
    return [row for row in rows if all(test(row) for test in tests)]


def _near(asked: Asked) -> list[Test]:
    """Within so many km of a municipality, as a pupil who lives there is told; 10 unless said."""
    home = catalogue().towns.home(asked.rond)
    if not asked.rond:
        return []
    if home is None:  # a place that we do not know has nothing near it
        return [lambda _row: False]
    reach = float(asked.km if asked.km in DISTANCES else DISTANCES[0])
    return [lambda row: home.to(place_of(row.row)) <= reach]


def _named(typed: str) -> Test:
    words = _plain(typed).split()
    return lambda row: all(word in _said(row) for word in words)


def _said(row: RegionRow) -> str:
    return _plain(f"{row.name} {row.about} {row.municipality}")


def _plain(text: str) -> str:
    return fold(text).casefold()


def _of_kind(word: str) -> Test:
    """A word that we do not know finds nothing."""
    return lambda row: row.table is KINDS.get(word)


def _checked(word: str) -> Test:
    if word == WELL:
        return lambda row: not due(row)
    return lambda row: DUE.get(word) in due(row)


_TESTS: Mapping[str, Callable[[str], Test]] = {
    "zoek": _named,
    "regio": lambda region: lambda row: row.region == region,
    "soort": _of_kind,
    "wereld": lambda world: lambda row: world in row.worlds,
    "niveau": lambda level: lambda row: row.level == level,
    "nagekeken": _checked,
}
