"""A small engine, the engine of the real questions, and their plain fallbacks."""

import pytest

from quiz.domain.bank.load import load_bank
from quiz.domain.bank.schema import Bank
from quiz.domain.scoring import Scorer
from quiz.domain.scoring.engine import Engine
from tests.domain.scoring.small import small_bank, small_model


@pytest.fixture(scope="session")
def bank() -> Bank:
    return load_bank()


@pytest.fixture(scope="session")
def scorer(bank: Bank) -> Scorer:
    return Scorer.load(bank=bank)


@pytest.fixture(scope="session")
def small() -> Scorer:
    return Scorer(small_model(small_bank()))


@pytest.fixture(scope="session", params=["trained", "small", "plain", "small plain"])
def engine(request: pytest.FixtureRequest, bank: Bank, scorer: Scorer, small: Scorer) -> Engine:
    engines: dict[str, Engine] = {
        "trained": scorer,
        "small": small,
        "plain": Scorer.plain(bank),
        "small plain": Scorer.plain(small_bank()),
    }
    return engines[request.param]
