"""Steps that are agreed on: from a list, with a month, never in free text, and the pupil's own."""

import pytest

from quiz.usecases.attempts.erase import erase_attempt
from quiz.usecases.attempts.errors import InvalidStep, NoAttempt
from quiz.usecases.services import Services
from quiz.usecases.sharing.agreed_steps import (
    MOST_STEPS,
    STEP_KINDS,
    AgreedStepDraft,
    agree_step,
    agreed_steps,
    drop_step,
    mark_step_done,
)
from quiz.usecases.sharing.share import withdraw_share
from tests.reading import read
from tests.usecases.attempts.pupils import at_the_same_instant, row_counts
from tests.usecases.sharing.sharing import counsellor, finished, share, shared_with

OPEN_DAY = AgreedStepDraft("open-day", "2027-02", "programme/timmerman")


@pytest.fixture
def pupil(services: Services) -> int:
    return finished(services)


def _months(services: Services, pupil: int) -> list[str]:
    return [step.month for step in read(services, agreed_steps, pupil)]


@pytest.mark.parametrize("kind", STEP_KINDS)
def test_each_kind_can_be_agreed_on_with_a_month(services: Services, pupil: int, kind: str) -> None:
    agree_step(services, pupil, AgreedStepDraft(kind, "2027-02"))
    [step] = read(services, agreed_steps, pupil)
    assert (step.kind, step.month, step.about, step.done_at) == (kind, "2027-02", None, None)


def test_nothing_else_gets_in(services: Services, pupil: int) -> None:
    for draft in (
        AgreedStepDraft("talk to mother", "2027-02"),
        AgreedStepDraft("", "2027-02"),
        AgreedStepDraft("visit", "2027-13"),
        AgreedStepDraft("visit", "2027-2"),
        AgreedStepDraft("visit", "februari"),
        AgreedStepDraft("visit", "2027-02\n"),
        AgreedStepDraft("visit", "2027-02", "is lui"),
        AgreedStepDraft("visit", "2027-02", ""),
        AgreedStepDraft("visit", "2027-02", "company/is lui"),
        AgreedStepDraft("visit", "2027-02", "pupil/otter"),
        AgreedStepDraft("visit", "2027-02", "company/" + "x" * 80),
    ):
        with pytest.raises(InvalidStep):
            agree_step(services, pupil, draft)
        assert read(services, agreed_steps, pupil) == [], draft


def test_the_nearest_month_comes_first_and_what_is_done_last(
    services: Services, pupil: int
) -> None:
    for month in ("2027-03", "2026-12", "2027-01"):
        agree_step(services, pupil, AgreedStepDraft("visit", month))
    first = read(services, agreed_steps, pupil)[0]
    assert first.month == "2026-12"
    mark_step_done(services, pupil, first.id)
    assert _months(services, pupil) == ["2027-01", "2027-03", "2026-12"]
    done = read(services, agreed_steps, pupil)[-1]
    mark_step_done(services, pupil, first.id)
    assert read(services, agreed_steps, pupil)[-1] == done, "the first moment stays"


def test_a_double_click_agrees_once(services: Services, pupil: int) -> None:
    at_the_same_instant([lambda: agree_step(services, pupil, OPEN_DAY)] * 4)
    assert len(read(services, agreed_steps, pupil)) == 1


def test_a_script_cannot_fill_the_table(services: Services, pupil: int) -> None:
    for number in range(MOST_STEPS + 3):
        agree_step(services, pupil, AgreedStepDraft("visit", f"20{10 + number}-01"))
    assert len(read(services, agreed_steps, pupil)) == MOST_STEPS


def test_dropping_takes_one_step_of_this_pupil(services: Services, pupil: int) -> None:
    other = finished(services)
    for attempt_id in (pupil, other):
        agree_step(services, attempt_id, OPEN_DAY)
    [step] = read(services, agreed_steps, pupil)
    drop_step(services, other, step.id)
    mark_step_done(services, other, step.id)
    assert read(services, agreed_steps, pupil) == [step]
    for _time in range(2):
        drop_step(services, pupil, step.id)
    assert read(services, agreed_steps, pupil) == []
    assert len(read(services, agreed_steps, other)) == 1


def test_the_list_of_the_school_shows_the_next_step(services: Services, pupil: int) -> None:
    decaan = counsellor(services)
    share(services, pupil, decaan)
    for month in ("2027-03", "2026-12"):
        agree_step(services, pupil, AgreedStepDraft("visit", month))
    [shown] = shared_with(services, decaan.school_id)
    assert shown.next_step == read(services, agreed_steps, pupil)[0]
    for step in read(services, agreed_steps, pupil):
        mark_step_done(services, pupil, step.id)
    assert shared_with(services, decaan.school_id)[0].next_step is None


def test_steps_stay_with_the_pupil_when_sharing_ends(services: Services, pupil: int) -> None:
    share_id = share(services, pupil, counsellor(services))
    agree_step(services, pupil, OPEN_DAY)
    withdraw_share(services, pupil, share_id)
    assert len(read(services, agreed_steps, pupil)) == 1


def test_erasing_takes_the_steps(services: Services, pupil: int) -> None:
    agree_step(services, pupil, OPEN_DAY)
    erase_attempt(services, pupil)
    assert row_counts(services.database)["agreed_step"] == 0
    assert read(services, agreed_steps, pupil) == []
    with pytest.raises(NoAttempt):
        agree_step(services, pupil, OPEN_DAY)
