"""A database without tables, and rows for every table."""

from collections.abc import Iterator

import pytest

from quiz.config import Settings
from quiz.storage.database import Database
from tests.conftest import SECRETS


@pytest.fixture
def empty_database(empty_url: str) -> Iterator[Database]:
    """A database of each kind as it is before its first `quiz db upgrade`."""
    secrets = {name.upper(): value for name, value in SECRETS.items()}
    settings = Settings.from_environment({"DATABASE_URL": empty_url, **secrets})
    database = Database(settings.database_url)
    yield database
    database.close()
