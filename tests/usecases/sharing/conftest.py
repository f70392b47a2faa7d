"""A pupil with a result, and a counsellor who may ask for it."""

import pytest

from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from tests.usecases.sharing.sharing import counsellor, finished


@pytest.fixture
def pupil(services: Services) -> int:
    return finished(services)


@pytest.fixture
def decaan(services: Services) -> Staff:
    return counsellor(services)
