"""The mbo colleges: where each has a building, and of which we know little of what they teach."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from quiz.domain.catalogue.files.schema import Institution, Offering

Site = tuple[Institution, tuple[str, ...]]

# A broad college gives a hundred programmes and more. Of one with fewer rows than this in our list,
# what is missing says nothing.
FEWEST_ROWS = 10


def mbo_sites(
    institutions: Iterable[Institution], offerings: Iterable[Offering]
) -> tuple[Site, ...]:
    """The colleges with a website, with every municipality where they are known to be."""
    given: dict[str, set[str]] = {}
    for offering in offerings:
        given.setdefault(offering.institution_id, set()).add(offering.location_municipality)
    return tuple(
        (row, tuple(sorted({row.municipality, *row.also_in, *given.get(row.id, ())})))
        for row in institutions
        if row.website and row.kind == "mbo"
    )


def little_known(
    sites: Sequence[Site], offerings: Iterable[Offering], number: Mapping[str, int]
) -> NDArray[np.intp]:
    """The numbers of the municipalities with a broad college of which we know few programmes.

    A college under several names, with one website, is one.
    """
    rows = Counter(offering.institution_id for offering in offerings)
    known: Counter[str] = Counter()
    for college, _ in sites:
        known[college.website] += rows[college.id]
    towns = {
        town
        for college, towns in sites
        for town in towns
        if not college.only_worlds and known[college.website] < FEWEST_ROWS
    }
    return np.array(sorted(number[town] for town in towns), dtype=np.intp)
