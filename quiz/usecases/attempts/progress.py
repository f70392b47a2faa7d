"""Moving an attempt on: save what was answered, choose the next block, make the result."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from quiz.domain.bank.schema import stem
from quiz.usecases.attempts.answers import Given, in_our_time, merge, refuse_invalid, write
from quiz.usecases.attempts.blocks import choose_block, may_stop
from quiz.usecases.attempts.errors import AlreadyFinished, InvalidAnswer
from quiz.usecases.attempts.finish import append_result
from quiz.usecases.attempts.state import STORE, AttemptState, load_state
from quiz.usecases.attempts.steps import CHOOSE_BLOCK, FINISH, RESULT, Step, next_step
from quiz.usecases.classes.seats import REGAINING, regain_place
from quiz.usecases.retakes.retakes import attempts_of, lock_first_attempt
from quiz.usecases.services import Services

UNKNOWN_WORLD = "onbekend"


@dataclass(frozen=True)
class Progress:
    """An attempt after something was saved, and what comes next."""

    state: AttemptState
    step: Step


def save_answers(services: Services, attempt_id: int, given: Sequence[Given]) -> Progress:
    """Store answers and move the attempt on, in one short transaction.

    Raises NoAttempt, AlreadyFinished or InvalidAnswer; then nothing is stored.
    """
    with services.database.saving() as connection:
        state = _open_state(connection, attempt_id)
        refuse_invalid(services.bank, {*state.asked, *services.bank.every_tech_item}, given)
        state, changed = merge(state, in_our_time(state, given, services.clock()))
        write(connection, attempt_id, changed)
        progress = _advance(services, connection, state)
    if state.left_why in REGAINING and state.left_class_id:
        regain_place(services, attempt_id, state.left_class_id)
    return progress


def save_own_world(services: Services, attempt_id: int, world: str) -> Progress:
    """Store which world the pupil would choose; the last question before the result."""
    if world not in (*services.bank.worlds, UNKNOWN_WORLD):
        raise InvalidAnswer(world)
    with services.database.saving() as connection:
        state = replace(_open_state(connection, attempt_id), own_world=world)
        return _advance(services, connection, state, own_world=world)


def more_questions(services: Services, attempt_id: int) -> None:
    """Reopen a finished attempt for seven more questions; the earlier result stays as it was.

    Pressing twice gives one block. Without questions left the attempt stays finished, and so does
    an attempt that has a later one.
    """
    with services.database.writing() as session:
        newest = attempts_of(session, lock_first_attempt(session, attempt_id))[-1].id
        state = load_state(session.connection(), attempt_id, lock=True)
        if state.finished and attempt_id == newest and questions_left(services, state):
            state = replace(state, finished=False, target_blocks=len(state.blocks) + 1)
            state = _with_next_block(services, state)
            _advance(services, session.connection(), state, **_stored_blocks(state))


def questions_left(services: Services, state: AttemptState) -> bool:
    """Whether "nog preciezer" has anything to ask: nobody gets a question in two versions."""
    asked = {stem(question) for question in state.asked}
    return any(stem(question) not in asked for question in services.engine.static_order)


def _open_state(connection: Connection, attempt_id: int) -> AttemptState:
    state = load_state(connection, attempt_id, lock=True)
    if state.finished:
        raise AlreadyFinished
    return state


def _advance(
    services: Services, connection: Connection, state: AttemptState, **changes: Any
) -> Progress:
    """Choose the next block or make the result when it is time for that, and store it."""
    changes |= {"last_used_at": services.clock(), "finished_at": None}
    step = next_step(state, services.bank)
    if step.kind == CHOOSE_BLOCK:
        state = _with_next_block_or_enough(services, state)
        changes |= _stored_blocks(state)
        step = next_step(state, services.bank)
    if step.kind == FINISH:
        append_result(services, connection, state)
        changes["finished_at"] = changes["last_used_at"]
        step = Step(RESULT)
    connection.execute(STORE, {"attempt": state.id, **changes})
    return Progress(state, step)


def _stored_blocks(state: AttemptState) -> dict[str, Any]:
    blocks = [list(block) for block in state.blocks]
    return {"blocks": blocks, "target_blocks": state.target_blocks}


def _with_next_block_or_enough(services: Services, state: AttemptState) -> AttemptState:
    """The attempt with one more block, or as it is when the first world is clear already.

    The pupil may still go on with "nog preciezer".
    """
    if may_stop(services.engine, state.responses(services.bank)):
        return replace(state, target_blocks=len(state.blocks))
    return _with_next_block(services, state)


def _with_next_block(services: Services, state: AttemptState) -> AttemptState:
    """The attempt with one more block; with no question left, the way ends here."""
    responses = state.responses(services.bank)
    block = choose_block(services.engine, state.blocks, responses, state.id)
    if not block:
        return replace(state, target_blocks=len(state.blocks))
    return replace(state, blocks=(*state.blocks, block))
