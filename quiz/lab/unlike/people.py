"""Who answers: interests of several shapes, each with mean about 0 and variance about 1."""

from collections.abc import Callable, Mapping

import numpy as np

from quiz.domain.scoring.normal import Array
from quiz.lab.unlike.traits import Traits

_TYPES = 9
_SPREAD_OF_TYPES = 0.65  # share of the variance that is between types of pupils


def interests(traits: Traits, worlds: int, count: int, generator: np.random.Generator) -> Array:
    """The interests (count, worlds) of pupils of one invented world."""
    drawn = _SHAPES[traits.shape](traits, worlds, count, generator)
    result: Array = (drawn - drawn.mean(axis=0)) / drawn.std(axis=0)
    return result


def _normal(traits: Traits, worlds: int, count: int, generator: np.random.Generator) -> Array:
    """One thing that all worlds share, each to another extent."""
    return _shared(traits, generator.normal(size=(count, 1)), worlds, count, generator)


def _shared(
    traits: Traits, common: Array, worlds: int, count: int, generator: np.random.Generator
) -> Array:
    weight = np.sqrt(np.clip(generator.normal(traits.related, 0.12, worlds), 0.02, 0.9))
    own = generator.normal(size=(count, worlds))
    result: Array = weight * common + np.sqrt(1 - weight**2) * own
    return result


def _skewed(traits: Traits, worlds: int, count: int, generator: np.random.Generator) -> Array:
    """Most like little, a few like something very much."""
    normal = _normal(traits, worlds, count, generator)
    result: Array = np.exp(0.45 * normal)
    return result


def _types(traits: Traits, worlds: int, count: int, generator: np.random.Generator) -> Array:
    """Pupils come in kinds, each with its own profile, and differ a little within a kind."""
    profiles = _normal(traits, worlds, _TYPES, generator)
    kind = generator.choice(_TYPES, count, p=generator.dirichlet(np.full(_TYPES, 3.0)))
    within = _normal(traits, worlds, count, generator)
    share = _SPREAD_OF_TYPES
    result: Array = np.sqrt(share) * profiles[kind] + np.sqrt(1 - share) * within
    return result


def _circle(traits: Traits, worlds: int, count: int, generator: np.random.Generator) -> Array:
    """Worlds lie on a circle, as in Holland's hexagon: neighbours go together, opposites do not."""
    angle = 2 * np.pi * generator.permutation(worlds) / worlds
    plane = generator.normal(size=(count, 2)) @ np.array([np.cos(angle), np.sin(angle)])
    general = generator.normal(size=(count, 1))
    share = traits.related
    own = generator.normal(size=(count, worlds))
    result: Array = np.sqrt(share / 2) * (general + plane) + np.sqrt(1 - share) * own
    return result


_Draw = Callable[[Traits, int, int, np.random.Generator], Array]
_SHAPES: Mapping[str, _Draw] = {
    "normal": _normal,
    "skewed": _skewed,
    "types": _types,
    "circle": _circle,
}
