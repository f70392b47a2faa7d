"""What the pages of the coordinator's room show, as plain values: the contract with templates."""

from dataclasses import dataclass


@dataclass(frozen=True)
class KindCount:
    """How many rows of one kind a region has.

    `shown`: how many of them pupils may see; `unsourced`: without a source; `old`: with a source
    that nobody looked at for a year.
    """

    label: str
    total: int
    shown: int
    unsourced: int
    old: int


@dataclass(frozen=True)
class RegionCounts:
    """One region with its counts."""

    id: str
    name: str
    municipalities: int
    kinds: tuple[KindCount, ...]


@dataclass(frozen=True)
class HomeView:
    """The first page of the room; without regions it says who can give one."""

    regions: tuple[RegionCounts, ...]
