"""How long thirty pupils wait for a save while sign-ons hang at each step, and while they do not.

`python -m tests.load.while_a_provider_hangs [PAUSE]` asks in turns on one real server, so that
other work on the machine weighs on both alike: a while in which somebody signs in all the time
with a provider that hangs, and a while without. It prints the middle and p95 of every form that a
robot sent, in milliseconds, and the processor time of the server for a form. PAUSE is seconds
between two forms of a pupil, or 0: as quick as they can.
"""

import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from quiz.lab.bench.server import processor_seconds
from tests.faults.load import Load
from tests.live_server import Server
from tests.sign_on.hanging import HANGS, Failing, failing_providers, serving, teachers

PUPILS, SECONDS, TURNS = 30, 10.0, 3


@dataclass
class Seen:
    """What was measured in all turns of one kind: of each form its seconds; the processor's."""

    seconds: list[float] = field(default_factory=list)
    processor: float = 0.0

    def tell(self, what: str) -> None:
        """One line."""
        ordered = sorted(self.seconds)
        middle, p95 = (ordered[int(len(ordered) * share)] * 1000 for share in (0.5, 0.95))
        each = self.processor / len(ordered) * 1000
        times = f"middle {middle:6.1f} ms  p95 {p95:6.1f} ms  processor {each:5.2f} ms"
        sys.stdout.write(f"{what:44} {len(ordered):6} forms  {times}\n")
        sys.stdout.flush()


def main() -> None:
    """Each step in turns with nothing."""
    pause = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    with (
        TemporaryDirectory() as folder,
        failing_providers(len(HANGS)) as providers,
        serving(Path(folder), providers) as server,
    ):
        load = Load([server.address], PUPILS)
        vars(load)["_pause"] = pause
        load.wait_for(PUPILS * 3)
        for failing, step in zip(providers, HANGS, strict=True):
            failing.hang_at(step)
            without, hanging = Seen(), Seen()
            for _turn in range(TURNS):
                _watch(server, load, without)
                _while_hanging(server, failing, lambda: _watch(server, load, hanging))  # noqa: B023
            without.tell(f"{step}: nobody signs in")
            hanging.tell(f"{step}: hangs")
        load.finish()


def _while_hanging(server: Server, failing: Failing, watch: Callable[[], None]) -> None:
    """Watch while two at a time wait for the provider; afterwards nobody waits any more."""
    over = threading.Event()

    def keep_coming() -> None:
        while not over.is_set():
            with teachers(server, failing):
                pass

    coming = threading.Thread(target=keep_coming)
    coming.start()
    watch()
    over.set()
    coming.join()


def _watch(server: Server, load: Load, seen: Seen) -> None:
    """Note every form that is sent from now on, for a while."""
    known = {id(sent) for robot in list(load.robots) for sent in list(robot.sent)}
    before = processor_seconds(server.worker)
    time.sleep(SECONDS)
    seen.processor += processor_seconds(server.worker) - before
    every = [sent for robot in list(load.robots) for sent in list(robot.sent)]
    seen.seconds += [sent.seconds for sent in every if id(sent) not in known]


if __name__ == "__main__":
    main()
