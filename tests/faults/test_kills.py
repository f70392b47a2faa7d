"""Whatever is killed in the middle of a lesson: what was acknowledged is there, and once.

Fifty times, with a log: python -m tests.faults.kills --times 50
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ENGINES
from tests.faults.conftest import serving
from tests.faults.kills import PROCESS, SERVER, drill
from tests.live_server import Server


@pytest.fixture(params=ENGINES)
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    """With several workers, as a school has."""
    yield from serving(request, tmp_path, workers=3)


def test_kill_9_of_a_process_and_of_the_server_under_load_loses_and_doubles_nothing(
    server: Server,
) -> None:
    tally = drill(server, times=2)
    assert tally.kills == {PROCESS: 1, SERVER: 1}
    assert (tally.lost, tally.double) == (0, 0)
    assert tally.answers > 400
