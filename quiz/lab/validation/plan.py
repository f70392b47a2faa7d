"""What was decided before the first real pupils: how many are needed, and what counts as enough.

docs/validation.md says why; tests/lab/validation holds its numbers against these.
"""

from math import atanh, ceil
from statistics import NormalDist

LEAST = 50  # pupils; about fewer nothing is said (the rule for class pictures asks for 10)
LEAST_OMEGA = 0.70
LEAST_RETEST = 0.70
LEAST_IN_TOP_THREE = 0.60  # own choice among the first three; by chance 3 in 7, .43
MOST_DIF = 0.30  # difference between groups in SDs of an answer, interests taken into account
MOST_FASHION = 0.10  # difference between how often a world comes first and how often it is chosen
LEAST_SECONDS, MOST_SECONDS = 1.5, 15.0  # median time of an honest answer to one question
CLASS_SIZE, ALIKE = 25, 0.05  # pupils of one class are a little alike (intraclass correlation)
_SURE = NormalDist().inv_cdf(0.975)


def for_a_share(half_width: float, *, in_classes: bool = True) -> int:
    """How many pupils give a share to within `half_width` (95 %), at worst (one half).

    Pupils of a class are alike: times the design effect 1 + (size - 1) x correlation (Kish, 1965).
    """
    alone = (_SURE / half_width) ** 2 / 4
    return ceil(alone * (1 + (CLASS_SIZE - 1) * ALIKE) if in_classes else alone)


def for_reliability(expected: float, half_width: float, questions: int) -> int:
    """How many complete forms give alpha to about `half_width` (Bonett, 2002)."""
    width = half_width / (1 - expected)
    return ceil(2 * questions / (questions - 1) * (_SURE / width) ** 2 + 2)


def for_a_correlation(expected: float, lower: float) -> int:
    """How many pairs put the lower bound of an expected correlation at `lower` (Fisher's z)."""
    return ceil((_SURE / (atanh(expected) - atanh(lower))) ** 2 + 3)


def for_a_difference(size: float, questions: int) -> int:
    """How many answers per group show a difference of `size` SDs on one question of so many.

    With a power of 80 %.
    """
    beyond = NormalDist().inv_cdf
    return ceil(2 * ((beyond(1 - 0.025 / questions) + beyond(0.8)) / size) ** 2)


def interval(share: float, count: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share, for pupils in classes."""
    size = count / (1 + (CLASS_SIZE - 1) * ALIKE)
    middle = (share + _SURE**2 / (2 * size)) / (1 + _SURE**2 / size)
    half = _SURE * (share * (1 - share) / size + _SURE**2 / (4 * size**2)) ** 0.5
    half /= 1 + _SURE**2 / size
    return max(middle - half, 0.0), min(middle + half, 1.0)


# What the arithmetic gives, with the expectations that docs/validation.md explains.
PUPILS = for_a_share(0.05)  # with an own choice, per stage
FORMS = 4 * for_reliability(0.75, 0.03, 8)  # a form of 28 holds a quarter of all pairs of questions
PAIRS = for_a_correlation(0.80, 0.75)
GROUP = 2 * for_a_difference(MOST_DIF, 56)  # every question is asked of about half of the pupils
