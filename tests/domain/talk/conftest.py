"""Pupils on paper: what they answered, as the guide is told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from quiz.domain.bank.load import load_bank
from quiz.domain.bank.schema import Bank, Item
from quiz.domain.scoring.profile import Profile
from quiz.domain.talk.load import load_guide
from quiz.domain.talk.schema import Guide
from quiz.domain.talk.signals import Signals, TalkInput, read_signals

Taste = Callable[[Item], int]


@dataclass(frozen=True)
class Pupil:
    """A pupil who answers every question by taste, and has the worlds in this order."""

    bank: Bank
    taste: Taste = lambda _item: 3
    profile: Mapping[str, Any] = field(default_factory=dict)
    told: Mapping[str, Any] = field(default_factory=dict)

    def but(self, taste: Taste | None = None, told: Mapping[str, Any] | None = None) -> "Pupil":
        """The same pupil with another taste, or who told something more."""
        return replace(self, taste=taste or self.taste, told={**self.told, **(told or {})})

    def looks(self, **profile: Any) -> "Pupil":
        """The same pupil with something else in the profile."""
        return replace(self, profile={**self.profile, **profile})

    def signals(self) -> Signals:
        """What the guide notices."""
        answers = {name: self.taste(self.bank.items[name]) for name in self.bank.live}
        told = {"answers": answers, "profile": self.as_profile(), **self.told}
        return read_signals(self.bank, TalkInput(**told))

    def as_profile(self) -> Profile:
        """The profile by itself."""
        worlds = self.bank.worlds
        flat = dict.fromkeys(worlds, 0.5)
        values = {
            "worlds": worlds,
            "probabilities": flat,
            "interest": {world: 1.0 - 0.5 * place for place, world in enumerate(worlds)},
            "uncertainty": flat,
            "outcome": "clear",
            "top": worlds[:1],
            "answered": len(self.bank.live),
            "remarks": (),
            "fallback": False,
            **self.profile,
        }
        return Profile(**values)


@pytest.fixture(scope="session")
def bank() -> Bank:
    return load_bank()


@pytest.fixture
def pupil(bank: Bank) -> Pupil:
    """Somebody who says "gaat wel" to everything and has one world in front."""
    return Pupil(bank)


@pytest.fixture(scope="session", params=["nl", "en"])
def guide(request: pytest.FixtureRequest) -> Guide:
    return load_guide(request.param)


@pytest.fixture(scope="session")
def dutch() -> Guide:
    return load_guide("nl")
