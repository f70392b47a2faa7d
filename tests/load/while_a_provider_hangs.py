"""How long thirty pupils wait for a save, before and while sign-ons hang at each step.

`python -m tests.load.while_a_provider_hangs [PAUSE]` prints the middle and p95 in milliseconds of
every form that a robot sent, on a real server; PAUSE is seconds between two forms of a pupil, or
0: as quick as they can. While it hangs somebody signs in all the time.
"""

import sys
import threading
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.load import Load
from tests.live_server import Server
from tests.sign_on.hanging import HANGS, Failing, failing_providers, serving, teachers

PUPILS, SECONDS = 30, 20.0


def main() -> None:
    """Before, and then with each step."""
    pause = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    with (
        TemporaryDirectory() as folder,
        failing_providers(len(HANGS)) as providers,
        serving(Path(folder), providers) as server,
    ):
        load = Load([server.address], PUPILS)
        vars(load)["_pause"] = pause
        load.wait_for(PUPILS * 3)
        _tell("before", _saves(load))
        for failing, step in zip(providers, HANGS, strict=True):
            _tell(step, _while_hanging(server, load, failing, step))
        load.finish()


def _while_hanging(server: Server, load: Load, failing: Failing, step: str) -> list[float]:
    over = threading.Event()
    failing.hang_at(step)

    def keep_coming() -> None:
        while not over.is_set():
            with teachers(server, failing):
                pass

    coming = threading.Thread(target=keep_coming)
    coming.start()
    seconds = _saves(load)
    over.set()
    coming.join()
    return seconds


def _saves(load: Load) -> list[float]:
    """The seconds of every form that is sent from now on, for a while."""
    known = {id(sent) for robot in list(load.robots) for sent in list(robot.sent)}
    time.sleep(SECONDS)
    every = [sent for robot in list(load.robots) for sent in list(robot.sent)]
    return sorted(sent.seconds for sent in every if id(sent) not in known)


def _tell(what: str, seconds: list[float]) -> None:
    middle, p95 = (seconds[int(len(seconds) * share)] * 1000 for share in (0.5, 0.95))
    counted = f"{what:36} {len(seconds):6} forms"
    sys.stdout.write(f"{counted}  middle {middle:6.1f} ms  p95 {p95:6.1f} ms\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
