"""What belongs to the pupil stays with the first attempt: code, stars, erasing, being a trial."""

import pytest
from sqlalchemy import select, update

from quiz.domain.codes.return_codes import display_return_code
from quiz.storage.tables.attempt import Attempt
from quiz.usecases.attempts.bookmarks import KeptStep, keep_step, kept_steps, let_go_of_step
from quiz.usecases.attempts.erase import erase_attempt
from quiz.usecases.attempts.errors import NoAttempt, UnknownCode
from quiz.usecases.retakes.start import discard_retake, start_retake
from quiz.usecases.services import Services
from tests.reading import attempt_of, read
from tests.usecases.attempts.pupils import new_code, row_counts
from tests.usecases.retakes.retaking import finished, taken_twice

STAR = KeptStep("company", "bouwer")


def test_the_return_code_opens_the_newest_attempt_and_can_be_replaced_from_it(
    services: Services,
) -> None:
    first = finished(services)
    code = display_return_code(new_code(services, first))
    assert attempt_of(services, code).attempt_id == first
    second = start_retake(services, first)
    assert attempt_of(services, code).attempt_id == second
    newer = display_return_code(new_code(services, second))
    assert attempt_of(services, newer).attempt_id == second
    with pytest.raises(UnknownCode):
        attempt_of(services, code)


def test_stars_are_the_pupils_whichever_attempt_is_open(services: Services) -> None:
    first = finished(services)
    keep_step(services, first, STAR)
    second = start_retake(services, first)
    assert read(services, kept_steps, second) == (STAR,)
    let_go_of_step(services, second, STAR)
    assert read(services, kept_steps, first) == ()
    keep_step(services, second, STAR)
    discard_retake(services, second)
    assert read(services, kept_steps, first) == (STAR,)


@pytest.mark.parametrize("which", [0, 1])
def test_erasing_from_any_attempt_erases_them_all(services: Services, which: int) -> None:
    attempts = taken_twice(services)
    keep_step(services, attempts[1], STAR)
    for _twice in range(2):
        erase_attempt(services, attempts[which])
    counts = row_counts(services.database)
    assert {counts[name] for name in ("attempt", "answer", "result", "favourite")} == {0}
    with pytest.raises(NoAttempt):
        start_retake(services, attempts[0])


def test_a_trial_of_a_teacher_stays_a_trial(services: Services) -> None:
    first = finished(services)
    with services.database.writing() as session:
        session.execute(update(Attempt).where(Attempt.id == first).values(trial=True))
    second = start_retake(services, first)
    with services.database.reading() as session:
        assert session.scalar(select(Attempt.trial).where(Attempt.id == second)) is True
