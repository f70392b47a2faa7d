"""What the tests of the pupil's room ask for."""

import pytest

from quiz.attempts import Services
from quiz.bank import Bank


@pytest.fixture
def bank(services: Services) -> Bank:
    """The questions of the running app."""
    return services.bank
