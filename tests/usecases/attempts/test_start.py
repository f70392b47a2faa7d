"""Starting alone: one attempt for one start page, a code that is shown once and kept nowhere."""

from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy import select

from quiz.domain.codes.nicknames import load_nicknames
from quiz.storage.tables.attempt import Attempt
from quiz.usecases.attempts import start
from quiz.usecases.attempts.errors import NoAttempt
from quiz.usecases.attempts.schooling import SCHOOL_TYPES, YEARS, ImpossibleYear
from quiz.usecases.attempts.start import nickname_of, start_attempt
from quiz.usecases.services import Services
from tests.reading import attempt_of, read
from tests.usecases.attempts.pupils import ALONE, at_the_same_instant, row_counts, state_of, ticket


def test_a_start_makes_one_attempt_with_what_the_pupil_told(services: Services) -> None:
    new = replace(ALONE, ticket=ticket())
    start_attempt(services, new)
    state = state_of(services, new.ticket)
    assert (state.school_type, state.year, state.municipality) == ("havo", 3, "GM0228")
    assert state.class_id is None
    assert state.nickname in load_nicknames()
    assert read(services, nickname_of, new.ticket) == state.nickname


def test_sending_the_start_page_twice_makes_one_attempt_and_tells_the_code_once(
    services: Services,
) -> None:
    new = replace(ALONE, ticket=ticket())
    code = start_attempt(services, new)
    assert code is not None
    assert attempt_of(services, code).attempt_id == new.ticket
    assert start_attempt(services, new) is None
    assert row_counts(services.database)["attempt"] == 1


def test_sending_it_ten_times_at_the_same_instant_too(services: Services) -> None:
    new = replace(ALONE, ticket=ticket())
    codes = at_the_same_instant([partial(start_attempt, services, new)] * 10)
    assert len([code for code in codes if code is not None]) == 1
    assert row_counts(services.database)["attempt"] == 1


def test_the_second_sending_changes_nothing_of_the_first(services: Services) -> None:
    new = replace(ALONE, ticket=ticket())
    start_attempt(services, new)
    before = state_of(services, new.ticket)
    start_attempt(services, replace(new, school_type="vwo", year=6, municipality=None))
    assert state_of(services, new.ticket) == before


def test_a_code_that_is_somebody_elses_already_is_replaced_by_another(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken, free = "otter-tafel-123456", "tafel-otter-654321"
    drawn = iter([taken, taken, free])
    monkeypatch.setattr(start, "new_return_code", lambda _randomness: next(drawn))
    new, other = replace(ALONE, ticket=ticket()), replace(ALONE, ticket=ticket())
    assert start_attempt(services, other) == taken
    assert start_attempt(services, new) == free
    assert attempt_of(services, free).attempt_id == new.ticket


@pytest.mark.parametrize("school_type", SCHOOL_TYPES)
def test_a_year_is_stored_as_told_and_one_that_the_school_does_not_have_starts_nothing(
    services: Services, school_type: str
) -> None:
    for year in (None, *YEARS[school_type]):
        new = replace(ALONE, ticket=ticket(), school_type=school_type, year=year)
        start_attempt(services, new)
        stored = state_of(services, new.ticket)
        assert (stored.school_type, stored.year) == (school_type, year)
    for year in set(range(10)) - set(YEARS[school_type]):
        with pytest.raises(ImpossibleYear):
            replace(ALONE, ticket=ticket(), school_type=school_type, year=year)


def test_moments_and_versions_are_stored_with_the_attempt(services: Services) -> None:
    new = replace(ALONE, ticket=ticket(), language="en")
    before = services.clock()
    start_attempt(services, new)
    with services.database.reading() as session:
        attempt = session.scalars(select(Attempt)).one()
    assert before <= attempt.started_at == attempt.last_used_at <= services.clock()
    assert attempt.finished_at is None
    assert (attempt.language, attempt.bank_version) == ("en", services.bank.version)


def test_an_attempt_that_never_was_has_no_nickname(services: Services) -> None:
    with pytest.raises(NoAttempt):
        read(services, nickname_of, 12)
