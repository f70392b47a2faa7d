"""The rule of pictures once more, for figures of a school: with classes in the place of pupils.

A figure covers series of pictures. A series has a history over the figures of its school, as a
pupil has over the pictures of a class: "aa" stayed as it was, "ab" has a new picture, "a-" left.
No weighted sum of figures may rest on fewer than three of them. A picture shows ten pupils or more,
so three of them are thirty.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from quiz.usecases.class_pictures.rule import ABSENT, group_sizes

FEWEST = 3
Covers = Mapping[str, str]  # for each series the picture of it that is in a figure


def may_show(figures: Sequence[Covers]) -> bool:
    """Whether the last of these figures may be shown beside the ones before it."""
    if len(figures) > 1 and figures[-1] == figures[-2]:
        return False
    histories = Counter(_history(series, figures) for series in set().union(*figures))
    if any(map(_comes_back, histories)):
        return False
    return all(not 0 < size < FEWEST for size in group_sizes(histories, len(figures)))


def together_with(newest: Covers, earlier: Sequence[Covers]) -> list[Covers]:
    """The earlier figures that have something to do with this one: a series in common, or of those.

    Figures that share no class tell nothing about each other.
    """
    found: list[Covers] = []
    reached = set(newest)
    while True:
        near = [each for each in earlier if each not in found and reached & set(each)]
        if not near:
            return [each for each in earlier if each in found]
        found += near
        reached = reached.union(*near)


def _comes_back(history: str) -> bool:
    """Whether the same picture left and is in again: the rule counts on runs without a gap.

    It cannot be, for a picture is of one school year; unless somebody put the clock back.
    """
    runs = ((sign, len(list(run))) for sign, run in groupby(history) if sign != ABSENT)
    return any(history.count(sign) != length for sign, length in runs)


def _history(series: str, figures: Sequence[Covers]) -> str:
    """One sign for each figure: another letter for another picture of the series."""
    signs: dict[str, str] = {}
    history = ""
    for covers in figures:
        picture = covers.get(series)
        if picture is None:
            history += ABSENT
        else:
            history += signs.setdefault(picture, chr(ord("a") + len(signs)))
    return history
