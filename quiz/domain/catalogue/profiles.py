"""The profiles of a school and the worlds that they go with: which to look at first, and for what.

The judgement stands in questions/profiles.yaml, its words among the result texts. The profiles of
vmbo bb, kb and gl are programmes of the catalogue instead: each school has its own few.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quiz.config import paths
from quiz.domain.bank.reading import Location, read_yaml

FILE = "profiles.yaml"
KINDS = ("havo-vwo", "vmbo-tl")
_OFTEN, _ALSO = 2, 1


@dataclass(frozen=True)
class SchoolProfile:
    """A profile: the worlds to which most go with it, and those to which it can lead as well."""

    id: str
    often: tuple[str, ...]
    also: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """What it has words for: its name, what it holds, what to ask where it is second choice."""
        return ("name", *(["needs"] if self.often else []), *(["ask"] if self.also else []))

    def fit(self, worlds: Sequence[str]) -> int:
        """How well this suits somebody with these worlds, best first; 0 when not at all."""
        parts = zip(worlds, range(len(worlds), 0, -1), strict=True)
        return sum(weight * self._suits(world) for world, weight in parts)

    def _suits(self, world: str) -> int:
        return _OFTEN if world in self.often else _ALSO * (world in self.also)


Profiles = Mapping[str, tuple[SchoolProfile, ...]]


def load_profiles(worlds: Collection[str], folder: Path = paths.QUESTIONS) -> Profiles:
    """Read the profiles of each kind of school; raises BankError with one clear line."""
    place, content = read_yaml(folder, FILE)
    kinds = place.fields(content, KINDS)
    return {
        kind: tuple(
            _profile(place.at(kind).at(name), name, entry, worlds)
            for name, entry in place.at(kind).mapping(kinds[kind]).items()
        )
        for kind in KINDS
    }


def in_order_of_fit(
    profiles: Sequence[SchoolProfile], worlds: Sequence[str]
) -> tuple[SchoolProfile, ...]:
    """The profiles that suit these worlds, best first; alike ones as they stand in the file."""
    suiting = [profile for profile in profiles if profile.fit(worlds)]
    return tuple(sorted(suiting, key=lambda profile: -profile.fit(worlds)))


def words_of(profiles: Profiles) -> set[str]:
    """The keys of every sentence that is said of these profiles."""
    known = [profile for listed in profiles.values() for profile in listed]
    return {f"profile.{profile.id}.{word}" for profile in known for word in profile.words}


def _profile(
    place: Location, name: object, entry: object, worlds: Collection[str]
) -> SchoolProfile:
    fields = {"often": [], **place.mapping(entry)}
    place.fields(fields, ("often", "also"))
    often, also = (
        tuple(place.at(part).one_of(world, worlds) for world in fields[part])
        for part in ("often", "also")
    )
    if twice := set(often) & set(also):
        raise place.refuse(f"has {', '.join(sorted(twice))} twice; keep one of them")
    return SchoolProfile(place.text(name), often, also)
