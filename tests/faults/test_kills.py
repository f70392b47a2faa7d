"""Whatever is killed in the middle of a lesson: what was acknowledged is there, and once.

Fifty times, with a log: python -m tests.faults.kills --times 50
"""

from tests.faults.kills import PROCESS, SERVER, drill
from tests.live_server import Server


def test_kill_9_of_the_process_and_of_the_server_under_load_loses_and_doubles_nothing(
    server: Server,
) -> None:
    tally = drill(server, times=2)
    assert tally.kills == {PROCESS: 1, SERVER: 1}
    assert (tally.lost, tally.double) == (0, 0)
    assert tally.answers > 400
