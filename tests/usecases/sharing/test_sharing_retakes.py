"""After a retake: sharing and agreed steps belong to the pupil, not to one attempt."""

import pytest

from quiz.storage.tables.staff import Staff
from quiz.usecases.attempts.erase import erase_attempt
from quiz.usecases.attempts.errors import NoShare, UnknownCode
from quiz.usecases.retakes.start import start_retake
from quiz.usecases.services import Services
from quiz.usecases.sharing.agreed_steps import (
    AgreedStepDraft,
    agree_step,
    agreed_steps,
    drop_step,
    mark_step_done,
)
from quiz.usecases.sharing.share import confirm_share, withdraw_share
from quiz.usecases.sharing.share_codes import (
    claim_share,
    make_share_code,
    own_school,
)
from tests.blueprints.classroom.school import SCHOOL
from tests.reading import read
from tests.usecases.attempts.pupils import row_counts
from tests.usecases.sharing.sharing import (
    class_of_school,
    code_open_until,
    finished,
    share,
    share_now,
    shared_with,
    shares_of,
    stranger,
)


@pytest.fixture
def first(services: Services) -> int:
    """The first attempt of a pupil of a class."""
    return finished(services, class_of_school(services))


@pytest.fixture
def second(services: Services, first: int) -> int:
    """A retake of the same pupil, not finished yet."""
    return start_retake(services, first)


def test_a_pupil_who_is_doing_it_again_shares_what_there_is(
    services: Services, first: int, second: int, decaan: Staff
) -> None:
    code = make_share_code(services, second)
    assert code_open_until(services, first, code)
    share_id = claim_share(services, code, decaan.id, decaan.school_id)
    assert shares_of(services, second) == shares_of(services, first)
    confirm_share(services, second, share_id)
    assert share_now(services, share_id, decaan.school_id).attempt_id == first
    assert len(shared_with(services, decaan.school_id)) == 1


def test_a_retake_is_of_the_class_of_the_first(
    services: Services, second: int, decaan: Staff
) -> None:
    assert read(services, own_school, second) == SCHOOL
    code, other = make_share_code(services, second), stranger(services)
    with pytest.raises(UnknownCode):
        claim_share(services, code, other.id, other.school_id)
    assert shares_of(services, second) == []


def test_what_was_shared_before_can_be_stopped_from_a_retake(
    services: Services, first: int, decaan: Staff
) -> None:
    share_id = share(services, first, decaan)
    withdraw_share(services, start_retake(services, first), share_id)
    with pytest.raises(NoShare):
        share_now(services, share_id, decaan.school_id)


def test_agreed_steps_are_the_same_from_every_attempt(
    services: Services, first: int, second: int
) -> None:
    agree_step(services, second, AgreedStepDraft("visit", "2027-02"))
    agree_step(services, first, AgreedStepDraft("visit", "2027-02"))
    [step] = read(services, agreed_steps, first)
    assert read(services, agreed_steps, second) == [step]
    mark_step_done(services, second, step.id)
    assert read(services, agreed_steps, first)[0].done_at
    drop_step(services, second, step.id)
    assert read(services, agreed_steps, first) == []


def test_erasing_from_a_retake_takes_share_code_and_steps(
    services: Services, first: int, second: int, decaan: Staff
) -> None:
    share(services, first, decaan)
    make_share_code(services, first)
    agree_step(services, first, AgreedStepDraft("visit", "2027-02"))
    erase_attempt(services, second)
    counts = row_counts(services.database)
    kept = [counts[name] for name in ("attempt", "share", "share_code", "agreed_step")]
    assert kept == [0, 0, 0, 0]
