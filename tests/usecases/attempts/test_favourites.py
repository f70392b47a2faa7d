"""What a pupil keeps: once each, in order, their own, and gone with the attempt."""

import pytest

from quiz.usecases.attempts.bookmarks import (
    MOST_KEPT,
    KeptStep,
    keep_step,
    kept_steps,
    let_go_of_step,
)
from quiz.usecases.attempts.erase import erase_attempt
from quiz.usecases.attempts.errors import NoAttempt
from quiz.usecases.services import Services
from tests.reading import read
from tests.usecases.attempts.pupils import at_the_same_instant, begin, row_counts

CARPENTER = KeptStep("programme", "mbo-25760")
BUILDER = KeptStep("company", "bouwer")


def test_steps_are_kept_in_order_once_each_and_let_go_of(services: Services) -> None:
    mine, other = begin(services), begin(services)
    for step in (CARPENTER, BUILDER, CARPENTER):
        keep_step(services, mine, step)
    assert read(services, kept_steps, mine) == (CARPENTER, BUILDER)
    assert read(services, kept_steps, other) == ()
    for _twice in range(2):
        let_go_of_step(services, mine, CARPENTER)
    assert read(services, kept_steps, mine) == (BUILDER,)


def test_pressing_twice_at_the_same_instant_keeps_it_once(services: Services) -> None:
    attempt = begin(services)
    at_the_same_instant([lambda: keep_step(services, attempt, CARPENTER)] * 4)
    assert read(services, kept_steps, attempt) == (CARPENTER,)


def test_nobody_fills_the_database_with_stars(services: Services) -> None:
    attempt = begin(services)
    for number in range(MOST_KEPT + 2):
        keep_step(services, attempt, KeptStep("company", f"bedrijf-{number}"))
    assert len(read(services, kept_steps, attempt)) == MOST_KEPT


def test_erasing_an_attempt_takes_what_it_kept(services: Services) -> None:
    attempt = begin(services)
    keep_step(services, attempt, CARPENTER)
    erase_attempt(services, attempt)
    assert row_counts(services.database)["favourite"] == 0


@pytest.mark.parametrize("change", [keep_step, let_go_of_step])
def test_an_attempt_that_is_gone_keeps_nothing(services: Services, change: object) -> None:
    with pytest.raises(NoAttempt):
        change(services, 1, CARPENTER)  # type: ignore[operator]
