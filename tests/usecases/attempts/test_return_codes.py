"""The return code leads back, on any device; we keep only what cannot be turned into a code."""

from dataclasses import replace

import pytest

from quiz.domain.codes.return_codes import display_return_code
from quiz.usecases.attempts.erase import erase_attempt
from quiz.usecases.attempts.errors import NoAttempt, UnknownCode
from quiz.usecases.attempts.start import start_attempt
from quiz.usecases.services import Services
from tests.reading import attempt_of
from tests.usecases.attempts.pupils import (
    ALONE,
    everything_stored,
    new_code,
    state_of,
    ticket,
    walk,
)


@pytest.fixture
def started(services: Services) -> tuple[int, str]:
    """An attempt and its first code."""
    new = replace(ALONE, ticket=ticket())
    code = start_attempt(services, new)
    assert code is not None
    return new.ticket, code


def test_the_code_leads_back(services: Services, started: tuple[int, str]) -> None:
    attempt_id, code = started
    assert attempt_of(services, code).attempt_id == attempt_id
    assert attempt_of(services, display_return_code(code).upper()).attempt_id == attempt_id


def test_a_new_code_takes_the_place_of_the_old_one(
    services: Services, started: tuple[int, str]
) -> None:
    attempt_id, old = started
    new = new_code(services, attempt_id)
    assert new != old
    assert attempt_of(services, new).attempt_id == attempt_id
    with pytest.raises(UnknownCode):
        attempt_of(services, old)


def test_after_a_new_code_the_start_page_shows_no_code_that_would_not_work(
    services: Services, started: tuple[int, str]
) -> None:
    attempt_id, _code = started
    new_code(services, attempt_id)
    assert start_attempt(services, replace(ALONE, ticket=attempt_id)) is None


def test_no_code_stands_in_the_database_in_any_form_that_can_be_read(
    services: Services, started: tuple[int, str]
) -> None:
    attempt_id, first = started
    walk(services, attempt_id)
    second = new_code(services, attempt_id)
    stored = everything_stored(services.database)
    assert state_of(services, attempt_id).nickname in stored
    for code in (first, second):
        word, other_word, _digits = code.split("-")
        readable = (code, display_return_code(code), f"{word} {other_word}", f"{word}-{other_word}")
        assert not any(text in stored for text in readable)


def test_a_wrong_code_is_refused_without_a_hint(services: Services) -> None:
    for text in (
        "",
        "otter",
        "otter tafel",
        "otter tafel 000 000",
        "1' OR '1'='1",
        "x" * 500,
        "\x00",
    ):
        with pytest.raises(UnknownCode) as refusal:
            attempt_of(services, text)
        assert str(refusal.value) == "", text


def test_the_code_of_an_erased_attempt_is_unknown(
    services: Services, started: tuple[int, str]
) -> None:
    attempt_id, code = started
    erase_attempt(services, attempt_id)
    with pytest.raises(UnknownCode):
        attempt_of(services, code)
    with pytest.raises(NoAttempt):
        new_code(services, attempt_id)


def test_codes_of_another_key_are_of_no_use(services: Services, started: tuple[int, str]) -> None:
    _attempt_id, code = started
    with pytest.raises(UnknownCode):
        attempt_of(replace(services, code_key=b"another key"), code)
