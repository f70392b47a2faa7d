"""Which college of the catalogue a provider in an overview of RIO is.

The overviews name a brand or a location ("Noorderpoort Automotive Groningen") and not the code that
the catalogue has. A provider is known by its name, by the site of its programmes, by a name that
begins as one that we know, or by the other providers of its board when those are one college.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from quiz.domain.catalogue.duo.names import names_in, spoken_name
from quiz.domain.catalogue.duo.websites import host
from quiz.domain.catalogue.places.spelling import words_of

Family = tuple[str, ...]
_WEAK = frozenset({"college", "de", "het", "hogeschool", "mbo", "roc", "school", "universiteit"})


@dataclass
class Provider:
    """One provider: its number, its board, its names, the sites of its programmes."""

    number: str
    board: str
    names: set[str] = field(default_factory=set)
    hosts: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """One of its names, always the same one."""
        return min(self.names, key=lambda name: (len(name), name))


@dataclass(frozen=True)
class College:
    """A college of the catalogue as far as it can be recognised."""

    id: str
    name: str
    website: str


class Colleges:
    """Recognises providers. A family is one college with its sites, the main one first."""

    def __init__(self, colleges: Iterable[College]) -> None:
        ordered = sorted(colleges, key=lambda college: (len(college.name), college.id))
        self._ids = {college.id for college in ordered}
        self._by_host: dict[str, list[str]] = defaultdict(list)
        self._by_name: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for college in ordered:
            if college.website:
                self._by_host[host(college.website)].append(college.id)
            for name in names_in(college.name):
                self._by_name[tuple(words_of(name))].append(college.id)

    def families(self, providers: Iterable[Provider]) -> Mapping[str, Family]:
        """The family of every provider that is known, by the number of the provider."""
        all_of = sorted(providers, key=lambda provider: provider.number)
        found = {one.number: family for one in all_of if (family := self._known(one))}
        boards: dict[str, set[Family]] = defaultdict(set)
        for one in all_of:
            if one.board and one.number in found:
                boards[one.board].add(found[one.number])
        for one in all_of:
            if one.number not in found and len(boards[one.board]) == 1:
                found[one.number] = next(iter(boards[one.board]))
        return found

    def _known(self, provider: Provider) -> Family:
        names = [tuple(words_of(name)) for name in _ways_to_say(provider)]
        for name in names:
            if name in self._by_name:
                return self._with_sites(self._by_name[name])
        sites = {tuple(self._by_host[one]) for one in provider.hosts if one in self._by_host}
        if len(sites) == 1:
            return next(iter(sites))
        return next(filter(None, map(self._begins, names)), ())

    def _with_sites(self, ids: list[str]) -> Family:
        """The ids that a name gave, and the others on their site behind them."""
        same = next((family for family in self._by_host.values() if ids[0] in family), [])
        return tuple(dict.fromkeys([*ids, *same]))

    def _begins(self, name: tuple[str, ...]) -> Family:
        """The college with the longest name that this name begins with."""
        for length in range(len(name), 0, -1):
            start = name[:length]
            if start in self._by_name and not _WEAK.issuperset(start):
                return self._with_sites(self._by_name[start])
        return ()


def _ways_to_say(provider: Provider) -> list[str]:
    """The names of a provider, then what people leave of them, then their parts."""
    whole = sorted(provider.names)
    spoken = [spoken_name(name) for name in whole]
    parts = [part for name in spoken for part in name.split(" - ")]
    return list(dict.fromkeys([*whole, *spoken, *parts]))
