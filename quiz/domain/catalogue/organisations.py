"""Which rows are one organisation: a company that is also an event, or one name in two spellings.

A row says who it is by its name and by the host of its website. Two names are one when they are
the same without case, accents and legal form, or when in one municipality the one begins with all
words of the other ("Ecomare" and "Ecomare Texel").
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple
from urllib.parse import urlsplit

from quiz.domain.catalogue.files.schema import Company, Event
from quiz.domain.catalogue.places.spelling import words_of

Row = Company | Event
Name = tuple[str, ...]

_LEGAL = frozenset({"bv", "nv", "vof", "cv", "holding", "groep", "group", "stichting"})
# Hosts where many organisations have a page.
_SHARED = frozenset({"", "facebook.com", "instagram.com", "linkedin.com", "sites.google.com"})
# A host or a name that more rows share says nothing about who they are; and to compare each with
# each would keep every worker busy for minutes.
MOST_ALIKE = 40


@dataclass(frozen=True, eq=False)
class Organisations:
    """For each row that shares its organisation: the keys of the others."""

    others: Mapping[str, frozenset[str]]

    def others_of(self, row: Row) -> frozenset[str]:
        """The keys of the rows that are the same organisation as this one."""
        return self.others.get(key_of(row), frozenset())


def key_of(row: Row) -> str:
    """A key that no other company or event has."""
    return f"{'event' if isinstance(row, Event) else 'company'}/{row.id}"


def find_organisations(rows: Iterable[Row]) -> Organisations:
    """Look through all companies and events, once per catalogue."""
    others: dict[str, set[str]] = defaultdict(set)
    for one, other in _possible([_known(row) for row in rows]):
        if _are_one(one, other):
            others[one.key].add(other.key)
            others[other.key].add(one.key)
    return Organisations({key: frozenset(found) for key, found in others.items()})


class _Known(NamedTuple):
    """What tells who a row is; looked at once, for rows are compared many times."""

    key: str
    name: Name
    host: str
    town: str
    is_event: bool


def _known(row: Row) -> _Known:
    return _Known(key_of(row), _name(row), _host(row), row.municipality, isinstance(row, Event))


def _possible(rows: Sequence[_Known]) -> Iterator[tuple[_Known, _Known]]:
    """The pairs that have a host, a name, or the beginning of a name in common."""
    alike: dict[object, list[_Known]] = defaultdict(list)
    for row in rows:
        alike[row.host].append(row)
        alike[row.name].append(row)
    few = {
        said: group
        for said, group in alike.items()
        if said not in _SHARED and len(group) <= MOST_ALIKE
    }
    for group in few.values():
        yield from combinations(group, 2)
    for row in rows:
        for length in range(1, len(row.name)):
            yield from ((row, shorter) for shorter in few.get(row.name[:length], ()))


def _are_one(one: _Known, other: _Known) -> bool:
    """Whether two rows are one organisation; of two events only a name in one town can tell."""
    if one.town == other.town:
        first, second = sorted((one.name, other.name), key=len)
        if second[: len(first)] == first:
            return True
    if one.is_event and other.is_event:
        return False
    return one.name == other.name or one.host == other.host not in _SHARED


def _name(row: Row) -> Name:
    """The words of a name without a legal form, with "B.V." read as one word."""
    words = words_of(row.name.replace(".", ""))
    return tuple(word for word in words if word not in _LEGAL) or tuple(words)


def _host(row: Row) -> str:
    return (urlsplit(row.website).hostname or "").removeprefix("www.")
