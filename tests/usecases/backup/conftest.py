"""An installation with tables and the use cases, on each kind of database."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from quiz.config import Settings
from quiz.domain.bank.load import load_bank
from quiz.domain.scoring import Scorer
from quiz.storage.database import Database
from quiz.storage.migrations.run import upgrade
from quiz.usecases.services import Services
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
