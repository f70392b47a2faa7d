"""How often honest pupils get a remark about their answers, and how often careless ones do."""

from collections.abc import Callable, Iterator

import numpy as np

from quiz.domain.scoring import Scorer
from quiz.lab.training.simulate import Pupils, Whole
from quiz.usecases.attempts.blocks import BLOCK_SIZE

LENGTH = 28

Answer = Callable[[int, int], int]  # (place on screen, question) -> position on the scale


def remark_rates(
    scorer: Scorer, honest: Pupils, generator: np.random.Generator
) -> dict[str, float]:
    """Which share gets any remark: honest pupils, and as many careless ones of four kinds.

    "same" gives one answer throughout, "random" any answer, "pattern" goes up and down the scale,
    "half_random" reads half of the questions. Times play no part here.
    """
    levels = len(scorer.values)
    kinds: dict[str, list[Answer]] = {"honest": [], "same": [], "pattern": []}
    kinds |= {"random": [], "half_random": []}
    for row in honest.answers:
        noise = generator.integers(0, levels, len(row))
        mixed = np.where(generator.random(len(row)) < 0.5, row, noise)
        kinds["honest"].append(_written(row))
        kinds["same"].append(_written(np.full(len(row), noise[0])))
        kinds["random"].append(_written(noise))
        kinds["half_random"].append(_written(mixed))
        kinds["pattern"].append(_wave(levels))
    found = {kind: [_remarks(scorer, answer) for answer in each] for kind, each in kinds.items()}
    rates = {kind: float(np.mean([bool(codes) for codes in each])) for kind, each in found.items()}
    rates["honest_misfit"] = float(np.mean(["misfit" in codes for codes in found["honest"]]))
    return rates


def _written(row: Whole) -> Answer:
    positions = [int(value) for value in row]
    return lambda _place, question: positions[question]


def _wave(levels: int) -> Answer:
    wave = [*range(levels), *range(levels - 2, 0, -1)]
    return lambda place, _question: wave[place % len(wave)]


def _remarks(scorer: Scorer, answer: Answer) -> tuple[str, ...]:
    """Let somebody answer questions chosen by the scorer; return the remarks they get."""
    responses: dict[str, int] = {}
    for place, name in enumerate(_asked(scorer, responses)):
        question = list(scorer.items).index(name)
        responses[name] = scorer.values[answer(place, question)]
    return scorer.profile(responses).remarks


def _asked(scorer: Scorer, responses: dict[str, int]) -> Iterator[str]:
    """Yield questions block by block, while the caller fills in the responses."""
    while len(responses) < min(LENGTH, len(scorer.static_order)):
        yield from scorer.next_items(responses, min(BLOCK_SIZE, LENGTH - len(responses)))
