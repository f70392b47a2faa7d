"""What the catalogue holds now, by the ways in which a file of DUO may point at it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.columns import INSTITUTIONS, OFFERINGS
from quiz.domain.catalogue.files.origins import GONE, REMOVED
from quiz.domain.catalogue.files.schema import Institution

Key = tuple[str, str]
Cells = Mapping[str, str]


class Stored(NamedTuple):
    """A row as it is stored, and who wrote it last."""

    cells: Cells
    origin: str


@dataclass(frozen=True, repr=False)
class Standing:
    """The live catalogue, and every stored row by file and key, also those that are marks only."""

    catalogue: Catalogue
    stored: Mapping[Key, Stored]

    def live(self, file: str) -> Iterator[tuple[Key, Cells]]:
        """The rows of a file that are in use."""
        for key, row in self.stored.items():
            if key[0] == file and row.origin not in GONE:
                yield key, row.cells

    def is_removed(self, key: Key) -> bool:
        """Whether somebody here took this row away."""
        return key in self.stored and self.stored[key].origin == REMOVED

    @cached_property
    def removed_codes(self) -> frozenset[str]:
        """The codes in the register of the schools that somebody here took away."""
        return frozenset(
            code
            for (file, _), row in self.stored.items()
            if file == INSTITUTIONS.file and row.origin == REMOVED
            for code in row.cells.get("register_codes", "").split(";")
            if code
        )

    def by_code(self, kinds: tuple[str, ...]) -> dict[str, Institution]:
        """The institutions of these kinds by every code that they have in the register."""
        return {
            code: institution
            for institution in self.catalogue.institutions.values()
            if institution.kind in kinds
            for code in institution.register_codes
        }

    @cached_property
    def programmes(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """The ids of programmes by register (crebo, croho) and code."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for programme in self.catalogue.programmes.values():
            if programme.code:
                found[programme.code_system, programme.code].append(programme.id)
        return {code: tuple(ids) for code, ids in found.items()}


def offering_key(programme: str, institution: str, town: str, mode: str) -> Key:
    """The key of an offering."""
    return OFFERINGS.file, " ".join((programme, institution, town, mode))


def institution_key(institution: str) -> Key:
    """The key of an institution."""
    return INSTITUTIONS.file, institution
