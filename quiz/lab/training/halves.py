"""Judges how sure a scorer may be: what answers to half of the questions say of the other half.

No scorer sees the other half: what comes first there is what these people say to other questions
about the same. Who gets surer than the questions are worth, loses here with every answer.
"""

from collections.abc import Mapping
from typing import get_args

import numpy as np

from quiz.domain.scoring import Scorer
from quiz.domain.scoring.normal import Array
from quiz.lab.training.published import Inventory, People
from quiz.lab.training.responses import Target, fit_from_responses

_LEAST = 1e-12  # what a scorer that is quite certain still leaves to chance


def losses_on_the_other_half(inventory: Inventory, seed: int = 0) -> dict[Target, Array]:
    """Per target the log loss after 0, 1, 2 ... answers, over both halves; fitted on train.

    When one half has more questions than the other, that other one stays as it ended.
    """
    found: dict[Target, Array] = {}
    for target in get_args(Target):
        sides = [_one_side(inventory, target, side, seed) for side in (0, 1)]
        longest = max(len(side) for side in sides)
        padded = [np.pad(side, (0, longest - len(side)), mode="edge") for side in sides]
        found[target] = np.mean(padded, axis=0)
    return found


def _one_side(inventory: Inventory, target: Target, side: int, seed: int) -> Array:
    asked, other = _split(inventory.items, side)
    scorer = fit_from_responses(
        [_only(person, asked) for person in inventory.train], asked, inventory.levels, seed, target
    )
    first = _first(inventory.train, inventory.test, other, list(scorer.worlds))
    judged = [
        _losses(scorer, person, scorer.worlds[int(best)])
        for person, best in zip(inventory.test, first, strict=True)
    ]
    result: Array = np.mean(judged, axis=0)
    return result


def _split(items: Mapping[str, str], side: int) -> tuple[dict[str, str], dict[str, str]]:
    """Every second question of each scale, and the others; all scales in both."""
    places: dict[str, int] = {}
    halves: tuple[dict[str, str], dict[str, str]] = {}, {}
    for name, scale in items.items():
        places[scale] = places.get(scale, side - 1) + 1
        halves[places[scale] % 2][name] = scale
    return halves


def _only(person: Mapping[str, int], items: Mapping[str, str]) -> dict[str, int]:
    return {name: value for name, value in person.items() if name in items}


def _first(norm: People, people: People, items: Mapping[str, str], scales: list[str]) -> Array:
    """The position of the scale with the highest mean of standardised answers."""
    known, table = (_table(group, items) for group in (norm, people))
    standard = (table - np.nanmean(known, axis=0)) / np.nanstd(known, axis=0)
    own = np.array([[scale == each for each in scales] for scale in items.values()], float)
    there = (~np.isnan(standard)).astype(float) @ own
    result: Array = (np.nan_to_num(standard) @ own / np.maximum(there, 1)).argmax(axis=1)
    return result


def _table(people: People, items: Mapping[str, str]) -> Array:
    return np.array([[float(one.get(name, 0)) or np.nan for name in items] for one in people])


def _losses(scorer: Scorer, person: Mapping[str, int], first: str) -> list[float]:
    given: dict[str, int] = {}
    found = []
    for _ in range(len(scorer.items) + 1):
        found.append(-float(np.log(max(scorer.probabilities(given)[first], _LEAST))))
        given |= {name: person.get(name, 0) for name in scorer.next_items(given)}
    return found
