"""A small catalogue with two regions, and a coordinator of one of them."""

from pathlib import Path

import pytest

from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from tests.usecases.region_rows.small_region import load_small, of_gelderland


@pytest.fixture
def loaded(services: Services, tmp_path: Path) -> None:
    """The small catalogue, in the database."""
    load_small(services, tmp_path)


@pytest.fixture
def staff(services: Services, loaded: None) -> Staff:
    """Who keeps the rows of Gelderland."""
    return of_gelderland(services)
