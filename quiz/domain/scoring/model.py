"""What the engine knows after training: plain arrays, no behaviour, no file access.

W worlds, N questions, F = W + 1 factors (the worlds, then the answering style).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from quiz.domain.scoring.normal import Array


@dataclass(frozen=True)
class Measurement:
    """How answers depend on interests; answers in the units of the scale, interests in SDs.

    means (N,), loadings (N, F), unique variances (N,), prior covariance (F, F). `shares` (N, W)
    says what the interest in a world is: None, the factor behind the answers; else the score of
    the complete form, to which answer j adds shares[j] times its distance to the mean.
    """

    means: Array
    loadings: Array
    unique: Array
    prior: Array
    shares: Array | None = None


@dataclass(frozen=True)
class Head:
    """The classifier: coefficients (W, 2W) on the evidence features, intercept (W,)."""

    coefficients: Array
    intercept: Array


@dataclass(frozen=True)
class Rules:
    """Thresholds, read from the model so that they can be learned; shares lie in 0..1.

    close, broad: see outcome.py; contest: see selection.py; the others: see quality.py.
    """

    close: float = 0.15
    broad: float = 0.35
    contest: float = 0.5
    run: float = 10
    run_share: float = 0.6
    spread: float = 0.35
    least_answers: float = 7
    fast: float = 1000


@dataclass(frozen=True)
class Form:
    """What can be asked and answered.

    `items` gives each question its main world, in bank order; `values` are the real answers from
    low to high and `unknown` the answer that is no evidence; `order` holds the questions that
    may be offered, in the static order.
    """

    worlds: tuple[str, ...]
    items: Mapping[str, str]
    values: tuple[int, ...]
    unknown: int
    order: tuple[str, ...]


@dataclass(frozen=True)
class Model:
    """A trained model with where it came from.

    `provenance` says what it was trained on, by which seed and code; `metrics` how well it did.
    `misfit` holds rows (answers, low, high): between which bounds the misfit of honest pupils with
    so many answers lies, see `quiz.domain.scoring.quality`; empty when nobody has measured that.
    """

    bank_hash: str
    form: Form
    measurement: Measurement
    head: Head
    rules: Rules
    provenance: Mapping[str, str | int]
    metrics: Mapping[str, float]
    misfit: tuple[tuple[float, float, float], ...] = ()
