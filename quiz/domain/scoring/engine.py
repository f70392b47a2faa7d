"""What the trained scorer and the plain fallback have in common: the public interface."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from quiz.domain.scoring.answers import AnswerReader
from quiz.domain.scoring.errors import ResponseError
from quiz.domain.scoring.model import Form, Rules
from quiz.domain.scoring.normal import Array
from quiz.domain.scoring.outcome import equal_first, judge
from quiz.domain.scoring.profile import Profile
from quiz.domain.scoring.quality import Bounds, Signs, remarks


class Estimate(NamedTuple):
    """Per world, in bank order: probability, interest and its standard deviation; each (W,).

    `misfit` is how surprising the answers are, see `quiz.domain.scoring.quality`.
    """

    probabilities: Array
    interest: Array
    uncertainty: Array
    misfit: float = 1.0


class Engine(ABC):
    """Turns answers into a profile, next questions and reasons; holds no pupil.

    Responses are {question id: value}. Value 0 (or a question left out) is no evidence. Every
    method raises ResponseError (a ValueError) for an unknown question or value.
    """

    fallback: bool
    model_version: str
    bank_hash: str

    def __init__(self, form: Form, rules: Rules, bounds: Bounds = ()) -> None:
        self._form = form
        self._rules = rules
        self._bounds = bounds
        self._reader = AnswerReader(form)
        self._names = list(form.items)
        self._world_index = {world: index for index, world in enumerate(form.worlds)}

    @property
    def worlds(self) -> Sequence[str]:
        """The ids of the worlds, in bank order."""
        return self._form.worlds

    @property
    def items(self) -> Mapping[str, str]:
        """The main world of each question, in bank order."""
        return self._form.items

    @property
    def values(self) -> Sequence[int]:
        """The real answers, from low to high."""
        return self._form.values

    @property
    def unknown(self) -> int:
        """The answer that is no evidence ("geen idee")."""
        return self._form.unknown

    @property
    def static_order(self) -> Sequence[str]:
        """The questions that may be offered, in the order to use when nothing is known."""
        return self._form.order

    @abstractmethod
    def probabilities(self, responses: Mapping[str, int]) -> dict[str, float]:
        """The probability per world that it is this pupil's strongest; they sum to 1."""

    @abstractmethod
    def next_items(self, responses: Mapping[str, int], n: int = 1) -> list[str]:
        """Up to n questions to ask next, best first; empty when none is left.

        Every question in `responses` counts as asked, also with value 0; their order is the order
        in which they were asked. Deterministic.
        """

    @abstractmethod
    def explain(self, responses: Mapping[str, int], world: str) -> list[tuple[str, float]]:
        """(question, contribution) for every real answer, largest contribution first.

        The contributions add up to `profile(responses).interest[world]`.
        """

    @abstractmethod
    def _standing(self, codes: list[int]) -> Estimate:
        """Score the real answers, given as codes of `AnswerReader`."""

    def profile(self, responses: Mapping[str, int], milliseconds: Sequence[int] = ()) -> Profile:
        """The whole result; responses in the order in which they were on screen.

        `milliseconds` are the times that answers took, as far as they were measured.
        """
        codes = self._reader.codes(responses)
        standing = self._standing(codes)
        probabilities = self._chances(standing.probabilities)
        worlds = sorted(self.worlds, key=lambda world: -probabilities[world])
        values = self._reader.values(responses)
        signs = Signs(values, milliseconds, standing.misfit, self._bounds)
        outcome = judge([probabilities[world] for world in worlds], self._rules)
        return Profile(
            worlds=tuple(worlds),
            probabilities=probabilities,
            interest=self._named(standing.interest),
            uncertainty=self._named(standing.uncertainty),
            outcome=outcome,
            top=equal_first(worlds, outcome),
            answered=len(codes),
            remarks=remarks(signs, self._rules),
            fallback=self.fallback,
        )

    def _chances(self, numbers: Array) -> dict[str, float]:
        """Name probabilities, rounded so that a tie is a tie and not a matter of the last bit."""
        return self._named(numbers.round(12))

    def _named(self, numbers: Array) -> dict[str, float]:
        return dict(zip(self._form.worlds, numbers.tolist(), strict=True))

    def _ranked_reasons(self, codes: list[int], parts: Array) -> list[tuple[str, float]]:
        width = len(self._form.values)
        names = [self._names[code // width] for code in codes]
        pairs = list(zip(names, parts.tolist(), strict=True))
        pairs.sort(key=lambda pair: -pair[1])
        return pairs

    def _world_position(self, world: str) -> int:
        try:
            return self._world_index[world]
        except KeyError:
            raise ResponseError(f"unknown world {world!r}: it is not in the bank") from None
