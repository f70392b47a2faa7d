"""Which rows are one organisation: a company that is also an event, or one name in two spellings.

A row says who it is by its name and by the host of its website. Two names are one when they are
the same without case, accents and legal form, or when in one municipality the one begins with all
words of the other ("Ecomare" and "Ecomare Texel").
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from urllib.parse import urlsplit

from quiz.domain.catalogue.files.schema import Company, Event
from quiz.domain.catalogue.places.spelling import words_of

Row = Company | Event
Name = tuple[str, ...]

_LEGAL = frozenset({"bv", "nv", "vof", "cv", "holding", "groep", "group", "stichting"})
# Hosts where many organisations have a page.
_SHARED = frozenset({"", "facebook.com", "instagram.com", "linkedin.com", "sites.google.com"})


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
    for one, other in _possible(list(rows)):
        if _are_one(one, other):
            others[key_of(one)].add(key_of(other))
            others[key_of(other)].add(key_of(one))
    return Organisations({key: frozenset(found) for key, found in others.items()})


def _possible(rows: list[Row]) -> Iterator[tuple[Row, Row]]:
    """The pairs that have a host, a name, or the beginning of a name in common."""
    alike: dict[object, list[Row]] = defaultdict(list)
    for row in rows:
        alike[_host(row)].append(row)
        alike[_name(row)].append(row)
    for host in _SHARED:
        alike.pop(host, None)
    for group in alike.values():
        yield from combinations(group, 2)
    for row in rows:
        name = _name(row)
        for length in range(1, len(name)):
            yield from ((row, shorter) for shorter in alike.get(name[:length], ()))


def _are_one(one: Row, other: Row) -> bool:
    """Whether two rows are one organisation; of two events only a name in one town can tell."""
    both_events = isinstance(one, Event) and isinstance(other, Event)
    if one.municipality == other.municipality:
        first, second = sorted((_name(one), _name(other)), key=len)
        if second[: len(first)] == first:
            return True
    if both_events:
        return False
    return _name(one) == _name(other) or _host(one) == _host(other) not in _SHARED


def _name(row: Row) -> Name:
    """The words of a name without a legal form, with "B.V." read as one word."""
    words = words_of(row.name.replace(".", ""))
    return tuple(word for word in words if word not in _LEGAL) or tuple(words)


def _host(row: Row) -> str:
    return (urlsplit(row.website).hostname or "").removeprefix("www.")
