"""What must hold for a model to be usable at all, beyond being laid out well."""

from typing import TYPE_CHECKING

import numpy as np

from quiz.domain.scoring.errors import (
    HeadError,
    ModelFieldError,
    OtherBankError,
    PriorError,
    UniqueVarianceError,
    UnknownItemsError,
)
from quiz.domain.scoring.head import is_monotone
from quiz.domain.scoring.model import Form, Head, Measurement, Model
from quiz.domain.scoring.normal import Array

if TYPE_CHECKING:
    from quiz.domain.bank.schema import Bank


def check_form(form: Form) -> None:
    """Refuse worlds, a scale, questions or an order that contradict each other."""
    worlds = set(form.worlds)
    if len(worlds) < len(form.worlds) or len(worlds) < 2:
        raise ModelFieldError("model: worlds must be at least two different ids")
    strange = sorted(set(form.items.values()) - worlds)
    if strange:
        raise ModelFieldError(f"model: items name the world {strange[0]!r}, which is not there")
    if list(form.values) != sorted(set(form.values)) or len(form.values) < 2:
        raise ModelFieldError("model: values must be at least two numbers from low to high")
    if form.unknown in form.values:
        raise ModelFieldError(f"model: unknown is {form.unknown}, which is a real answer too")
    unknown = sorted(set(form.order) - form.items.keys())
    if unknown:
        raise UnknownItemsError(f"model: order holds {unknown[0]!r}, which is not among the items")
    if len(set(form.order)) < len(form.order):
        raise ModelFieldError("model: order holds a question twice")


def check_measurement(measurement: Measurement, form: Form) -> None:
    """Refuse variances that cannot be."""
    wrong = [
        item
        for item, unique in zip(form.items, measurement.unique.tolist(), strict=True)
        if unique <= 0
    ]
    if wrong:
        raise UniqueVarianceError(f"model: the unique variance of {wrong[0]!r} is not above zero")
    prior = measurement.prior
    if not np.allclose(prior, prior.T, atol=1e-9):
        raise PriorError("model: the prior covariance is not symmetric")
    if np.linalg.eigvalsh(prior).min() <= 1e-6:
        raise PriorError("model: the prior covariance is not positive definite")


def check_head(head: Head) -> None:
    """Refuse a head with which more evidence for a world could lower it."""
    if not is_monotone(head):
        raise HeadError("model: the head is not monotone: more evidence could lower a world")


def check_misfit(rows: Array) -> None:
    """Refuse bounds (K, 3) of misfit that are not sorted by length, or lie the wrong way round."""
    if (np.diff(rows[:, 0]) <= 0).any() or (rows[:, 1] >= rows[:, 2]).any():
        raise ModelFieldError("model: misfit must hold rising lengths, each with low below high")


def check_bank(model: Model, bank: "Bank") -> None:
    """Refuse a model of other questions than the bank's."""
    strange = [item for item in model.form.items if item not in bank.items]
    if strange:
        raise UnknownItemsError(
            f"model: {len(strange)} questions are not in the bank, {strange[0]!r} first; "
            "run `quiz train`"
        )
    if model.bank_hash != bank.hash:
        raise OtherBankError(
            f"model: was trained on bank {model.bank_hash[:12]}, this is bank {bank.hash[:12]}; "
            "run `quiz train`"
        )
