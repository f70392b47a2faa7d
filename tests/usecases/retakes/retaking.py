"""Pupils who come back and look again, for tests."""

from datetime import UTC, datetime, timedelta

from quiz.usecases.attempts.answers import Given
from quiz.usecases.attempts.progress import save_answers
from quiz.usecases.attempts.steps import BLOCK, next_step
from quiz.usecases.retakes.start import start_retake
from quiz.usecases.services import Services
from tests.usecases.attempts.pupils import begin, state_of, walk
from tests.usecases.sharing.sharing import at

MARCH = datetime(2027, 3, 3, 10, 0, tzinfo=UTC)


def finished(services: Services, class_code: str | None = None) -> int:
    """A pupil with a first result."""
    attempt_id = begin(services, class_code)
    walk(services, attempt_id)
    return attempt_id


def answer_for(services: Services, attempt_id: int, liked: str) -> None:
    """Find everything of one world super and the rest nothing much, up to the result."""
    while next_step(state := state_of(services, attempt_id), services.bank).kind == BLOCK:
        worlds = {name: services.bank.items[name].world for name in state.blocks[-1]}
        given = [Given(name, 5 if world == liked else 2) for name, world in worlds.items()]
        save_answers(services, attempt_id, given)
    walk(services, attempt_id)


def taken_twice(services: Services, class_code: str | None = None) -> tuple[int, int]:
    """A pupil with two results, half a year apart, of somebody who changed: (first, second)."""
    then, now = at(services, MARCH), at(services, MARCH + timedelta(days=180))
    first = begin(services, class_code)
    answer_for(then, first, services.bank.worlds[0])
    second = start_retake(now, first)
    answer_for(now, second, services.bank.worlds[4])
    return first, second
