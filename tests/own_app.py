"""An app of its own for a test that breaks something, so that no other test notices."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from quiz.app import create_app
from quiz.config import Settings
from quiz.storage.database import Database
from quiz.storage.migrations.run import upgrade
from quiz.usecases.services import Services
from quiz.web.runtime import Running

NAME = "quiz.sqlite3"
SECRETS = {
    "secret_key": "tests-only-0123456789-abcdefghijklmnopqrstuvwxyz",
    "code_key": "tests-also-9876543210-zyxwvutsrqponmlkjihgfedcba",
}
MakeApp = Callable[..., Flask]


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of today without rows, to copy: a tenth of the time of all migrations."""
    folder = tmp_path_factory.mktemp("migrated")
    database = Database(f"sqlite:///{folder}/{NAME}")
    upgrade(database)
    database.close()
    return folder / NAME


@pytest.fixture
def make_app(tmp_path: Path, migrated: Path) -> Iterator[MakeApp]:
    """Makes apps with settings of one's own, on a migrated SQLite unless an address is given."""
    made: list[Flask] = []

    def make(*, migrate: bool = True, **environment: str) -> Flask:
        is_new = "DATABASE_URL" not in environment and not (tmp_path / NAME).exists()
        if migrate and is_new:
            shutil.copy(migrated, tmp_path / NAME)
        app = create_app(settings_of_tests(**{"DATA_DIR": str(tmp_path), **environment}))
        made.append(app)
        if migrate and not is_new:
            upgrade(services_of(app).database)
        return app

    yield make
    for app in made:
        services_of(app).database.close()


def settings_of_tests(**environment: str) -> Settings:
    """Settings with the secrets of the tests, and with these from the environment."""
    secrets = {name.upper(): value for name, value in SECRETS.items()}
    return Settings.from_environment({**secrets, **environment})


def services_of(app: Flask) -> Services:
    """The running parts of an app."""
    running: Running = app.extensions["quiz"]
    return running.services
