"""Real servers, each with a folder of its own, on each kind of database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import postgres
from tests.conftest import ENGINES
from tests.server import Server


@pytest.fixture(params=ENGINES)
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    """A running server over each kind of database."""
    if request.param == "sqlite":
        yield from _running(Server(tmp_path))
        return
    with postgres.empty_database(request.getfixturevalue("postgres_url")) as url:
        yield from _running(Server(tmp_path, DATABASE_URL=url))


def _running(server: Server) -> Iterator[Server]:
    server.start()
    yield server
    server.stop()
