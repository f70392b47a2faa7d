"""Which seven questions come next: the engine chooses, and one in the block is left to chance.

About one question in ten is random (docs/scoring.md section 2), so that every question keeps being
answered by all kinds of pupils and can be calibrated: one of the seven in every later block.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from random import Random

from quiz.domain.bank.schema import stem
from quiz.domain.scoring.engine import Engine

BLOCK_SIZE = 7
SURE = 0.7  # from this probability of the first world on a pupil may stop early
LEAST_ANSWERS_TO_STOP = 21
DEFAULT_BLOCKS = 4
LONGEST_RUN = 2


def choose_block(
    engine: Engine, blocks: Sequence[Sequence[str]], responses: Mapping[str, int], seed: int
) -> tuple[str, ...]:
    """The next block, the same every time for the same attempt (`seed`) and answers.

    Questions shown earlier are never repeated, also when they have no answer, or in other words
    when the questions changed on the way. Empty when no question is left.
    """
    if not blocks and not responses:
        return _first_block(engine)
    asked = [question for block in blocks for question in block]
    known = {question: 0 for question in asked if question in engine.items} | dict(responses)
    done = _other_versions(engine, known)
    chosen = engine.next_items(done | known, BLOCK_SIZE)
    if not blocks or len(chosen) < BLOCK_SIZE:
        return tuple(chosen)
    chance = Random(f"{seed}:{len(blocks)}")  # noqa: S311
    return _with_one_by_chance(engine, [*done, *asked], chosen, chance)


@lru_cache(4)
def _first_block(engine: Engine) -> tuple[str, ...]:
    """The first block, the same for everybody: chosen once for each engine."""
    return tuple(engine.next_items({}, BLOCK_SIZE))


def may_stop(engine: Engine, responses: Mapping[str, int]) -> bool:
    """Whether the first world is so clear that more questions would hardly change it.

    Never on the fallback, whose probabilities are only a rough translation of the ranking.
    """
    answered = sum(value != engine.unknown for value in responses.values())
    if engine.fallback or answered < LEAST_ANSWERS_TO_STOP:
        return False
    return max(engine.probabilities(responses).values()) >= SURE


def _other_versions(engine: Engine, known: Mapping[str, int]) -> dict[str, int]:
    """Other versions of what was asked, as questions that say nothing."""
    stems = {stem(question) for question in known}
    return {name: 0 for name in engine.items if name not in known and stem(name) in stems}


def _with_one_by_chance(
    engine: Engine, asked: Sequence[str], chosen: list[str], chance: Random
) -> tuple[str, ...]:
    """Put a random unseen question in the place of a chosen one, if no long run comes of it."""
    left = sorted(set(engine.static_order) - set(asked) - set(chosen))
    chance.shuffle(left)
    place = chance.randrange(len(chosen))
    for question in left:
        block = [*chosen[:place], question, *chosen[place + 1 :]]
        shown = [engine.items.get(each) for each in (*asked, *block)]
        to_come = [engine.items[each] for each in (*left, chosen[place]) if each != question]
        if not _has_long_run(shown[-LONGEST_RUN - len(block) :]) and _can_stay_varied(
            shown, to_come
        ):
            return tuple(block)
    return tuple(chosen)


def _has_long_run(worlds: Sequence[str | None]) -> bool:
    """Whether three questions of one world stand in a row."""
    return any(
        len(set(worlds[start : start + LONGEST_RUN + 1])) == 1
        for start in range(len(worlds) - LONGEST_RUN)
    )


def _can_stay_varied(shown: Sequence[str | None], to_come: Sequence[str]) -> bool:
    """Whether the questions to come can all be asked without three of one world in a row.

    Between the others a world has room for pairs, and behind `shown` for what completes a pair.
    """
    last = shown[-1]
    run = LONGEST_RUN if shown[-LONGEST_RUN:] == [last] * LONGEST_RUN else 1
    for world, count in Counter(to_come).items():
        room = LONGEST_RUN * (len(to_come) - count + 1)
        if count > room - (run if world == last else 0):
            return False
    return True
