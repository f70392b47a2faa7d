"""Which seven questions come next: the engine chooses, and one in the block is left to chance.

About one question in ten is random (scoring.md section 2), so that every question keeps being
answered by all kinds of pupils and can be calibrated: one of the seven in every later block.
"""

from collections.abc import Mapping, Sequence
from random import Random

from quiz.scoring import Engine

BLOCK_SIZE = 7
DEFAULT_BLOCKS = 4
LONGEST_RUN = 2


def choose_block(
    engine: Engine, blocks: Sequence[Sequence[str]], responses: Mapping[str, int], seed: int
) -> tuple[str, ...]:
    """The next block, the same every time for the same attempt (`seed`) and answers.

    Questions shown earlier are never repeated, also when they have no answer. Empty when no
    question is left.
    """
    asked = [question for block in blocks for question in block]
    known = {question: 0 for question in asked if question in engine.items} | dict(responses)
    chosen = engine.next_items(known, BLOCK_SIZE)
    if not blocks or len(chosen) < BLOCK_SIZE:
        return tuple(chosen)
    return _with_one_by_chance(engine, asked, chosen, Random(f"{seed}:{len(blocks)}"))  # noqa: S311


def _with_one_by_chance(
    engine: Engine, asked: Sequence[str], chosen: list[str], chance: Random
) -> tuple[str, ...]:
    """Put a random unseen question in the place of a chosen one, if no long run comes of it."""
    left = sorted(set(engine.items) - set(asked) - set(chosen))
    chance.shuffle(left)
    place = chance.randrange(len(chosen))
    for question in left:
        block = [*chosen[:place], question, *chosen[place + 1 :]]
        if not _has_long_run([*asked[-LONGEST_RUN:], *block], engine.items):
            return tuple(block)
    return tuple(chosen)


def _has_long_run(questions: Sequence[str], worlds: Mapping[str, str]) -> bool:
    """Whether three questions of one world stand in a row."""
    names = [worlds.get(question) for question in questions]
    return any(
        len(set(names[start : start + LONGEST_RUN + 1])) == 1
        for start in range(len(names) - LONGEST_RUN)
    )
