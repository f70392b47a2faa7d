"""Where the processor time of saving and showing a block goes, inside this process.

    python -m tests.load.hot_path [--profile]

Without a network and in one thread, on SQLite; a bare Flask "hello" is called in the same way.
"""

import cProfile
import pstats
import sys
from random import Random
from statistics import median
from time import process_time
from typing import TYPE_CHECKING, Any

from quiz.lab.bench.hello import create_app as hello
from quiz.lab.bench.inside import GOOD, Insider
from quiz.lab.bench.place import place
from quiz.server.wsgi import answer_of

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

PUPILS, ROUNDS = 150, 5
LINES = 60


def main() -> None:
    """Measure, and with --profile say where the time goes."""
    with place() as where:
        app, bare = where.app.wsgi_app, hello().wsgi_app
        rounds = [_requests(app, seed) for seed in range(ROUNDS)]
        for what, at in (("showing", 0), ("saving", 1)):
            if "--profile" in sys.argv:
                profile = cProfile.Profile()
                for each in rounds:
                    profile.runcall(_milliseconds, app, each[at])
                pstats.Stats(profile).sort_stats("cumtime").print_stats(LINES)
                continue
            times = [
                (_milliseconds(bare, each[2]), _milliseconds(app, each[at])) for each in rounds
            ]
            yardstick, cost = (median(column) for column in zip(*times, strict=True))
            sys.stdout.write(f"{what} a block {cost:.3f} ms, hello {yardstick:.3f} ms ")
            sys.stdout.write(f"({yardstick / cost:.3f} of it)\n")


def _requests(app: "WSGIApplication", seed: int) -> tuple[list[dict[str, Any]], ...]:
    """The requests of some pupils at their first block: to show it, to save it; and hellos."""
    chance = Random(seed)  # noqa: S311
    pupils = [(pupil := Insider(app), pupil.begin(chance)) for _ in range(PUPILS)]
    return (
        [pupil.environment("GET", "/vragen") for pupil, _form in pupils],
        [pupil.environment("POST", "/vragen", form) for pupil, form in pupils],
        [pupil.environment("GET", "/") for pupil, _form in pupils],
    )


def _milliseconds(app: "WSGIApplication", environments: list[dict[str, Any]]) -> float:
    """Processor milliseconds of one request, over all of these."""
    began = process_time()
    for environment in environments:
        assert answer_of(app, environment).status in GOOD
    return 1000 * (process_time() - began) / len(environments)


if __name__ == "__main__":
    main()
