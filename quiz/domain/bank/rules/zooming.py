"""Rules about zooming in: a few questions a world, enough about each subject to compare."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from quiz.domain.bank.schema import Bank

FEWEST, MOST = 4, 6
LEAST_ABOUT_A_TAG = 2


def check_zooming(bank: Bank) -> list[str]:
    """List every finding about the questions that zoom in on a world."""
    return [*_numbers(bank), *_tags(bank), *_items(bank)]


def _numbers(bank: Bank) -> Iterator[str]:
    for world in bank.worlds:
        count = len(bank.zoom_of(world))
        if not FEWEST <= count <= MOST:
            yield f"zoom.yaml, {world}: has {count} live questions; make it {FEWEST} to {MOST}"


def _tags(bank: Bank) -> Iterator[str]:
    for name, tag in bank.tags.items():
        zoom = set(tag.zoom) & set(bank.zoom_of(tag.world))
        if not zoom:
            yield f"zoom.yaml, {name}: no live question asks about it; write one"
        elif len(zoom) + len(set(tag.items) & set(bank.live)) < LEAST_ABOUT_A_TAG:
            yield f"zoom.yaml, {name}: has one question with those of the bank; write one more"


def _items(bank: Bank) -> Iterator[str]:
    pictures = Counter((*(i.picture for i in bank.items.values()), *bank.tech_pictures.values()))
    pictures.update(item.picture for item in bank.zoom.values())
    for item in bank.zoom.values():
        if pictures[item.picture] > 1:
            yield f"zoom.yaml, {item.id}: another question has the same picture; choose another"
        if bank.tags[item.tag].world != item.world:
            yield f"zoom.yaml, {item.id}: {item.tag} is of another world; choose one of its own"
        if item.version < 1:
            yield f"zoom.yaml, {item.id}: version is {item.version}; versions start at 1"
    for world in bank.worlds:
        tags = [bank.zoom[name].tag for name in bank.zoom_of(world)]
        for first, second in pairwise(tags):
            if first == second:
                yield f"zoom.yaml, {world}: asks about {first} twice in a row; change the order"
