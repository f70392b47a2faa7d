"""Real servers and stores, each with a folder of its own, that a test may break."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import postgres, redis_server
from tests.conftest import ENGINES, IN_CI
from tests.live_server import Server
from tests.postgres import Postgres
from tests.redis_server import Redis


@pytest.fixture(params=ENGINES)
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    """A running server over each kind of database."""
    yield from serving(request, tmp_path, workers=1)


@pytest.fixture
def own_postgres(postgres_url: str) -> Iterator[Postgres]:
    """A PostgreSQL that a test may stop; `postgres_url` says whether there is any here."""
    with postgres.stoppable() as server:
        yield server


@pytest.fixture(scope="session")
def redis_program() -> str:
    """Where it is; a test that needs it is left out where it is not."""
    if not redis_server.is_installed():
        if IN_CI:
            pytest.fail("Redis is missing: scripts/prepare-tests.sh should have installed it")
        pytest.skip("Redis (or Valkey) is not installed here")
    return str(redis_server.PROGRAM)


@pytest.fixture
def redis(redis_program: str) -> Iterator[Redis]:
    """A place to count wrong codes that a test may break."""
    with redis_server.running() as server:
        yield server


def serving(request: pytest.FixtureRequest, folder: Path, workers: int) -> Iterator[Server]:
    """A server over the kind of database that a test asks for, and with nothing else beside it."""
    if request.param == "sqlite":
        yield from started(Server(folder, workers))
        return
    with postgres.empty_database(request.getfixturevalue("postgres_url")) as url:
        yield from started(Server(folder, workers, DATABASE_URL=url))


def started(server: Server) -> Iterator[Server]:
    """A server that ends with its test."""
    server.start()
    yield server
    server.stop()
