"""The share code: guessed, too old, used before or of another school, it opens nothing."""

from contextlib import suppress

import pytest

from quiz.domain.codes.share_codes import display_share_code
from quiz.storage.tables.staff import Staff
from quiz.usecases.attempts.erase import erase_attempt
from quiz.usecases.attempts.errors import NoAttempt, NotFinished, UnknownCode
from quiz.usecases.classes.leaving import detach_attempt
from quiz.usecases.retention import purge
from quiz.usecases.services import Services
from quiz.usecases.sharing.share_codes import (
    claim_share,
    make_share_code,
    own_school,
)
from tests.blueprints.classroom.school import SCHOOL
from tests.reading import read
from tests.usecases.attempts.pupils import (
    at_the_same_instant,
    begin,
    everything_stored,
    row_counts,
    walk,
)
from tests.usecases.sharing.sharing import (
    MINUTES_29,
    MINUTES_30,
    class_of_school,
    code_open_until,
    counsellor,
    finished,
    later,
    shares_of,
    stranger,
)


def _type(services: Services, who: Staff, code: str) -> int:
    return claim_share(services, code, who.id, who.school_id)


def test_the_code_may_be_typed_as_it_is_read_aloud(
    services: Services, pupil: int, decaan: Staff
) -> None:
    code = make_share_code(services, pupil)
    assert _type(services, decaan, display_share_code(code).lower())


def test_no_result_no_code(services: Services) -> None:
    with pytest.raises(NotFinished):
        make_share_code(services, begin(services))
    with pytest.raises(NoAttempt):
        make_share_code(services, 1)


def test_too_few_answers_make_no_code(services: Services) -> None:
    attempt_id = begin(services)
    walk(services, attempt_id, 0)
    with pytest.raises(NotFinished):
        make_share_code(services, attempt_id)


def test_a_guessed_code_is_refused_without_a_hint(
    services: Services, pupil: int, decaan: Staff
) -> None:
    make_share_code(services, pupil)
    for typed in ("", "HJM4 79CD", "HJM479", "1' OR '1'='1", "x" * 500, "\x00"):
        with pytest.raises(UnknownCode) as refusal:
            _type(services, decaan, typed)
        assert str(refusal.value) == "", typed


def test_a_code_works_half_an_hour(services: Services, pupil: int, decaan: Staff) -> None:
    code = make_share_code(services, pupil)
    late = later(services, MINUTES_30)
    assert code_open_until(late, pupil, code) is None
    with pytest.raises(UnknownCode):
        _type(late, decaan, code)
    assert _type(later(services, MINUTES_29), decaan, code)


def test_a_code_works_once(services: Services, pupil: int, decaan: Staff) -> None:
    code = make_share_code(services, pupil)
    assert code_open_until(services, pupil, code)
    _type(services, decaan, code)
    assert code_open_until(services, pupil, code) is None
    for who in (decaan, counsellor(services, "collega")):
        with pytest.raises(UnknownCode):
            _type(services, who, code)


def test_of_two_who_type_it_at_the_same_instant_one_asks(
    services: Services, pupil: int, decaan: Staff
) -> None:
    code = make_share_code(services, pupil)

    def type_it() -> int:
        with suppress(UnknownCode):
            return _type(services, decaan, code)
        return 0

    asked = at_the_same_instant([type_it] * 4)
    assert sum(number > 0 for number in asked) == 1
    assert len(shares_of(services, pupil)) == 1


def test_a_new_code_takes_the_place_of_the_old_one(
    services: Services, pupil: int, decaan: Staff
) -> None:
    old, new = make_share_code(services, pupil), make_share_code(services, pupil)
    assert code_open_until(services, pupil, old) is None
    with pytest.raises(UnknownCode):
        _type(services, decaan, old)
    assert _type(services, decaan, new)


def test_two_presses_at_the_same_instant_leave_one_code(services: Services, pupil: int) -> None:
    codes = at_the_same_instant([lambda: make_share_code(services, pupil)] * 4)
    still = [code for code in codes if code_open_until(services, pupil, code)]
    assert len(still) == row_counts(services.database)["share_code"] == 1


def test_the_code_of_one_pupil_is_not_open_for_another(services: Services, pupil: int) -> None:
    code = make_share_code(services, pupil)
    assert code_open_until(services, finished(services), code) is None


def test_a_pupil_of_a_class_shares_with_the_own_school_only(
    services: Services, decaan: Staff
) -> None:
    pupil = finished(services, class_of_school(services))
    assert read(services, own_school, pupil) == SCHOOL
    code = make_share_code(services, pupil)
    with pytest.raises(UnknownCode) as refusal:
        _type(services, stranger(services), code)
    assert str(refusal.value) == ""
    assert shares_of(services, pupil) == []
    assert _type(services, decaan, code), "the foreign try did not use it up"


def test_out_of_the_class_there_is_no_own_school_any_more(services: Services) -> None:
    class_id = class_of_school(services)
    pupil = finished(services, class_id)
    detach_attempt(services, class_id, pupil)
    assert read(services, own_school, pupil) is None
    other = stranger(services)
    assert _type(services, other, make_share_code(services, pupil))


def test_the_code_of_an_erased_attempt_is_unknown(
    services: Services, pupil: int, decaan: Staff
) -> None:
    code = make_share_code(services, pupil)
    erase_attempt(services, pupil)
    with pytest.raises(UnknownCode):
        _type(services, decaan, code)


def test_no_code_stands_in_the_database(services: Services, pupil: int) -> None:
    code = make_share_code(services, pupil)
    stored = everything_stored(services.database)
    assert code not in stored
    assert display_share_code(code) not in stored


def test_old_codes_are_purged(services: Services, pupil: int) -> None:
    make_share_code(services, pupil)
    purge(services.database, services.clock() + MINUTES_29)
    assert row_counts(services.database)["share_code"] == 1
    purge(services.database, services.clock() + MINUTES_30)
    assert row_counts(services.database)["share_code"] == 0
