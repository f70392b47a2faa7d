"""What every use case needs, handed over in one piece: storage, questions, engine, key, clock."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from quiz.bank import Bank
from quiz.records import Database
from quiz.scoring import Profile


class Engine(Protocol):
    """What we ask of a scorer, trained or plain."""

    @property
    def items(self) -> Mapping[str, str]:
        """Question id to its main world."""

    @property
    def worlds(self) -> Sequence[str]:
        """The worlds in the order of the bank."""

    @property
    def model_version(self) -> str:
        """Which model this is."""

    @property
    def fallback(self) -> bool:
        """Whether the plain sum is in use."""

    def next_items(self, responses: Mapping[str, int], n: int = 1) -> list[str]:
        """The questions to ask next."""

    def profile(self, responses: Mapping[str, int]) -> Profile:
        """The picture over the worlds."""

    def explain(self, responses: Mapping[str, int], world: str) -> list[tuple[str, float]]:
        """What each answer did for a world."""


@dataclass(frozen=True)
class Services:
    """The parts of a running quiz. The clock gives moments in UTC and is replaced in tests."""

    database: Database
    bank: Bank
    engine: Engine
    code_key: bytes
    clock: Callable[[], datetime]
