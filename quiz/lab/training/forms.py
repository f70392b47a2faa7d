"""Which questions a simulated pupil got: at random, or chosen by the engine block by block."""

from collections.abc import Iterator, Sequence

import numpy as np

from quiz.domain.scoring.engine import Engine
from quiz.domain.scoring.normal import Array
from quiz.lab.training.simulate import Mask, Whole
from quiz.usecases.attempts.blocks import BLOCK_SIZE


def random_forms(count: int, items: int, generator: np.random.Generator) -> Mask:
    """Which questions each pupil got, any number from 1 to all; shape (count, items)."""
    lengths = generator.integers(1, items + 1, (count, 1))
    ranks = generator.random((count, items)).argsort(axis=1).argsort(axis=1)
    result: Mask = ranks < lengths
    return result


def adaptive_forms(
    scorer: Engine,
    answers: Whole,
    stops: Sequence[int],
    skips: Mask | None = None,
    block: int = BLOCK_SIZE,
) -> list[Mask]:
    """Let every pupil answer in blocks chosen by the scorer; one mask (P, N) per stop.

    `stops` rise and count questions asked; `answers` are positions on the scale. Where `skips`
    (P, N) holds, the pupil sees the question but gives no answer. `block` questions are chosen at
    a time, as the quiz does.
    """
    skipped = np.zeros(answers.shape, bool) if skips is None else skips
    masks = [np.zeros(answers.shape, bool) for _ in stops]
    for pupil, row in enumerate(answers):
        walk = _walk(scorer, row, skipped[pupil], stops, block)
        for mask, answered in zip(masks, walk, strict=True):
            mask[pupil] = answered
    return masks


def _walk(
    scorer: Engine, row: Whole, skipped: Mask, stops: Sequence[int], block: int
) -> Iterator[Mask]:
    """Yield for each stop where one pupil answered."""
    names = list(scorer.items)
    positions = {name: position for position, name in enumerate(names)}
    values = (*scorer.values, scorer.unknown)
    responses: dict[str, int] = {}
    for stop in stops:
        while len(responses) < stop:
            for name in scorer.next_items(responses, min(block, stop - len(responses))):
                place = positions[name]
                responses[name] = values[-1] if skipped[place] else values[row[place]]
        answered = np.zeros(len(names), bool)
        answered[[positions[name] for name in responses]] = True
        yield answered & ~skipped


def masked(answers: Whole, mask: Mask, values: Sequence[int]) -> Array:
    """Answers (P, N) in the units of the scale, NaN where nothing was answered."""
    scaled = np.array(values, dtype=float)[answers]
    return np.where(mask, scaled, np.nan)
