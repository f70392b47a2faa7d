"""The bank as the experts see it: a measurement model without any data.

Used to start training, to order questions without a model, and by simulations. All means are
equal on purpose: until real answers come in, invented popularity would decide the ranking.
"""

from typing import TYPE_CHECKING

import numpy as np

from quiz.domain.scoring.evidence import Evidence
from quiz.domain.scoring.model import Form, Measurement
from quiz.domain.scoring.selection import Selector

if TYPE_CHECKING:
    from quiz.domain.bank.schema import Bank

ANSWER_SPREAD = 0.275  # SD of an answer (without style), as a share of the width of the scale
CORRELATION = 0.4  # between the interests in two worlds, the middle of .25-.55
STYLE = 0.3  # how much the answering style (saying yes to all) moves any answer, in the same unit
LEAST_UNIQUE = 0.2  # smallest share of an answer's variance that is its own (beside style)


def bank_form(bank: "Bank", order: tuple[str, ...]) -> Form:
    """Describe the bank's questions and scale; `order` says which may be offered."""
    items = {item.id: item.world for item in bank.items.values()}
    return Form(bank.worlds, items, bank.values, bank.unknown, order)


def expert_measurement(bank: "Bank") -> Measurement:
    """Turn the experts' loadings (standardised) into means, loadings and variances of answers.

    Rounding to a step h adds h^2 / 12 to the unique variance (Sheppard's correction).
    """
    spread = ANSWER_SPREAD * (bank.values[-1] - bank.values[0])
    count, worlds = len(bank.items), len(bank.worlds)
    prior = np.eye(worlds + 1)
    prior[:worlds, :worlds] += CORRELATION * (1 - np.eye(worlds))
    loadings = np.full((count, worlds + 1), STYLE)
    for row, item in zip(loadings, bank.items.values(), strict=True):
        row[:worlds] = [item.keying * item.loadings.get(world, 0.0) for world in bank.worlds]
    interest = loadings[:, :worlds]
    explained = np.einsum("nw,wv,nv->n", interest, prior[:worlds, :worlds], interest)
    rounding = ((bank.values[-1] - bank.values[0]) / (len(bank.values) - 1)) ** 2 / 12
    unique = spread**2 * np.maximum(1 - explained, LEAST_UNIQUE) + rounding
    means = np.full(count, (bank.values[0] + bank.values[-1]) / 2)
    return Measurement(means, spread * loadings, unique, prior)


def static_order(measurement: Measurement, form: Form) -> tuple[str, ...]:
    """The offered questions in the order that is best while nothing is known."""
    even = np.full(len(form.worlds), 1 / len(form.worlds))
    nothing = Evidence(measurement, form.values).belief([])
    chosen = Selector(measurement, form).choose(nothing, even, [], len(form.order))
    return tuple(chosen)
