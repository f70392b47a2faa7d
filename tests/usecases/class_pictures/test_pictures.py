"""When a picture is made, when it stays, and which classes are shown together."""

from collections.abc import Callable
from itertools import cycle
from random import Random

import pytest
from sqlalchemy import select

from quiz.storage.tables.school import SchoolClass
from quiz.usecases.attempts.answers import Given
from quiz.usecases.attempts.erase import erase_attempt
from quiz.usecases.attempts.zooming import save_zoom_answers
from quiz.usecases.class_pictures.errors import TooFewPupils
from quiz.usecases.class_pictures.members import Member, read_members
from quiz.usecases.class_pictures.operations import freeze, frozen_picture, frozen_pictures
from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.usecases.classes.care import delete_class, reopen_class
from quiz.usecases.classes.leaving import detach_attempt
from quiz.usecases.services import Services
from tests.reading import read
from tests.usecases.attempts.pupils import at_the_same_instant, everything_stored, row_counts
from tests.usecases.class_pictures import lesson


def test_showing_the_picture_closes_the_class_and_freezes_it(services: Services) -> None:
    class_id = lesson.class_of(services, 25)
    assert read(services, frozen_picture, class_id) is None
    picture = freeze(services, class_id)
    assert read(services, frozen_picture, class_id) == picture
    assert read(services, frozen_pictures, class_id) == (picture,)
    assert lesson.is_closed(services, class_id)
    assert freeze(services, class_id) == picture


def test_nine_pupils_are_too_few_and_the_class_stays_open(services: Services) -> None:
    class_id = lesson.class_of(services, 9)
    with pytest.raises(TooFewPupils) as problem:
        freeze(services, class_id)
    assert (problem.value.finished, problem.value.needed) == (9, 10)
    assert read(services, frozen_picture, class_id) is None
    assert not lesson.is_closed(services, class_id)


def test_ten_of_whom_one_gave_too_few_answers_are_too_few(services: Services) -> None:
    class_id = lesson.class_of(services, 9)
    lesson.finish(services, class_id, [None])
    with pytest.raises(TooFewPupils):
        freeze(services, class_id)


def test_nine_late_comers_change_nothing_and_ten_make_a_new_picture(services: Services) -> None:
    class_id = lesson.class_of(services, 20)
    first = freeze(services, class_id)
    reopen_class(services, class_id)
    lesson.finish_randomly(services, class_id, 9)
    assert freeze(services, class_id) == first
    assert not lesson.is_closed(services, class_id)
    lesson.finish_randomly(services, class_id, 1)
    second = freeze(services, class_id)
    assert lesson.is_closed(services, class_id)
    assert (second.number, second.pupils, second.level) == (2, 30, "ranking")
    assert read(services, frozen_pictures, class_id) == (first, second)


def test_a_picture_stays_as_it_is_when_pupils_erase_or_are_detached(services: Services) -> None:
    class_id = lesson.new_class(services)
    pupils = lesson.finish_randomly(services, class_id, 25)
    first = freeze(services, class_id)
    for number in pupils[:5]:
        erase_attempt(services, number)
    for number in pupils[5:9]:
        detach_attempt(services, class_id, number)
    assert freeze(services, class_id) == first
    erase_attempt(services, pupils[9])
    assert freeze(services, class_id).pupils == 15


def test_nothing_of_an_erased_pupil_stays_but_a_number(services: Services) -> None:
    class_id = lesson.new_class(services)
    pupils = lesson.finish_randomly(services, class_id, 12)
    freeze(services, class_id)
    erase_attempt(services, pupils[0])
    assert str(pupils[0]) not in everything_stored(services.database)
    assert row_counts(services.database)["pictured_attempt"] == 11


def test_ten_new_results_make_a_new_picture(services: Services) -> None:
    class_id = lesson.new_class(services)
    pupils = lesson.finish_randomly(services, class_id, 15)
    freeze(services, class_id)
    chance = Random(3)  # noqa: S311
    for at, number in enumerate(pupils[:10]):
        newest = freeze(services, class_id)
        assert newest.number == 1, at
        made = lesson.random_profile(services.bank.worlds, chance)
        lesson.refine(services, number, 2, made)
    assert freeze(services, class_id).number == 2


def test_a_poorer_newest_result_takes_a_pupil_out(services: Services) -> None:
    class_id = lesson.new_class(services)
    pupils = lesson.finish_randomly(services, class_id, 30)
    freeze(services, class_id)
    for number in pupils[:10]:
        lesson.refine(services, number, 2, None)
    poorer = freeze(services, class_id)
    assert (poorer.number, poorer.pupils) == (2, 30)
    for number in pupils[:10]:
        lesson.refine(services, number, 3, lesson.random_profile(services.bank.worlds, Random(1)))  # noqa: S311
    assert freeze(services, class_id).number == 3


def test_deleting_a_class_takes_its_pictures(services: Services) -> None:
    class_id = lesson.class_of(services, 20)
    freeze(services, class_id)
    delete_class(services, class_id)
    delete_class(services, class_id)
    left = row_counts(services.database)
    assert {name: count for name, count in left.items() if count} == {"school": 1}


def test_a_picture_pressed_for_at_the_same_instant_is_made_once(services: Services) -> None:
    class_id = lesson.class_of(services, 15)
    press: list[Callable[[], ClassPicture]] = [lambda: freeze(services, class_id)] * 4
    assert len(set(map(str, at_the_same_instant(press)))) == 1
    assert row_counts(services.database)["frozen_picture"] == 1


def test_the_moment_of_closing_stays_when_the_picture_is_asked_again(services: Services) -> None:
    class_id = lesson.class_of(services, 15)
    closing = select(SchoolClass.closed_at).where(SchoolClass.id == class_id)
    freeze(services, class_id)
    with services.database.reading() as session:
        first = session.scalar(closing)
    freeze(services, class_id)
    with services.database.reading() as session:
        assert session.scalar(closing) == first


def test_zooming_in_changes_nothing_that_a_picture_is_made_of(services: Services) -> None:
    class_id = lesson.class_of(services, 12)

    def members() -> list[Member]:
        return read(services, read_members, [class_id], services.bank)

    before = members()
    for member, world in zip(before, cycle(services.bank.worlds), strict=False):
        zoom = services.bank.zoom_of(world)
        save_zoom_answers(services, member.attempt_id, [Given(name, 5) for name in zoom])
    assert members() == before
    assert freeze(services, class_id).pupils == 12
