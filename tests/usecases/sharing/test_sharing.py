"""Sharing is the pupil's act: no code, no yes, or a code of somebody else, and nobody looks."""

import pytest

from quiz.storage.tables.staff import Staff
from quiz.usecases.attempts.errors import NoShare
from quiz.usecases.services import Services
from quiz.usecases.sharing.share import (
    confirm_share,
    end_share,
    withdraw_share,
)
from tests.blueprints.classroom.school import SCHOOL
from tests.usecases.attempts.pupils import at_the_same_instant, state_of
from tests.usecases.sharing.sharing import (
    MINUTES_29,
    MINUTES_30,
    ask,
    class_of_school,
    finished,
    later,
    share,
    share_now,
    shared_with,
    shares_of,
    stranger,
)


def test_before_the_yes_the_pupil_sees_who_asks_and_the_school_sees_nothing(
    services: Services, pupil: int, decaan: Staff
) -> None:
    share_id = ask(services, pupil, decaan)
    [asking] = shares_of(services, pupil)
    assert (asking.id, asking.school, asking.role) == (share_id, SCHOOL, "counsellor")
    assert not asking.confirmed
    assert asking.since is None
    assert not share_now(services, share_id, decaan.school_id).confirmed
    assert shared_with(services, decaan.school_id) == []


def test_after_the_yes_every_counsellor_of_the_school_sees_it_and_nobody_else(
    services: Services, decaan: Staff
) -> None:
    pupil = finished(services, class_of_school(services, "3A"))
    share_id = share(services, pupil, decaan)
    [shown] = shared_with(services, decaan.school_id)
    assert (shown.share_id, shown.class_name, shown.next_step) == (share_id, "3A", None)
    assert shown.nickname == state_of(services, pupil).nickname
    opened = share_now(services, share_id, decaan.school_id)
    assert (opened.attempt_id, opened.confirmed) == (pupil, True)
    other = stranger(services)
    assert shared_with(services, other.school_id) == []
    with pytest.raises(NoShare):
        share_now(services, share_id, other.school_id)


def test_the_list_has_the_newest_first(services: Services, decaan: Staff) -> None:
    first, second = finished(services), finished(services)
    old = share(services, first, decaan)
    new = share(later(services, MINUTES_29), second, decaan)
    assert [one.share_id for one in shared_with(services, decaan.school_id)] == [new, old]


def test_a_number_that_is_no_share_opens_nothing(services: Services, decaan: Staff) -> None:
    for number in (0, 1, 2**62, 2**63 - 1, 2**63, 10**30):
        with pytest.raises(NoShare):
            share_now(services, number, decaan.school_id)
        with pytest.raises(NoShare):
            end_share(services, number, decaan.school_id)


def test_a_question_is_too_old_after_half_an_hour(
    services: Services, pupil: int, decaan: Staff
) -> None:
    share_id = ask(services, pupil, decaan)
    assert shares_of(later(services, MINUTES_29), pupil)
    late = later(services, MINUTES_30)
    assert shares_of(late, pupil) == []
    with pytest.raises(NoShare):
        confirm_share(late, pupil, share_id)
    with pytest.raises(NoShare):
        share_now(late, share_id, decaan.school_id)


def test_saying_yes_twice_is_once(services: Services, pupil: int, decaan: Staff) -> None:
    share_id = share(services, pupil, decaan)
    before = shares_of(services, pupil)
    confirm_share(later(services, MINUTES_29), pupil, share_id)
    assert shares_of(services, pupil) == before


def test_two_presses_at_the_same_instant_are_one_yes(
    services: Services, pupil: int, decaan: Staff
) -> None:
    share_id = ask(services, pupil, decaan)
    at_the_same_instant([lambda: confirm_share(services, pupil, share_id)] * 4)
    assert [one.confirmed for one in shares_of(services, pupil)] == [True]


def test_nobody_says_yes_for_another_pupil(services: Services, pupil: int, decaan: Staff) -> None:
    share_id = ask(services, pupil, decaan)
    other = finished(services)
    with pytest.raises(NoShare):
        confirm_share(services, other, share_id)
    withdraw_share(services, other, share_id)
    assert not share_now(services, share_id, decaan.school_id).confirmed


def test_a_no_is_a_no_whether_it_was_a_yes_before_or_not(
    services: Services, pupil: int, decaan: Staff
) -> None:
    for share_id in (ask(services, pupil, decaan), share(services, pupil, decaan)):
        withdraw_share(services, pupil, share_id)
        withdraw_share(services, pupil, share_id)
        assert not shares_of(services, pupil)
        assert not shared_with(services, decaan.school_id)
        with pytest.raises(NoShare):
            share_now(services, share_id, decaan.school_id)
        with pytest.raises(NoShare):
            confirm_share(services, pupil, share_id)


def test_sharing_again_after_a_no_has_a_number_of_its_own(
    services: Services, pupil: int, decaan: Staff
) -> None:
    old = share(services, pupil, decaan)
    withdraw_share(services, pupil, old)
    assert share(services, pupil, decaan) != old


def test_asking_again_keeps_the_yes_that_is_there(
    services: Services, pupil: int, decaan: Staff
) -> None:
    share_id = share(services, pupil, decaan)
    assert ask(services, pupil, decaan) == share_id
    assert share_now(services, share_id, decaan.school_id).confirmed


def test_asking_again_before_the_answer_is_the_same_question_with_a_new_half_hour(
    services: Services, pupil: int, decaan: Staff
) -> None:
    share_id = ask(services, pupil, decaan)
    assert ask(later(services, MINUTES_29), pupil, decaan) == share_id
    confirm_share(later(services, MINUTES_30), pupil, share_id)
