"""Judges `fit_from_responses` on published answers: how soon the first scale is known.

Fitted on the people of train, judged on those of test.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from quiz.domain.scoring import Scorer
from quiz.domain.scoring.normal import Array
from quiz.lab.training.published import Inventory, People
from quiz.lab.training.responses import fit_from_responses
from quiz.lab.training.simulate import Whole


class Agreement(NamedTuple):
    """Share of people whose first scale is that of their complete form, after some questions.

    `by_item`: the complete form is the mean of standardised answers; `by_scale`: the standardised
    mean of answers. `sum_by_item`: what the mean of standardised answers itself would give on the
    same number of questions in a balanced fixed order. `sure`: mean probability of the first scale.
    """

    questions: int
    by_item: float
    by_scale: float
    sum_by_item: float
    sure: float


def judge(
    inventory: Inventory,
    stops: Sequence[int],
    progress: Callable[[int], None] = lambda _: None,
    seed: int = 0,
) -> list[Agreement]:
    """The agreement after each number of questions, chosen one by one."""
    scorer = fit_from_responses(inventory.train, inventory.items, inventory.levels, seed)
    norm, test = _table(inventory.train, scorer), _table(inventory.test, scorer)
    own = np.array([[w == world for world in scorer.worlds] for w in scorer.items.values()], float)
    standard = (test - np.nanmean(norm, axis=0)) / np.nanstd(norm, axis=0)
    by_item = _means(standard, own).argmax(axis=1)
    scales = _means(norm, own)
    by_scale = ((_means(test, own) - scales.mean(axis=0)) / scales.std(axis=0)).argmax(axis=1)
    first, sure = _walks(scorer, inventory.test, stops, progress)
    order = [list(scorer.items).index(name) for name in scorer.static_order]
    result = []
    for place, stop in enumerate(stops):
        part = np.zeros_like(own)
        part[order[:stop]] = own[order[:stop]]
        sums = _means(standard, part).argmax(axis=1)
        guess = first[:, place]
        shares = (guess == by_item, guess == by_scale, sums == by_item, sure[:, place])
        result.append(Agreement(stop, *(float(share.mean()) for share in shares)))
    return result


def _table(people: People, scorer: Scorer) -> Array:
    return np.array(
        [[float(person.get(name, 0)) or np.nan for name in scorer.items] for person in people]
    )


def _means(table: Array, own: Array) -> Array:
    """The mean of what was answered per scale; (P, W)."""
    there = (~np.isnan(table)).astype(float)
    result: Array = np.nan_to_num(table) @ own / np.maximum(there @ own, 1)
    return result


def _walks(
    scorer: Scorer, people: People, stops: Sequence[int], progress: Callable[[int], None]
) -> tuple[Whole, Array]:
    """The position and the probability of everybody's first scale at every stop."""
    first = np.zeros((len(people), len(stops)), np.int64)
    sure = np.zeros(first.shape)
    worlds = list(scorer.worlds)
    for row, person in enumerate(people):
        given: dict[str, int] = {}
        for place, stop in enumerate(stops):
            while len(given) < min(stop, len(scorer.items)):
                name = scorer.next_items(given)[0]
                given[name] = person.get(name, 0)
            chances = scorer.probabilities(given)
            best = max(worlds, key=lambda world: chances[world])
            first[row, place], sure[row, place] = worlds.index(best), chances[best]
        progress(row + 1)
    return first, sure
