"""Then and now: which attempts are compared, and when that is with care or not at all."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from quiz.storage.tables.attempt import Result
from quiz.usecases.attempts.erase import erase_attempt
from quiz.usecases.attempts.errors import NoAttempt
from quiz.usecases.retakes.comparing import (
    FEW,
    OTHER_VERSIONS,
    OTHER_WORLDS,
    PLAIN_SUM,
    change_since,
)
from quiz.usecases.retakes.start import start_retake
from quiz.usecases.services import Services
from tests.reading import read
from tests.usecases.attempts.pupils import begin, walk
from tests.usecases.retakes.retaking import MARCH, answer_for, taken_twice
from tests.usecases.sharing.sharing import at


def alter(services: Services, attempt_id: int, **values: object) -> None:
    change = update(Result).where(Result.attempt_id == attempt_id)
    with services.database.writing() as session:
        session.execute(change.values(**values))


def test_somebody_who_changed_is_told_where_and_since_when(services: Services) -> None:
    worlds = services.bank.worlds
    _first, second = taken_twice(services)
    change = read(services, change_since, second)
    assert change is not None
    assert (change.then, change.now, change.caution) == (MARCH, MARCH + timedelta(days=180), "")
    assert change.worlds[worlds[0]].direction == "less"
    assert change.worlds[worlds[4]].direction == "more"
    assert change.perhaps is not None
    assert {worlds[0], worlds[4]} <= set(change.perhaps)


def test_a_first_attempt_has_nothing_to_compare_with(services: Services) -> None:
    first, second = taken_twice(services)
    assert read(services, change_since, first) is None
    third = start_retake(services, second)
    assert read(services, change_since, third) is None
    erase_attempt(services, first)
    with pytest.raises(NoAttempt):
        read(services, change_since, first)


def test_a_third_attempt_is_compared_with_the_second(services: Services) -> None:
    _first, second = taken_twice(services)
    later = at(services, MARCH + timedelta(days=360))
    third = start_retake(later, second)
    answer_for(later, third, services.bank.worlds[4])
    change = read(services, change_since, third)
    assert change is not None
    assert change.then == MARCH + timedelta(days=180)
    assert {world.direction for world in change.worlds.values()} == {"same"}


@pytest.mark.parametrize("values", [{"model_version": "older"}, {"bank_hash": "b" * 64}])
def test_other_questions_or_another_model_are_compared_with_care(
    services: Services, values: dict[str, object]
) -> None:
    first, second = taken_twice(services)
    alter(services, first, **values)
    change = read(services, change_since, second)
    assert change is not None
    assert (change.caution, len(change.worlds)) == (OTHER_VERSIONS, 7)


@pytest.mark.parametrize("which", [0, 1])
def test_a_plain_sum_is_not_compared(services: Services, which: int) -> None:
    attempts = taken_twice(services)
    alter(services, attempts[which], fallback=True)
    change = read(services, change_since, attempts[1])
    assert change is not None
    assert (change.caution, change.worlds) == (PLAIN_SUM, {})
    assert change.perhaps is None


def test_attempts_with_other_worlds_are_not_compared(services: Services) -> None:
    first, second = taken_twice(services)
    with services.database.reading() as session:
        outcome = session.get_one(Result, (first, 1)).outcome
    worlds = [*outcome["profile"]["worlds"][:-1], "een-andere-wereld"]
    alter(services, first, outcome={**outcome, "profile": {**outcome["profile"], "worlds": worlds}})
    change = read(services, change_since, second)
    assert change is not None
    assert (change.caution, change.worlds) == (OTHER_WORLDS, {})


def test_too_few_answers_are_not_compared_and_passed_over_where_there_is_better(
    services: Services,
) -> None:
    few = begin(services)
    walk(services, few, 0)
    second = start_retake(services, few)
    answer_for(services, second, services.bank.worlds[1])
    change = read(services, change_since, second)
    assert change is not None
    assert (change.caution, change.worlds) == (FEW, {})
    third = start_retake(services, second)
    walk(services, third, 0)
    fourth = start_retake(services, third)
    answer_for(services, fourth, services.bank.worlds[1])
    change = read(services, change_since, fourth)
    assert change is not None
    assert (change.caution, len(change.worlds)) == ("", 7)
