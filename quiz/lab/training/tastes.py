"""Invented worlds in which pupils have a taste of their own for each subject (tag) of a world."""

from dataclasses import replace
from math import sqrt

import numpy as np

from quiz.domain.bank.rules.balance import MAIN_LOADING
from quiz.domain.bank.schema import Bank
from quiz.domain.scoring.normal import Array
from quiz.lab.training.conditions import Conditions
from quiz.lab.training.simulate import SimulatedBank, expert_loadings, simulate_bank


def world_with_tastes(
    bank: Bank, conditions: Conditions, share: float, generator: np.random.Generator
) -> SimulatedBank:
    """An invented world of all questions, those that zoom in behind those of the bank.

    Every tag is an interest of its own behind the worlds, apart from all others, and makes up
    `share` of the variance of an answer about it.
    """
    world = simulate_bank(_loadings(bank), conditions, generator)
    tags, worlds = len(bank.tags), len(world.correlation)
    correlation = np.eye(worlds + tags)
    correlation[:worlds, :worlds] = world.correlation
    return replace(
        world,
        loadings=np.hstack([world.loadings, sqrt(share) * _about(bank)]),
        correlation=correlation,
        shift=np.concatenate([world.shift, np.zeros(tags)]),
    )


def _loadings(bank: Bank) -> Array:
    """The loadings of all questions on the worlds: the experts' own, and of those that zoom in."""
    zoom = [
        [MAIN_LOADING if world == item.world else 0.0 for world in bank.worlds]
        for item in bank.zoom.values()
    ]
    return np.vstack([expert_loadings(bank), np.array(zoom)])


def _about(bank: Bank) -> Array:
    """How much each question is about each tag; the squares of a question sum to 1."""
    names = (*bank.items, *bank.zoom)
    tags = bank.tags.values()
    about = np.array([[name in (*tag.items, *tag.zoom) for tag in tags] for name in names], float)
    found: Array = about / np.sqrt(about.sum(axis=1, keepdims=True))
    return found
