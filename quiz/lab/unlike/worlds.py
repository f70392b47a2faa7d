"""Invents one world of a kind, and lets pupils answer every question in it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quiz.domain.bank.schema import FACETS, Bank
from quiz.domain.scoring.normal import Array
from quiz.lab.unlike.people import interests
from quiz.lab.unlike.traits import Traits

Whole = NDArray[np.int64]
_LEAST_NOISE = 0.15  # smallest share of an answer's variance that is chance


@dataclass(frozen=True)
class Crowd:
    """Pupils of one invented world; answers are positions on the scale.

    `fresh` and `tired` (P, N) are the answers while fresh and after a while, `unknown` (P, N) is
    where a pupil says "don't know", `interests` (P, W) what is true, `group` (P,) 0 or 1.
    """

    fresh: Whole
    tired: Whole
    unknown: NDArray[np.bool_]
    interests: Array
    group: Whole


def crowd(bank: Bank, traits: Traits, count: int, generator: np.random.Generator) -> Crowd:
    """Invent a world with these traits and `count` pupils in it."""
    group = generator.integers(0, 2, count)
    wanted = interests(traits, len(bank.worlds), count, generator)
    wanted = wanted + (group[:, None] - 0.5) * traits.groups * generator.normal(
        size=wanted.shape[1]
    )
    liking = _liking(bank, traits, wanted, generator)
    answers = _answers(bank, traits, liking, generator)
    levels, size = len(bank.values), answers.shape
    at_random = generator.integers(0, levels, size)
    clicks = np.where(generator.random((count, 1)) < 0.5, at_random, at_random[:, :1])
    answers = np.where(generator.random((count, 1)) < traits.careless, clicks, answers)
    tired = np.where(generator.random(size) < traits.tired, at_random, answers)
    little = 2 / (1 + np.exp(1.5 * liking))
    return Crowd(answers, tired, generator.random(size) < traits.unknown * little, wanted, group)


def _liking(bank: Bank, traits: Traits, wanted: Array, generator: np.random.Generator) -> Array:
    """How much each question is liked by each pupil (P, N), variance about 1 before popularity."""
    loadings = _loadings(bank, traits, generator)
    explained = wanted @ loadings.T
    facets = generator.normal(size=(len(wanted), len(FACETS)))
    kind = [FACETS.index(item.facet) for item in bank.items.values()]
    extra = traits.facet * facets[:, kind] + np.sqrt(traits.pairs) * _testlets(
        bank, len(wanted), generator
    )
    left = 1 - explained.var(axis=0) - traits.facet**2 - traits.pairs
    noise = generator.normal(size=explained.shape) * np.sqrt(np.maximum(left, _LEAST_NOISE))
    result: Array = explained + extra + noise + _popularity(bank, traits, generator)
    return result


def _loadings(bank: Bank, traits: Traits, generator: np.random.Generator) -> Array:
    """Own and second loadings (N, W); nothing is taken from the experts but world and keying."""
    worlds = list(bank.worlds)
    result = np.zeros((len(bank.items), len(worlds)))
    for row, item in zip(result, bank.items.values(), strict=True):
        own = worlds.index(item.world)
        row[own] = np.clip(generator.normal(traits.loading, traits.uneven), 0.15, 0.85)
        if generator.random() < traits.crossing:
            other = (own + generator.integers(1, len(worlds))) % len(worlds)
            row[other] = generator.normal(0, traits.second)
    keying = np.array([item.keying for item in bank.items.values()])
    result *= keying[:, None]
    return result


def _testlets(bank: Bank, count: int, generator: np.random.Generator) -> Array:
    """What questions of one world and facet have in common beside the interests (count, N)."""
    names = [(item.world, item.facet) for item in bank.items.values()]
    places = {name: place for place, name in enumerate(sorted(set(names)))}
    shared = generator.normal(size=(count, len(places)))
    result: Array = shared[:, [places[name] for name in names]]
    return result


def _popularity(bank: Bank, traits: Traits, generator: np.random.Generator) -> Array:
    fashion = dict(
        zip(bank.worlds, generator.normal(0, traits.fashion, len(bank.worlds)), strict=True)
    )
    each = generator.normal(0, traits.popularity, len(bank.items))
    result: Array = each + np.array([fashion[item.world] for item in bank.items.values()])
    return result


def _answers(bank: Bank, traits: Traits, liking: Array, generator: np.random.Generator) -> Whole:
    """Cut liking (P, N) into answers: steps per question, shifted and stretched per pupil."""
    count, questions = liking.shape
    levels = len(bank.values)
    width = 0.9 / traits.reach
    even = width * (np.arange(1, levels) - levels / 2)
    cuts = even + width * traits.steps * generator.normal(size=(questions, levels - 1))
    own = width * traits.own_steps * generator.normal(size=(count, levels - 1))
    yes = traits.yes * generator.normal(size=(count, 1))
    stretch = np.exp(traits.extreme * generator.normal(size=(count, 1)))
    said = stretch * liking + yes
    result: Whole = np.zeros(liking.shape, np.int64)
    for cut in range(levels - 1):
        result += said > np.sort(cuts, axis=1)[:, cut] + own[:, cut : cut + 1]
    return result
