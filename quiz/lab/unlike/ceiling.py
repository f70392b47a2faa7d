"""How much 28 answers can tell at all: a judge who was taught by pupils of that very world.

Is the engine behind the raw sum of all 56 because it reads 28 answers badly, or because half of the
answers tell less? Somebody who knows the world says it: a regression that saw thousands of its
pupils with their true interests, and may choose the 28 questions that tell most about them. No
engine for worlds that nobody knows can do better. Print it with
`python -m quiz.lab.unlike.ceiling`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from quiz.domain.bank.load import load_bank
from quiz.domain.bank.schema import Bank
from quiz.domain.scoring.normal import Array
from quiz.lab.training.baselines import sum_scores
from quiz.lab.training.measures import hit_rate
from quiz.lab.training.simulate import Pupils, Whole
from quiz.lab.unlike.families import UNLIKE
from quiz.lab.unlike.judge import LENGTH
from quiz.lab.unlike.worlds import Crowd, crowd

TAUGHT, JUDGED = 20_000, 4_000


@dataclass(frozen=True)
class Ceiling:
    """How often the first world is right: the raw sum of all, and somebody who knows the world."""

    raw_sum_of_all: float
    taught_of_some: float
    taught_of_all: float


def ceiling(bank: Bank, met: Crowd, taught: int, length: int = LENGTH) -> Ceiling:
    """What can be known of the pupils of a crowd after the first `taught`, who do the teaching.

    All answers are fresh, and nobody says "don't know": more than any engine gets.
    """
    answers, top = met.fresh, met.interests.argmax(axis=1)
    some = _most_telling(bank, met, taught, length)
    rest = Pupils(answers[taught:], met.interests[taught:], met.group[taught:])
    (_, raw), _ = sum_scores(bank, rest, range(len(bank.items)), [len(bank.items)])
    return Ceiling(
        raw_sum_of_all=hit_rate(raw, rest.top),
        taught_of_some=hit_rate(_chances(answers[:, some], top, taught), top[taught:]),
        taught_of_all=hit_rate(_chances(answers, top, taught), top[taught:]),
    )


def _most_telling(bank: Bank, met: Crowd, taught: int, length: int) -> Sequence[int]:
    """As many questions of each world, those that go with its interest most in this very world."""
    found: list[int] = []
    items = list(bank.items.values())
    for column, world in enumerate(bank.worlds):
        interest = met.interests[:taught, column]
        own = [number for number, item in enumerate(items) if item.world == world]
        with_it = [abs(np.corrcoef(met.fresh[:taught, number], interest)[0, 1]) for number in own]
        best = np.argsort(with_it)[::-1][: length // len(bank.worlds)]
        found += [own[place] for place in best.tolist()]
    return found


def _chances(answers: Whole, top: Whole, taught: int) -> Array:
    """The probability of each world to be first, for the pupils who taught nothing."""
    scale = StandardScaler().fit(answers[:taught])
    learner = LogisticRegression(C=0.1, max_iter=200)
    learner.fit(scale.transform(answers[:taught]), top[:taught])
    result: Array = learner.predict_proba(scale.transform(answers[taught:]))
    return result


def main() -> None:
    """Print one line a level: the mean over its kinds of worlds."""
    bank = load_bank().only_live()
    print("level | raw sum of 56 | taught, best 28 | taught, all 56")  # noqa: T201
    for number, (level, kinds) in enumerate(UNLIKE.items()):
        found = [
            ceiling(
                bank,
                crowd(bank, traits, TAUGHT + JUDGED, np.random.default_rng([number, kind])),
                TAUGHT,
            )
            for kind, traits in enumerate(kinds.values())
        ]
        means = np.mean(
            [(one.raw_sum_of_all, one.taught_of_some, one.taught_of_all) for one in found], axis=0
        )
        print(level, *(f"{mean:.3f}" for mean in means), sep=" | ", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
