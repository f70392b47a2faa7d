"""Every place that a pupil may call home, with one clear label each.

The names of places.csv, names known better than the official one, and municipalities whose own
name is no place ("Zaanstad"). A name that exists in several municipalities gets its province as
label, or its municipality where the province does not tell them apart. So does a name by which
people also call another place: Alphen is a village, and what most say for Alphen aan den Rijn.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quiz.domain.catalogue.files.schema import Municipality, PlaceName
from quiz.domain.catalogue.places.daily_names import daily_names
from quiz.domain.catalogue.places.spelling import fold

# "Bergen (NH)", "Katwijk NB", "Spaarndam gem. Haarlem": an addition, not part of the name.
_ADDITION = re.compile(r" (?:\(?(?:AC|CA|GLD|GN|L|NB|NH|UT)\.?\)?|gem\.? .+)$", re.IGNORECASE)
_LONGER = re.compile(r"(.+?) (?:aan|op|bij|van|en|in) ")

Towns = Mapping[str, Municipality]


@dataclass(frozen=True)
class Place:
    """A place to choose: its name, a label that no other place has, its municipality's code."""

    name: str
    label: str
    municipality: str


@dataclass(frozen=True, order=True)
class _Entry:
    """A name without addition, the municipality's code, and the name as the file writes it."""

    name: str
    municipality: str
    written: str


def label_places(names: Iterable[PlaceName], towns: Towns) -> Iterator[tuple[Place, str]]:
    """Every place and its name as the file writes it; the order of rows does not matter."""
    entries = _by_name(_entries(names, towns))
    called = {fold(short) for found in entries.values() if (short := short_name(found[0].name))}
    for name, namesakes in entries.items():
        for entry in namesakes:
            label = _label(entry, namesakes, towns, alone=name not in called)
            yield Place(entry.name, label, entry.municipality), entry.written


def short_name(name: str) -> str:
    """How people call a place with a long name: its first part, if it has more parts."""
    longer = _LONGER.match(name)
    return longer[1] if longer else ""


def _entries(names: Iterable[PlaceName], towns: Towns) -> Iterator[_Entry]:
    seen = set()
    written = [(row.place, row.municipality) for row in names]
    written += [(town.name, code) for code, town in towns.items()]
    written += list(_daily(written, towns))
    for name, code in written:
        short = _ADDITION.sub("", name)
        if (fold(short), code) not in seen:
            seen.add((fold(short), code))
            yield _Entry(short, code, name)


def _daily(written: Iterable[tuple[str, str]], towns: Towns) -> Iterator[tuple[str, str]]:
    """The daily names of which one place is meant, with the municipality of that place."""
    codes = defaultdict(set)
    for name, code in written:
        codes[fold(_ADDITION.sub("", name))].add(code)
    for name, meant in daily_names():
        called, _, province = meant.rstrip(")").partition(" (")
        where = {
            code for code in codes[fold(called)] if not province or towns[code].province == province
        }
        if len(where) == 1:
            yield name, where.pop()


def _by_name(entries: Iterable[_Entry]) -> Mapping[str, Sequence[_Entry]]:
    namesakes: dict[str, list[_Entry]] = defaultdict(list)
    for entry in sorted(entries):
        namesakes[fold(entry.name)].append(entry)
    return namesakes


def _label(entry: _Entry, namesakes: Sequence[_Entry], towns: Towns, *, alone: bool) -> str:
    if alone and len(namesakes) == 1:
        return entry.name
    town = towns[entry.municipality]
    provinces = [towns[other.municipality].province for other in namesakes]
    where = town.province if provinces.count(town.province) == 1 else town.name
    return f"{entry.name} ({where})"
