"""A real server of two workers on SQLite, as a school starts it, with a data folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live_server import Server


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path, workers=2)
    server.start()
    yield server
    server.stop()
