"""What coming into a class with answers changes: school, term, who looks along, and pictures."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from quiz.storage.tables.attempt import Attempt
from quiz.usecases.attempts.errors import AttemptError, ClassPictured, MustStay, NoAttempt
from quiz.usecases.attempts.schooling import Schooling
from quiz.usecases.class_pictures.errors import TooFewPupils
from quiz.usecases.class_pictures.operations import freeze, make_picture
from quiz.usecases.classes.joining import OpenClass
from quiz.usecases.classes.leaving import detach_attempt, put_back
from quiz.usecases.classes.moving import move_to_class, schooling_in
from quiz.usecases.retention import purge
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import code_of
from tests.reading import open_class, out_of
from tests.usecases.attempts.pupils import begin, state_of, walk
from tests.usecases.classes.changes import change_class
from tests.usecases.sharing.sharing import (
    at,
    class_of_school,
    counsellor,
    share,
    share_now,
    shares_of,
    stranger,
)


@pytest.mark.parametrize(
    ("ours", "own", "told"),
    [
        (("vmbo-kb", 2), ("vmbo-kb", 2), ("vmbo-kb", 2)),
        (("vmbo-kb", 2), ("havo", 3), ("vmbo-kb", 2)),
        (("vmbo-kb", 2), ("vmbo-kb", None), ("vmbo-kb", 2)),
        (("vmbo-kb", 2), ("onbekend", 5), ("vmbo-kb", 2)),
        (("vmbo-kb", None), ("vmbo-kb", 4), ("vmbo-kb", 4)),
        (("vmbo-kb", None), ("po", 8), ("vmbo-kb", None)),
        (("onbekend", None), ("po", 8), ("po", 8)),
        (("onbekend", 2), ("vwo", 5), ("vwo", 5)),
    ],
)
def test_school_and_year_are_those_of_the_class_as_far_as_it_has_them(
    ours: tuple[str, int | None], own: tuple[str, int | None], told: tuple[str, int | None]
) -> None:
    group = OpenClass(1, "2B", *ours, None, 40, [])
    assert schooling_in(group, Schooling(*own)) == Schooling(*told)


def test_who_wants_to_keep_the_own_school_keeps_it(services: Services, class_code: str) -> None:
    number = begin(services)
    move_to_class(services, number, class_code, keep_school=True)
    state = state_of(services, number)
    assert (state.school_type, state.year) == ("havo", 3)


def test_it_leaves_at_the_end_of_the_school_year_in_which_it_came_into_the_class(
    services: Services, class_code: str, other_code: str
) -> None:
    number, stays = begin(services), begin(services, other_code)
    with services.database.writing() as session:
        july = datetime(2026, 7, 20, tzinfo=UTC)
        session.execute(update(Attempt).values(started_at=july, last_used_at=july))
    september = datetime(2026, 9, 3, tzinfo=UTC)
    change_class(services, joining_until=september + timedelta(hours=1))
    move_to_class(at(services, september), number, class_code)
    assert purge(services.database, september).of_classes == 1  # the one that stayed
    with pytest.raises(NoAttempt):
        state_of(services, stays)
    assert purge(services.database, datetime(2027, 7, 30, tzinfo=UTC)).of_classes == 0
    assert purge(services.database, datetime(2027, 8, 2, tzinfo=UTC)).of_classes == 1


def test_in_a_class_only_the_counsellors_of_its_school_look_along(services: Services) -> None:
    number = begin(services)
    walk(services, number)
    mine, theirs = counsellor(services), stranger(services)
    kept = share(services, number, mine)
    share(services, number, theirs)
    code = code_of(services.database, class_of_school(services))
    move_to_class(services, number, code)
    assert [each.id for each in shares_of(services, number)] == [kept]
    assert share_now(services, kept, mine.school_id).confirmed


def _pictured(services: Services, class_code: str, size: int = 10) -> list[int]:
    """So many pupils who began outside come into a class, and its picture is made."""
    pupils = [begin(services) for _ in range(size)]
    for number in pupils:
        walk(services, number)
        move_to_class(services, number, class_code)
    freeze(services, open_class(services, class_code).id)
    return pupils


def test_ten_who_come_in_with_their_answers_make_a_picture(
    services: Services, class_code: str, class_id: int
) -> None:
    with pytest.raises(TooFewPupils):
        freeze(services, class_id)
    _pictured(services, class_code)
    assert freeze(services, class_id).pupils == 10


def test_nobody_brings_answers_into_a_class_that_has_its_picture(
    services: Services, class_code: str, class_id: int
) -> None:
    inside = _pictured(services, class_code)[0]
    change_class(services, closed_at=None)
    outside = begin(services)
    with pytest.raises(ClassPictured):
        move_to_class(services, outside, class_code)
    detach_attempt(services, class_id, inside)
    with pytest.raises(AttemptError):
        move_to_class(services, inside, class_code)
    assert state_of(services, inside).class_id is None


def test_answers_that_are_in_a_picture_never_count_in_another_one(
    services: Services, class_code: str, class_id: int, other_code: str
) -> None:
    """Else two classes with nearly the same pupils would tell on who stayed behind."""
    pupils = _pictured(services, class_code, size=12)
    for number in pupils[:6]:
        detach_attempt(services, class_id, number)
    for number in pupils[:11]:
        with pytest.raises(MustStay):
            move_to_class(services, number, other_code)
    with pytest.raises(TooFewPupils):
        make_picture(services, [open_class(services, other_code).id])


@pytest.mark.parametrize(("kind", "values"), [("flat", [3]), ("few", [0])])
def test_taking_out_after_the_picture_tells_nobody_who_is_in_no_count_of_it(
    services: Services, class_code: str, class_id: int, kind: str, values: list[int]
) -> None:
    pupils = _pictured_with(services, class_code, values)
    for number in pupils[-2:]:  # one whose answers count, and one whose answers tell nothing
        detach_attempt(services, class_id, number)
    assert [state_of(services, each).left_why for each in pupils[-2:]] == ["pictured"] * 2, kind
    assert not out_of(services, class_id)
    assert put_back(services, class_id, state_of(services, pupils[-1]).nickname) == 0


def _pictured_with(services: Services, class_code: str, values: list[int]) -> list[int]:
    """A class of twelve with its picture, the last of whom gave these answers."""
    pupils = [begin(services, class_code) for _ in range(12)]
    for number in pupils[:-1]:
        walk(services, number)
    walk(services, pupils[-1], *values)
    freeze(services, open_class(services, class_code).id)
    return pupils
