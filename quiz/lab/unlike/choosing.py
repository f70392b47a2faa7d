"""What choosing the questions brings, on worlds that nobody knows: how often the first is right.

The same questions for everybody, blocks of seven as the quiz asks them, and one question at a
time, the most that choosing can do; each with another weight of the worlds in the lead (`contest`
in `quiz.domain.scoring.selection`). Print it with `python -m quiz.lab.unlike.choosing`.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from quiz.domain.bank.load import load_bank
from quiz.domain.scoring import Scorer
from quiz.lab.training.forms import adaptive_forms, masked
from quiz.lab.training.measures import hit_rate
from quiz.lab.training.simulate import Mask
from quiz.lab.unlike.families import UNLIKE
from quiz.lab.unlike.judge import LENGTH
from quiz.lab.unlike.worlds import Crowd, crowd
from quiz.usecases.attempts.blocks import BLOCK_SIZE

PUPILS = 1000
CONTESTS = (0.5, 1.0, 2.0, 3.0)


def choosing(scorer: Scorer, met: Crowd, length: int = LENGTH) -> Iterator[tuple[str, float]]:
    """Yield (way of choosing, share whose first world is right), all answers fresh and given."""
    top = met.interests.argmax(axis=1)

    def right(mask: Mask) -> float:
        return hit_rate(scorer.probabilities_batch(masked(met.fresh, mask, scorer.values)), top)

    yield "the same for everybody", right(_the_same(scorer, met, length))
    for contest in CONTESTS:
        rules = replace(scorer.model.rules, contest=contest)
        other = Scorer(replace(scorer.model, rules=rules))
        (mask,) = adaptive_forms(other, met.fresh, [length])
        yield f"blocks of {BLOCK_SIZE}, contest {contest:g}", right(mask)
    (mask,) = adaptive_forms(scorer, met.fresh, [length], block=1)
    yield "one at a time", right(mask)
    yield "all questions", right(_the_same(scorer, met, len(scorer.static_order)))


def _the_same(scorer: Scorer, met: Crowd, length: int) -> Mask:
    """Every pupil gets the first questions of the order in which nothing is known."""
    first = [list(scorer.items).index(item) for item in scorer.static_order[:length]]
    mask: Mask = np.zeros(met.fresh.shape, bool)
    mask[:, first] = True
    return mask


def main() -> None:
    """Print one line a level and way: the mean over its kinds of worlds."""
    bank = load_bank()
    scorer = Scorer.load(bank=bank)
    for number, (level, kinds) in enumerate(UNLIKE.items()):
        found: dict[str, list[float]] = {}
        for kind, traits in enumerate(kinds.values()):
            met = crowd(bank, traits, PUPILS, np.random.default_rng([number, kind]))
            for way, share in choosing(scorer, met):
                found.setdefault(way, []).append(share)
        for way, shares in found.items():
            print(level, way, f"{np.mean(shares):.3f}", sep=" | ", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
