"""Invented pupils, who start and answer through the same use cases as everybody else."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from quiz.storage.identifiers import EPOCH, new_attempt_id
from quiz.usecases.attempts.answers import Given
from quiz.usecases.attempts.blocks import BLOCK_SIZE
from quiz.usecases.attempts.progress import Progress, save_answers, save_own_world
from quiz.usecases.attempts.start import NewAttempt, start_attempt
from quiz.usecases.attempts.state import load_state
from quiz.usecases.attempts.steps import BLOCK, RESULT, TECH_TYPE, next_step
from quiz.usecases.services import Services

# How long a pupil looks at a question.
SECONDS = (4, 14)
BLOCK_TAKES = timedelta(seconds=SECONDS[1] * BLOCK_SIZE)
# How often a question gets "no idea", and how far an answer lies from what the taste says.
NO_IDEA, WAVERING = 0.04, 0.8


@dataclass(frozen=True)
class Taste:
    """What somebody likes: a mean answer (1 to 5) for each world, and for each tech type.

    `own`: the world of the last question; without one they do not know yet.
    """

    worlds: Mapping[str, float]
    tech_types: Mapping[str, float]
    own: str | None = None


@dataclass(frozen=True)
class Visit:
    """A pupil who comes in with a code of a class at a moment; `chance` is theirs alone."""

    code: str
    school_type: str
    year: int
    arrives: datetime
    chance: Random


class Pupil:
    """Somebody who answers, at a human pace, on a clock of their own that only they move."""

    def __init__(self, services: Services, visit: Visit, taste: Taste) -> None:
        """Come in: take a place in the class."""
        self.now = visit.arrives
        self.taste = taste
        self.services = replace(services, clock=lambda: self.now)
        self._chance = visit.chance
        self._look = visit.chance.random()
        # Numbers begin in 2026; who came in before it gets one of the first.
        self.id = new_attempt_id(max(self.now, EPOCH))
        new = NewAttempt(self.id, visit.school_type, visit.year, None, "nl", visit.code)
        self.return_code = start_attempt(self.services, new)

    def come_again(self, now: datetime, taste: Taste) -> None:
        """Later, with another taste: the same question may get another answer."""
        self.now, self.taste = now, taste
        self._look = self._chance.random()

    def finish(self, attempt_id: int | None = None) -> None:
        """Answer everything up to the result, of the own attempt or of a retake."""
        while self.answer(attempt_id).step.kind != RESULT:
            pass

    def answer_until(self, moment: datetime) -> None:
        """Answer block after block, as long as the next one would be done before this moment."""
        while self.now + BLOCK_TAKES < moment and self.answer().step.kind != RESULT:
            pass

    def answer(self, attempt_id: int | None = None) -> Progress:
        """Answer what is open now: a block, the sentences about technology, or the own choice."""
        services, attempt_id = self.services, attempt_id or self.id
        with services.database.reading() as session:
            state = load_state(session.connection(), attempt_id)
        step = next_step(state, services.bank)
        if step.kind == BLOCK:
            return save_answers(
                services, attempt_id, [self._given(name) for name in state.blocks[step.block]]
            )
        if step.kind == TECH_TYPE:
            return save_answers(
                services, attempt_id, list(map(self._given, services.bank.tech_items))
            )
        return save_own_world(services, attempt_id, self.taste.own or "onbekend")

    def _given(self, question: str) -> Given:
        """One answer; the time that it takes passes."""
        seconds = self._chance.uniform(*SECONDS)
        self.now += timedelta(seconds=seconds)
        return Given(question, self._value(question), milliseconds=round(1000 * seconds))

    def _value(self, question: str) -> int:
        """What this pupil says to this question, whatever was asked before it.

        Which questions come is partly chance, so a demonstration would differ each time otherwise.
        """
        bank, taste = self.services.bank, self.taste
        chance = Random(f"{self._look}:{question}")  # noqa: S311 - the same each time
        if question in bank.tech_items:
            mean = taste.tech_types.get(bank.tech_items[question], 3.0)
        else:
            mean = taste.worlds[bank.items[question].world]
            if chance.random() < NO_IDEA:
                return bank.unknown
        return round(min(max(chance.gauss(mean, WAVERING), 1), 5))
