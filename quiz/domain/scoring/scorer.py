"""The scorer: the one object that the rest of the product talks to."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.domain.scoring.artefact import model_version, read_model
from quiz.domain.scoring.batch import batch_probabilities
from quiz.domain.scoring.checks import check_bank
from quiz.domain.scoring.engine import Engine, Estimate
from quiz.domain.scoring.evidence import Evidence
from quiz.domain.scoring.head import head_probabilities
from quiz.domain.scoring.model import Model
from quiz.domain.scoring.normal import Array
from quiz.domain.scoring.plain import PlainScorer
from quiz.domain.scoring.reasons import contributions, interests, uncertainties
from quiz.domain.scoring.selection import Selector, contest_weights

if TYPE_CHECKING:
    from quiz.domain.bank.schema import Bank


class Scorer(Engine):
    """Scores pupils with a trained model; see `Engine` for the interface."""

    fallback = False

    def __init__(self, model: Model) -> None:
        super().__init__(model.form, model.rules, model.misfit)
        self.model = model
        self.model_version = model_version(model)
        self.bank_hash = model.bank_hash
        self._evidence = Evidence(model.measurement, model.form.values)
        self._selector = Selector(model.measurement, model.form)

    @classmethod
    def load(cls, path: Path | str | None = None, bank: "Bank | None" = None) -> "Scorer":
        """Read a model (default: models/worlds.json); ModelError when it is refused.

        With a bank the model must be of exactly that bank, and only its live questions are
        offered. Without one the model speaks for itself.
        """
        model = read_model(path)
        if bank is None:
            return cls(model)
        check_bank(model, bank)
        order = tuple(item for item in model.form.order if item in set(bank.live))
        return cls(replace(model, form=replace(model.form, order=order)))

    @staticmethod
    def plain(bank: "Bank") -> PlainScorer:
        """The fallback for when the model is missing or refused."""
        return PlainScorer(bank)

    def probabilities(self, responses: Mapping[str, int]) -> dict[str, float]:
        """The probability per world; see `Engine`."""
        return self._chances(self._probabilities(self._reader.codes(responses)))

    def next_items(self, responses: Mapping[str, int], n: int = 1) -> list[str]:
        """The questions that most shrink the doubt; see `Engine`."""
        belief = self._evidence.belief(self._reader.codes(responses))
        current = head_probabilities(self.model.head, self._evidence.features(belief))
        contest = contest_weights(current, self.model.rules.contest)
        return self._selector.choose(belief, contest, self._reader.asked(responses), n)

    def explain(self, responses: Mapping[str, int], world: str) -> list[tuple[str, float]]:
        """The part that each answer played; see `Engine`."""
        position = self._world_position(world)
        codes = self._reader.codes(responses)
        evidence = self._evidence
        belief, own = evidence.belief(codes), evidence.own_steps(codes)
        parts = contributions(belief, evidence.steps[codes], own, position)
        return self._ranked_reasons(codes, parts)

    def probabilities_batch(
        self, answers: Array, progress: Callable[[int], None] = lambda _: None
    ) -> Array:
        """Probabilities (pupils, W) for answers (pupils, N), columns as in `items`.

        NaN or the unknown value is no evidence; ResponseError names the first wrong cell.
        `progress` is called now and then with the number of pupils done.
        """
        return batch_probabilities(self.model, self._evidence, answers, progress)

    def _probabilities(self, codes: list[int]) -> Array:
        features = self._evidence.features(self._evidence.belief(codes))
        return head_probabilities(self.model.head, features)

    def _standing(self, codes: list[int]) -> Estimate:
        belief = self._evidence.belief(codes)
        return Estimate(
            head_probabilities(self.model.head, self._evidence.features(belief)),
            interests(belief),
            uncertainties(belief),
            self._evidence.misfit(codes, belief),
        )
