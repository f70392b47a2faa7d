"""The class of the demonstration, and one of another school."""

import pytest

from quiz.usecases.services import Services
from tests.blueprints.classroom.school import code_elsewhere
from tests.reading import open_class


@pytest.fixture
def class_id(services: Services, class_code: str) -> int:
    return open_class(services, class_code).id


@pytest.fixture
def other_code(services: Services, class_code: str) -> str:
    return code_elsewhere(services)
