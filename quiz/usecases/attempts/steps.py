"""Where a pupil is on the way: the next thing to show follows from what is stored, always."""

from dataclasses import dataclass

from quiz.domain.bank.schema import Bank
from quiz.usecases.attempts.state import AttemptState

BLOCK = "block"
CHOOSE_BLOCK = "choose_block"
TECH_TYPE = "tech_type"
OWN_WORLD = "own_world"
FINISH = "finish"
RESULT = "result"


@dataclass(frozen=True)
class Step:
    """What comes next; `block` counts from 0 and only matters for BLOCK."""

    kind: str
    block: int = 0


def next_step(state: AttemptState, bank: Bank) -> Step:
    """The first thing that is still open. Reloading or coming back leads to the same step."""
    if state.finished:
        return Step(RESULT)
    for block in range(len(state.blocks)):
        if state.open_questions(block):
            return Step(BLOCK, block)
    if len(state.blocks) < state.target_blocks:
        return Step(CHOOSE_BLOCK)
    if any(question not in state.answers for question in bank.tech_items):
        return Step(TECH_TYPE)
    return Step(OWN_WORLD if state.own_world is None else FINISH)
