"""Every name under which a pupil may look for home, with one clear label each.

The names of places.csv, names known better than the official one, and municipalities whose own
name is no place ("Zaanstad"). A name that exists in several municipalities gets its province as
label, or its municipality where the province does not tell them apart.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quiz.catalogue.schema import Municipality, PlaceName
from quiz.catalogue.spelling import fold

# "Bergen (NH)", "Katwijk NB", "Spaarndam gem. Haarlem": an addition, not part of the name.
_ADDITION = re.compile(r" (?:\(?(?:AC|GLD|GN|L|NB|NH)\.?\)?|gem\. .+)$", re.IGNORECASE)

# Daily names that the official list lacks (own knowledge): name, municipality.
DAILY_NAMES = (
    ("Den Haag", "GM0518"),
    ("The Hague", "GM0518"),
    ("Den Bosch", "GM0796"),
    ("Ljouwert", "GM0080"),
    ("Snits", "GM1900"),
    ("Damwoude", "GM1891"),
    ("Veenwouden", "GM1891"),
)


@dataclass(frozen=True)
class Place:
    """A place to choose: its name, a label that no other place has, its municipality's code."""

    name: str
    label: str
    municipality: str


@dataclass(frozen=True)
class PlaceIndex:
    """All places by folded label and by folded name (the latter may be several places)."""

    by_label: Mapping[str, Place]
    by_name: Mapping[str, tuple[Place, ...]]


@dataclass(frozen=True, order=True)
class _Entry:
    """A name without addition, the municipality's code, and the name as the file writes it."""

    name: str
    municipality: str
    written: str


def index_places(names: Iterable[PlaceName], towns: Mapping[str, Municipality]) -> PlaceIndex:
    """Give every name its label and build the index; the order of the rows does not matter."""
    by_label: dict[str, Place] = {}
    by_name: dict[str, list[Place]] = defaultdict(list)
    for namesakes in _by_name(_entries(names, towns)):
        for entry in namesakes:
            label = _label(entry, namesakes, towns)
            place = Place(entry.name, label, entry.municipality)
            by_label[fold(label)] = place
            for key in {fold(entry.name), fold(entry.written)}:
                by_name[key].append(place)
    return PlaceIndex(by_label, {key: tuple(places) for key, places in by_name.items()})


def _entries(names: Iterable[PlaceName], towns: Mapping[str, Municipality]) -> Iterator[_Entry]:
    seen = set()
    written = [(row.place, row.municipality) for row in names]
    written += [(name, code) for name, code in DAILY_NAMES if code in towns]
    written += [(town.name, code) for code, town in towns.items()]
    for name, code in written:
        short = _ADDITION.sub("", name)
        if (fold(short), code) not in seen:
            seen.add((fold(short), code))
            yield _Entry(short, code, name)


def _by_name(entries: Iterable[_Entry]) -> Iterable[Sequence[_Entry]]:
    namesakes: dict[str, list[_Entry]] = defaultdict(list)
    for entry in sorted(entries):
        namesakes[fold(entry.name)].append(entry)
    return namesakes.values()


def _label(entry: _Entry, namesakes: Sequence[_Entry], towns: Mapping[str, Municipality]) -> str:
    if len(namesakes) == 1:
        return entry.name
    town = towns[entry.municipality]
    provinces = [towns[other.municipality].province for other in namesakes]
    where = town.province if provinces.count(town.province) == 1 else town.name
    return f"{entry.name} ({where})"
