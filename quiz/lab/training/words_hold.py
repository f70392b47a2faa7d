"""How often the words of certainty hold among invented pupils, whose interests we know.

Print the table with `python -m quiz.lab.training.words_hold`.
"""

from collections import Counter

import numpy as np

from quiz.domain.bank.load import load_bank
from quiz.domain.bank.schema import Bank
from quiz.domain.scoring import Scorer
from quiz.domain.scoring.certainty import DOUBTS, doubt, is_right, pull, stands_out
from quiz.domain.scoring.profile import Profile
from quiz.lab.training.conditions import EVALUATION, Conditions
from quiz.lab.training.forms import adaptive_forms
from quiz.lab.training.simulate import Pupils, expert_loadings, simulate_bank, simulate_pupils

SEED = 0
QUESTIONS = 28
BANKS, PUPILS = 12, 150
FIRST = ("stands out", "first", "equal")

Counts = Counter[tuple[str, str, bool]]


def count_words(bank: Bank, scorer: Scorer, conditions: Conditions) -> Counts:
    """Count (words, how sure, whether right) over the worlds of pupils of many invented banks.

    The words about the first world count too, right where it is truly the first (or among the
    equal ones). Answers that tell nothing are left out: nothing is said of them.
    """
    generator = np.random.default_rng(SEED)
    found: Counts = Counter()
    for _bank in range(BANKS):
        world = simulate_bank(expert_loadings(bank), conditions, generator)
        pupils = simulate_pupils(world, conditions, len(scorer.values), PUPILS, generator)
        for profile, interests in zip(_profiles(scorer, pupils), pupils.interests, strict=True):
            if not profile.flat:
                centred = interests - interests.mean()
                found.update(_judged(profile, dict(zip(bank.worlds, centred, strict=True))))
    return found


def _profiles(scorer: Scorer, pupils: Pupils) -> list[Profile]:
    names = list(scorer.items)
    (asked,) = adaptive_forms(scorer, pupils.answers, [QUESTIONS])
    return [
        scorer.profile({names[at]: scorer.values[row[at]] for at in np.flatnonzero(mask)})
        for row, mask in zip(pupils.answers, asked, strict=True)
    ]


def _judged(profile: Profile, truth: dict[str, float]) -> list[tuple[str, str, bool]]:
    said = [(pull(profile, world), doubt(profile, world), world) for world in profile.worlds]
    found = [(words, sure, is_right(words, truth[world])) for words, sure, world in said]
    kind = FIRST[0] if stands_out(profile) else FIRST[1 if profile.outcome == "clear" else 2]
    strongest = max(truth, key=lambda world: truth[world])
    return [*found, (kind, "", strongest in profile.top)]


def main() -> None:
    """Print, for each condition, how often words are said and how often they are right."""
    bank = load_bank()
    scorer = Scorer.load(bank=bank)
    counts = {name: count_words(bank, scorer, each) for name, each in EVALUATION.items()}
    print("words        how sure  " + "  ".join(f"{name:>16}" for name in counts))  # noqa: T201
    rows = [(words, sure) for words in ("high", "middle", "low") for sure in DOUBTS]
    for words, sure in [*rows, *((kind, "") for kind in FIRST)]:
        cells = "  ".join(_cell(found, words, sure) for found in counts.values())
        print(f"{words:<12} {sure:<9} {cells}")  # noqa: T201


def _cell(found: Counts, words: str, sure: str) -> str:
    right, wrong = found[words, sure, True], found[words, sure, False]
    alike = sum(
        count for (other, _sure, _right), count in found.items() if (other in FIRST) == (not sure)
    )
    share = (right + wrong) / max(alike, 1)
    return f"{share:6.2f} right {right / max(right + wrong, 1):4.2f}"


if __name__ == "__main__":
    main()
