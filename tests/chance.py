"""What is left to chance is the same at every run of a test, and another on request.

The product asks the system for chance: for numbers of attempts, and with them for the one question
of a block that nobody chose, for nicknames and for codes. A test that is red once in a hundred
runs tells the wrong person. So each test has its own chance, that follows from its name; with
`CHANCE=2 make test` all have another, and Hypothesis draws other examples as well.

Not in a server that a test starts as a process of its own: there chance is the product's.
"""

import os
import random
import secrets
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import Phase, settings

from quiz.domain.scoring.engine import Engine
from quiz.storage.identifiers import RANDOM_BITS
from quiz.usecases.attempts import progress
from quiz.usecases.attempts.blocks import choose_block

WISHED = os.environ.get("CHANCE", "")
_SOURCE = random.Random(WISHED)  # noqa: S311


# No test judges time: a machine with much else to do is slow, and right.
settings.register_profile("here", deadline=None)
# In CI an example that fails is told as it was found: making it small can take many minutes.
IN_CI = [Phase.explicit, Phase.generate]
settings.register_profile(
    "ci", deadline=None, phases=IN_CI, print_blob=True, derandomize=not WISHED
)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Give each test its own chance, before anything is made for it."""
    _SOURCE.seed(f"{WISHED} {item.nodeid}")


def make_repeatable() -> None:
    """Put it in the place of the system's, until the process ends."""
    settings.load_profile("ci" if os.environ.get("CI") == "true" else "here")
    patch = pytest.MonkeyPatch()
    for way in ("random", "getrandbits", "randbytes"):
        patch.setattr(random.SystemRandom, way, staticmethod(getattr(_SOURCE, way)))
    patch.setattr(secrets, "randbits", _SOURCE.getrandbits)
    patch.setattr(progress, "choose_block", _choose_block)


def _choose_block(
    engine: Engine, blocks: Sequence[Sequence[str]], responses: Mapping[str, int], seed: int
) -> tuple[str, ...]:
    """By the part of the number that is chance, not by the moment in it."""
    return choose_block(engine, blocks, responses, seed % 2**RANDOM_BITS)
