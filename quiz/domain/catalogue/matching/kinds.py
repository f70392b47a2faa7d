"""What kind of organisation a company is, so that a pupil sees at most one of each.

The first sector of a row is its kind, unless several sectors are one kind to a pupil.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from quiz.domain.catalogue.matching.diversity import Candidate, choose

_ONE_KIND = {
    "government": ("overheid",),
    "school": ("onderwijs", "universiteit", "opleiding", "opleidingsbedrijf bouw"),
    "care": ("ziekenhuis", "zorg", "gezondheid", "revalidatie", "epilepsiezorg"),
    "stage": ("theater", "podium", "poppodium", "bioscoop"),
}
_KIND_OF: Mapping[str, str] = {
    sector: kind for kind, sectors in _ONE_KIND.items() for sector in sectors
}


def kind_of(row: Any) -> str:
    """The kind of a company; one without a sector is a kind of its own."""
    sector = row.sectors[0].strip().casefold() if row.sectors else row.id
    return _KIND_OF.get(sector, sector)


def one_of_a_kind(candidates: Iterable[Candidate], most: int) -> list[Candidate]:
    """Choose as `choose` does, with at most one of each kind: the best of it."""
    left = list(_first_of_each(candidates))
    while True:
        chosen = choose(left, most)
        again = _repeated(chosen)
        if not again:
            return chosen
        left = [candidate for candidate in left if candidate.row.id not in again]


def _first_of_each(candidates: Iterable[Candidate]) -> Iterable[Candidate]:
    """The best of each kind for each world: no other of its kind can be chosen for that world."""
    first: dict[tuple[int, str], Candidate] = {}
    for candidate in sorted(candidates, key=lambda candidate: candidate.order):
        first.setdefault((candidate.reason.rank, kind_of(candidate.row)), candidate)
    return first.values()


def _repeated(chosen: Iterable[Candidate]) -> set[str]:
    """The rows of whose kind a better one was chosen; `chosen` is best first."""
    seen, again = set[str](), set[str]()
    for candidate in chosen:
        kind = kind_of(candidate.row)
        if kind in seen:
            again.add(candidate.row.id)
        seen.add(kind)
    return again
