"""Invented pupils who really do the quiz, through the use cases, to try the report on."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from quiz.config.school_time import now
from quiz.domain.bank.schema import Bank
from quiz.domain.scoring import Scorer
from quiz.lab.training.conditions import SHIFTED
from quiz.lab.training.simulate import expert_loadings, simulate_bank, simulate_twice
from quiz.lab.validation.report import report
from quiz.storage.database import Database
from quiz.storage.identifiers import new_attempt_id
from quiz.storage.migrations.run import upgrade
from quiz.usecases.attempts.answers import Given
from quiz.usecases.attempts.progress import save_answers, save_own_world
from quiz.usecases.attempts.start import NewAttempt, start_attempt
from quiz.usecases.attempts.state import load_state
from quiz.usecases.attempts.steps import BLOCK, RESULT, TECH_TYPE, next_step
from quiz.usecases.class_pictures.answers import stored_answers
from quiz.usecases.class_pictures.twice import answered_twice
from quiz.usecases.retakes.start import start_retake
from quiz.usecases.services import Services

_SCHOOLS = (("po", 8), ("vmbo-kb", 2), ("havo", 3), ("vwo", 5))
_TWICE = 4  # one in so many does it again
_UNKNOWN = 0.03


@dataclass(frozen=True)
class _Pupil:
    """Answers (N,) as positions on the scale, and the world that this pupil chooses."""

    answers: np.ndarray[tuple[int, ...], np.dtype[np.int64]]
    choice: str


def invented_report(
    bank: Bank,
    scorer: Scorer,
    pupils: int,
    seed: int = 0,
    progress: Callable[[int], None] = lambda _: None,
) -> str:
    """The report about so many invented pupils, from a database that is thrown away."""
    with (
        TemporaryDirectory() as folder,
        closing(Database(f"sqlite:///{Path(folder)}/invented.sqlite3")) as database,
    ):
        upgrade(database)
        services = Services(database, bank, scorer, b"invented", now)
        _fill(services, pupils, np.random.default_rng(seed), progress)
        stored, twice = stored_answers(database, bank), answered_twice(database, bank)
    return report(scorer, stored, twice, invented=True)


def _fill(
    services: Services, count: int, generator: np.random.Generator, progress: Callable[[int], None]
) -> None:
    bank = services.bank
    world = simulate_bank(expert_loadings(bank), SHIFTED, generator)
    days = simulate_twice(world, SHIFTED, len(bank.values), count, generator)
    sums = days[0] @ np.maximum(expert_loadings(bank), 0)
    choices = (sums + generator.normal(0, sums.std(), sums.shape)).argmax(axis=1)
    for number in range(count):
        choice = bank.worlds[int(choices[number])]
        school_type, year = _SCHOOLS[number % len(_SCHOOLS)]
        ticket = new_attempt_id(services.clock())
        language = "en" if number % 10 == 0 else "nl"
        start_attempt(services, NewAttempt(ticket, school_type, year, None, language))
        _walk(services, ticket, _Pupil(days[0][number], choice), generator)
        if number % _TWICE == 0:
            again = start_retake(services, ticket)
            _walk(services, again, _Pupil(days[1][number], choice), generator)
        progress(number + 1)


def _walk(services: Services, attempt: int, pupil: _Pupil, generator: np.random.Generator) -> None:
    """Answer everything that is asked, up to the result."""
    bank = services.bank
    place = {name: number for number, name in enumerate(bank.items)}
    while True:
        with services.database.reading() as session:
            state = load_state(session.connection(), attempt)
        step = next_step(state, bank)
        if step.kind == RESULT:
            return
        if step.kind == BLOCK:
            given = [
                Given(name, _value(bank, pupil, place[name], generator), milliseconds=milliseconds)
                for name, milliseconds in zip(
                    state.blocks[step.block],
                    _times(len(state.blocks[step.block]), generator),
                    strict=True,
                )
            ]
            save_answers(services, attempt, given)
        elif step.kind == TECH_TYPE:
            save_answers(services, attempt, [Given(name, 3) for name in bank.tech_items])
        else:
            save_own_world(services, attempt, pupil.choice)


def _value(bank: Bank, pupil: _Pupil, place: int, generator: np.random.Generator) -> int:
    unknown = generator.random() < _UNKNOWN
    return bank.unknown if unknown else bank.values[int(pupil.answers[place])]


def _times(count: int, generator: np.random.Generator) -> list[int]:
    """How long honest answers take, in milliseconds: about four seconds, now and then long."""
    return [int(time) for time in np.exp(generator.normal(np.log(4000), 0.5, count)).tolist()]
