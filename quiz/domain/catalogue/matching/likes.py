"""What a pupil liked within the worlds: robots or test tubes, from the answers to the questions."""

from collections.abc import Mapping, Sequence
from statistics import fmean

from quiz.domain.bank.schema import Bank, Tag
from quiz.domain.catalogue.matching.parameters import DOUBT

# As much as the rest of its world: no reason to choose or to leave a row.
NEUTRAL = 0.5


def likes_of(answers: Mapping[str, int], bank: Bank) -> Mapping[str, float]:
    """How much each tag is liked beside the rest of its world, 0..1; NEUTRAL is just as much.

    A tag without a real answer is left out. How much a world draws is not said here: who answers
    "super" to all of it likes no part of it more than another.
    """
    low, high = bank.values[0], bank.values[-1]
    values = {
        item: (answer - low) / (high - low)
        for item, answer in answers.items()
        if answer in bank.values
    }
    return {
        name: _beside(liked, [values[item] for item in _of_world(tag, bank) if item in values])
        for name, tag in bank.tags.items()
        if (liked := [values[item] for item in tag.items if item in values])
    }


def _beside(liked: Sequence[float], world: Sequence[float]) -> float:
    """How far the mean of some answers lies from that of their world; less far for a few."""
    trust = len(liked) / (len(liked) + DOUBT)
    away = trust * (fmean(liked) - fmean(world))
    return min(1.0, max(0.0, NEUTRAL + away))


def _of_world(tag: Tag, bank: Bank) -> list[str]:
    """The questions of a tag's world, and its own."""
    own = [item.id for item in bank.items.values() if item.world == tag.world]
    return [*own, *(item for item in tag.items if item not in own)]
