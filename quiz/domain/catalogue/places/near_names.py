"""Which names may have been meant when nothing is called what was typed."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from quiz.domain.catalogue.places.index import PlaceIndex
from quiz.domain.catalogue.places.names import Place
from quiz.domain.catalogue.places.spelling import letters, typing_errors, typing_errors_allowed

LONGEST_RUN = 6  # words of a name
SHORTEST_RUN = 3  # letters


def beginning(index: PlaceIndex, wanted: str) -> list[Place]:
    """The places of which the name begins so."""
    found: list[Place] = []
    for way, _ in index.ways[bisect_left(index.ways, wanted, key=lambda one: one[0]) :]:
        if not way.startswith(wanted):
            break
        found += index.by_name[way]
    return found


def in_part(index: PlaceIndex, words: Sequence[str]) -> list[Place]:
    """The places of which this is a part: the last words, first letters, or both ends."""
    found = list(index.by_part.get("".join(words), ()))
    if len(words) == 2 and len(words[0]) == 1 and len(words[1]) > 2:
        first, last = words
        for way, _ in index.ways:
            if way.startswith(first) and way.endswith(last):
                found += index.by_name[way]
    return found


def misspelt(index: PlaceIndex, wanted: str) -> Iterator[list[Place]]:
    """The places with one typing error in the name, then those with two.

    A "y" is also read as "ij" again, of which one letter may be wrong.
    """
    near: dict[int, list[Place]] = defaultdict(list)
    for spelt in {wanted, wanted.replace("y", "ij")}:
        most, known = typing_errors_allowed(spelt), letters(spelt)
        for way, others in index.ways:
            if abs(len(way) - len(spelt)) <= most and (known ^ others).bit_count() <= 2 * most:
                errors = typing_errors(spelt, way, most)
                near[errors if errors <= most else 0] += index.by_name[way]
    yield from (near[errors] for errors in (1, 2))


def mentioned(index: PlaceIndex, words: Sequence[str]) -> Iterator[list[Place]]:
    """The places that are named among other words: "Den Haag Laan van Meerdervoort 12"."""
    taken: set[int] = set()
    for length in range(min(LONGEST_RUN, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            run = range(start, start + length)
            name = "".join(words[start : start + length])
            if len(name) >= SHORTEST_RUN and name in index.by_name and not taken & set(run):
                taken.update(run)
                yield list(index.by_name[name])
