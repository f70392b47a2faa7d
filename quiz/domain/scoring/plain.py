"""The fallback without a model: each world's mean keyed answer, against the pupil's own mean.

It is what most comparable tests do. Its probabilities are a rough translation of the ranking.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from quiz.domain.scoring.engine import Engine, Estimate
from quiz.domain.scoring.expert import bank_form, expert_measurement, static_order
from quiz.domain.scoring.model import Rules
from quiz.domain.scoring.normal import Array
from quiz.domain.scoring.turns import Turns

if TYPE_CHECKING:
    from quiz.domain.bank.schema import Bank

_SHARPNESS = 2.0  # log-odds per standard deviation of difference between two worlds


class PlainScorer(Engine):
    """Scores pupils by a plain sum; see `Engine` for the interface."""

    fallback = True
    model_version = "plain"

    def __init__(self, bank: "Bank") -> None:
        form = bank_form(bank, bank.live)
        measurement = expert_measurement(bank)
        form = bank_form(bank, static_order(measurement, form))
        super().__init__(form, Rules())
        self.bank_hash = bank.hash
        self._unit = (bank.values[-1] - bank.values[0]) / 4
        self._keying = np.array([item.keying for item in bank.items.values()], dtype=float)
        self._world_of = [self._world_index[world] for world in form.items.values()]
        self._order = [self._reader.positions[item] for item in form.order]

    def probabilities(self, responses: Mapping[str, int]) -> dict[str, float]:
        """The probability per world; see `Engine`."""
        return self._chances(self._standing(self._reader.codes(responses)).probabilities)

    def next_items(self, responses: Mapping[str, int], n: int = 1) -> list[str]:
        """The next questions of the static order; see `Engine`."""
        self._reader.codes(responses)
        asked = self._reader.asked(responses)
        left = [position for position in self._order if position not in set(asked)]
        turns = Turns(self._world_of, asked, left)
        chosen: list[str] = []
        while len(chosen) < n and left:
            allowed = turns.allowed()
            best = next(position for position in left if self._world_of[position] in allowed)
            left.remove(best)
            turns.take(self._world_of[best])
            chosen.append(self._names[best])
        return chosen

    def explain(self, responses: Mapping[str, int], world: str) -> list[tuple[str, float]]:
        """The part that each answer played; see `Engine`."""
        position = self._world_position(world)
        codes = self._reader.codes(responses)
        return self._ranked_reasons(codes, self._parts(codes)[:, position])

    def _parts(self, codes: list[int]) -> Array:
        """What each answer adds to each world's interest; shape (answers, W).

        A world's score is the sum of its answers over their number plus one, so that one lucky
        answer does not win; the interest is that score minus the mean score of the worlds.
        """
        worlds = len(self.worlds)
        positions, places = np.divmod(np.array(codes, dtype=int), len(self._form.values))
        values = np.array(self._form.values, dtype=float)[places]
        centred = self._keying[positions] * (values - values.mean()) if codes else values
        world_of = np.array(self._world_of)[positions]
        shares = np.eye(worlds)[world_of] / (self._counts(codes)[world_of] + 1)[:, None]
        parts: Array = (centred / self._unit)[:, None] * (shares - shares.mean(1, keepdims=True))
        return parts

    def _counts(self, codes: list[int]) -> Array:
        """How many questions of each world were answered; shape (W,)."""
        width = len(self._form.values)
        answered = [self._world_of[code // width] for code in codes]
        return np.bincount(np.array(answered, dtype=int), minlength=len(self.worlds)).astype(float)

    def _standing(self, codes: list[int]) -> Estimate:
        interest = self._parts(codes).sum(axis=0)
        odds = np.exp(_SHARPNESS * (interest - interest.max()))
        return Estimate(odds / odds.sum(), interest, 1 / np.sqrt(self._counts(codes) + 1))
