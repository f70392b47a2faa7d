"""How often a pupil who stayed the same is told that something perhaps changed.

Invented pupils answer the adaptive quiz on two days; only what belongs to the day differs. That
is the mildest kind of retest: real pupils also differ from day to day, so real figures will be
higher. It sets `quiz.domain.scoring.change.PERHAPS` until pupils did the quiz twice.

Print the figures with `python -m quiz.lab.training.retest`.
"""

from dataclasses import replace

import numpy as np

from quiz.domain.bank.load import load_bank
from quiz.domain.bank.schema import Bank
from quiz.domain.scoring import Scorer
from quiz.domain.scoring.change import PERHAPS, change_between
from quiz.domain.scoring.normal import Array
from quiz.domain.scoring.profile import Profile
from quiz.lab.training.conditions import EVALUATION, PLAIN, Conditions
from quiz.lab.training.forms import adaptive_forms
from quiz.lab.training.simulate import Mask, Whole, expert_loadings, simulate_bank, simulate_twice

SEED = 0
QUESTIONS = 28
BANKS, PUPILS = 20, 100
THRESHOLDS = (1.5, 1.6, 1.7, 1.8, 1.9, 2.0, 2.1, 2.2, 2.3, 2.4, 2.5)


def largest_changes(
    bank: Bank, scorer: Scorer, conditions: Conditions, *, changed: bool = False
) -> Array:
    """For pupils of many invented banks, the largest |difference| / sd over their worlds.

    With `changed` each pupil has become somebody else by the second day. Honest pupils only:
    answering carelessly on one of the days is a change that should be seen.
    """
    generator = np.random.default_rng(SEED)
    honest = replace(conditions, careless=0.0)
    found: list[float] = []
    for _bank in range(BANKS):
        world = simulate_bank(expert_loadings(bank), honest, generator)
        days = simulate_twice(world, honest, len(scorer.values), PUPILS, generator)
        then, now = (_profiles(scorer, answers) for answers in days)
        later = [*now[1:], now[0]] if changed else now
        found += [_largest(*pair) for pair in zip(then, later, strict=True)]
    return np.array(found)


def _profiles(scorer: Scorer, answers: Whole) -> list[Profile]:
    (asked,) = adaptive_forms(scorer, answers, [QUESTIONS])
    return [_profile(scorer, *pupil) for pupil in zip(answers, asked, strict=True)]


def _profile(scorer: Scorer, answers: Whole, asked: Mask) -> Profile:
    names = list(scorer.items)
    return scorer.profile(
        {names[place]: scorer.values[answers[place]] for place in np.flatnonzero(asked)}
    )


def _largest(then: Profile, now: Profile) -> float:
    changes = change_between(then, now).values()
    return max(abs(change.difference) / (change.chance / PERHAPS) for change in changes)


def main() -> None:
    """Print the share of pupils beyond some thresholds, for each condition."""
    bank = load_bank()
    scorer = Scorer.load(bank=bank)
    found = {name: largest_changes(bank, scorer, each) for name, each in EVALUATION.items()}
    found["other"] = largest_changes(bank, scorer, PLAIN, changed=True)
    print("beyond sd  " + "  ".join(f"{name:>8}" for name in found))  # noqa: T201
    for threshold in THRESHOLDS:
        shares = "  ".join(f"{(one > threshold).mean():8.3f}" for one in found.values())
        print(f"{threshold:9.1f}  {shares}")  # noqa: T201


if __name__ == "__main__":
    main()
