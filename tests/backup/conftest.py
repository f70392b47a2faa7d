"""An installation with tables and the use cases, on each kind of database."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from quiz.attempts import Services
from quiz.bank import load_bank
from quiz.config import Settings
from quiz.migrations.run import upgrade
from quiz.records import Database
from quiz.scoring import Scorer
from tests.conftest import SECRETS


@pytest.fixture
def settings(empty_url: str) -> Settings:
    environment = {"DATABASE_URL": empty_url, **{key.upper(): SECRETS[key] for key in SECRETS}}
    return Settings.from_environment(environment)


@pytest.fixture
def services(settings: Settings) -> Iterator[Services]:
    database = Database(settings.database_url)
    upgrade(database)
    bank = load_bank()
    key = settings.code_key.encode()
    yield Services(database, bank, Scorer.load(bank=bank), key, lambda: datetime.now(UTC))
    database.close()
