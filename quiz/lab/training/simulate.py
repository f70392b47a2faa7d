"""Invents question banks and pupils who answer them: all that we can train on before real pupils.

A latent answer is loadings times interests plus noise (together variance 1) plus answering style;
it is stretched per pupil, shifted per question and rounded to the scale (graded response).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quiz.domain.bank.schema import Bank
from quiz.domain.scoring.expert import ANSWER_SPREAD, LEAST_UNIQUE
from quiz.domain.scoring.normal import Array
from quiz.lab.training.conditions import Conditions

Whole = NDArray[np.int64]
Mask = NDArray[np.bool_]
_LOWEST_CORRELATION, _HIGHEST_CORRELATION = 0.25, 0.55


@dataclass(frozen=True)
class SimulatedBank:
    """What is true in one invented world: loadings (N, W), correlation (W, W), popularity (N,).

    `shift` (W,) is the difference in mean interest between two groups of pupils.
    """

    loadings: Array
    correlation: Array
    popularity: Array
    shift: Array


@dataclass(frozen=True)
class Pupils:
    """Invented pupils: answers (P, N) as positions on the scale, interests (P, W), group (P,).

    `group` is 0 or 1.
    """

    answers: Whole
    interests: Array
    group: Whole

    @property
    def top(self) -> Whole:
        """The position of the world that each pupil truly likes best; shape (P,)."""
        best: Whole = self.interests.argmax(axis=1)
        return best


def expert_loadings(bank: Bank) -> Array:
    """The experts' standardised loadings with their sign; shape (N, W)."""
    return np.array(
        [
            [item.keying * item.loadings.get(world, 0.0) for world in bank.worlds]
            for item in bank.items.values()
        ]
    )


def simulate_bank(
    loadings: Array, conditions: Conditions, generator: np.random.Generator
) -> SimulatedBank:
    """Draw an invented world around the expert loadings (N, W)."""
    count, worlds = loadings.shape
    changed = np.clip(loadings + generator.normal(0, conditions.loading, loadings.shape), -0.9, 0.9)
    stray = generator.normal(0, conditions.stray, loadings.shape)
    roots = np.sqrt(generator.uniform(_LOWEST_CORRELATION, _HIGHEST_CORRELATION, worlds))
    return SimulatedBank(
        loadings=np.where(loadings != 0, changed, stray),
        correlation=np.outer(roots, roots) + np.diag(1 - roots**2),
        popularity=generator.normal(0, conditions.popularity, (count,)),
        shift=generator.normal(0, conditions.group, (worlds,)),
    )


def simulate_pupils(
    bank: SimulatedBank,
    conditions: Conditions,
    levels: int,
    count: int,
    generator: np.random.Generator,
) -> Pupils:
    """Let `count` invented pupils answer every question of the bank on `levels` levels."""
    group = generator.integers(0, 2, count)
    interests = _interests(bank, conditions, count, generator)
    interests = interests + (group[:, None] - 0.5) * bank.shift
    latent = interests @ bank.loadings.T + _rest(bank, conditions, count, generator)
    stretch = _stretch(conditions, count, generator)
    answers = _graded(stretch * latent + bank.popularity, levels)
    careless = generator.random(count) < conditions.careless
    answers[careless] = _careless(int(careless.sum()), answers.shape[1], levels, generator)
    return Pupils(answers, interests, group)


def _interests(
    bank: SimulatedBank, conditions: Conditions, count: int, generator: np.random.Generator
) -> Array:
    """Draw correlated interests with variance 1, normal or with the tails of Student's t."""
    root = np.linalg.cholesky(bank.correlation)
    normal = generator.normal(0, 1, (count, len(root))) @ root.T
    if not conditions.tails:
        return normal
    degrees = conditions.tails
    stretch: Array = np.sqrt((degrees - 2) / generator.chisquare(degrees, (count, 1)))
    return normal * stretch


def simulate_twice(
    bank: SimulatedBank,
    conditions: Conditions,
    levels: int,
    count: int,
    generator: np.random.Generator,
) -> tuple[Whole, Whole]:
    """Let `count` invented pupils, who stay the same, answer everything on two days.

    Interests and style stay; everything else about an answer is of the day. Two times (P, N).
    """
    interests = _interests(bank, conditions, count, generator)
    style = conditions.style * generator.normal(0, 1, (count, 1))
    stretch = _stretch(conditions, count, generator)
    lasting = interests @ bank.loadings.T + style
    days = (lasting + _noise(bank, conditions, count, generator) for _day in range(2))
    first, second = (_graded(stretch * latent + bank.popularity, levels) for latent in days)
    return first, second


def _stretch(conditions: Conditions, count: int, generator: np.random.Generator) -> Array:
    """Draw how far apart the answers of each pupil lie; shape (count, 1)."""
    extremity = np.exp(generator.normal(0, 1, (count, 1)) * conditions.extremity)
    result: Array = conditions.reach * extremity
    return result


def _rest(
    bank: SimulatedBank, conditions: Conditions, count: int, generator: np.random.Generator
) -> Array:
    """Draw style, and what pairs of questions share and noise that make the variance 1."""
    style = conditions.style * generator.normal(0, 1, (count, 1))
    result: Array = style + _noise(bank, conditions, count, generator)
    return result


def _noise(
    bank: SimulatedBank, conditions: Conditions, count: int, generator: np.random.Generator
) -> Array:
    """Draw all of an answer that neither interests nor style explain; shape (count, N)."""
    items = len(bank.loadings)
    explained = np.einsum("nw,wv,nv->n", bank.loadings, bank.correlation, bank.loadings)
    own = np.maximum(1 - explained - conditions.local, LEAST_UNIQUE)
    pairs = generator.normal(0, 1, (count, (items + 1) // 2)).repeat(2, axis=1)[:, :items]
    noise = np.sqrt(own) * generator.normal(0, 1, (count, items))
    result: Array = np.sqrt(conditions.local) * pairs + noise
    return result


def _graded(latent: Array, levels: int) -> Whole:
    middle = (levels - 1) / 2
    rounded = np.round(middle + ANSWER_SPREAD * (levels - 1) * latent)
    return np.clip(rounded, 0, levels - 1).astype(np.int64)


def _careless(count: int, items: int, levels: int, generator: np.random.Generator) -> Whole:
    """Click without reading: half of them the same answer throughout, half at random."""
    answers = generator.integers(0, levels, (count, items))
    answers[: count // 2] = answers[: count // 2, :1]
    return answers
