"""A pupil's own answers, as the readers of signals look at them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quiz.domain.bank.schema import Bank


@dataclass(frozen=True)
class Answers:
    """Answers on questions of the bank, in the order of asking.

    `real`: question to value, without "geen idee"; `unknown`: the questions that were answered
    so; `tech`: answers on the tech-type questions. An answer from `liked` on is positive, one up
    to `disliked` negative: the upper and the lower two of the scale.
    """

    bank: Bank
    real: Mapping[str, int]
    unknown: tuple[str, ...]
    tech: Mapping[str, int]

    @classmethod
    def of(cls, bank: Bank, answers: Mapping[str, int]) -> "Answers":
        """Sort answers by what they are about; answers to anything else are left out."""
        given = {name: value for name, value in answers.items() if name in bank.items}
        return cls(
            bank,
            {name: value for name, value in given.items() if value != bank.unknown},
            tuple(name for name, value in given.items() if value == bank.unknown),
            bank.tech_answers(answers),
        )

    @property
    def liked(self) -> int:
        """From this value on an answer is positive."""
        return self.bank.positive

    @property
    def disliked(self) -> int:
        """Up to this value an answer is negative."""
        return self.bank.values[1]

    def in_world(self, world: str) -> dict[str, int]:
        """The real answers on the questions of a world."""
        return {name: value for name, value in self.real.items() if self.world(name) == world}

    def of_facet(self, facet: str) -> dict[str, int]:
        """The real answers on the questions about people, things or ideas."""
        items = self.bank.items
        return {name: value for name, value in self.real.items() if items[name].facet == facet}

    def world(self, question: str) -> str:
        """The main world of a question."""
        return self.bank.items[question].world

    def most_given(self) -> dict[str, str | int]:
        """The answer that was given most often, how often, and of how many answers."""
        counts = Counter(self.real.values()).most_common(1) or [(self.bank.values[0], 0)]
        value, count = counts[0]
        return {"value": value, "count": count, "total": len(self.real)}


def highest(answers: Mapping[str, int]) -> str:
    """The question with the highest answer, the first one asked where answers are equal."""
    return max(answers, key=lambda name: answers[name])


def lowest(answers: Mapping[str, int]) -> str:
    """The question with the lowest answer, the first one asked where answers are equal."""
    return min(answers, key=lambda name: answers[name])


def mean(values: Iterable[int]) -> float:
    """The mean of one or more values."""
    numbers = list(values)
    return sum(numbers) / len(numbers)
