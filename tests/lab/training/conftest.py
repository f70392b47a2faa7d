"""A small bank with the model that training makes of it, quickly."""

import pytest

from quiz.domain.bank.schema import Bank
from quiz.domain.scoring import Scorer
from quiz.domain.scoring.model import Model
from quiz.lab.training.build import TrainingPlan, train
from tests.domain.scoring.small import small_bank

PLAN = TrainingPlan(seed=3, banks=4, pupils=40)


@pytest.fixture(scope="session")
def bank() -> Bank:
    return small_bank(per_world=15)


@pytest.fixture(scope="session")
def model(bank: Bank) -> Model:
    return train(bank, PLAN)


@pytest.fixture(scope="session")
def scorer(model: Model) -> Scorer:
    return Scorer(model)
