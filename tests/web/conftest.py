"""An app of its own for a test that breaks something, so that no other test notices."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from quiz.app import create_app
from quiz.config import Settings
from quiz.storage.migrations.run import upgrade
from tests.conftest import SECRETS, services_of

MakeApp = Callable[..., Flask]


@pytest.fixture
def make_app(tmp_path: Path) -> Iterator[MakeApp]:
    """Makes apps with settings of one's own, on a migrated SQLite unless an address is given."""
    made: list[Flask] = []

    def make(*, migrate: bool = True, **environment: str) -> Flask:
        secrets = {name.upper(): value for name, value in SECRETS.items()}
        data = {"DATA_DIR": str(tmp_path)}
        app = create_app(Settings.from_environment({**secrets, **data, **environment}))
        made.append(app)
        if migrate:
            upgrade(services_of(app).database)
        return app

    yield make
    for app in made:
        services_of(app).database.close()
