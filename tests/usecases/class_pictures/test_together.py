"""Classes that are shown together: only so, and with nobody else."""

import pytest

from quiz.usecases.class_pictures.errors import InAnotherPicture, NotTogether
from quiz.usecases.class_pictures.operations import (
    classes_shown_with,
    freeze,
    frozen_picture,
    make_picture,
)
from quiz.usecases.classes.care import delete_class
from quiz.usecases.services import Services
from tests.reading import read
from tests.usecases.class_pictures import lesson


def test_two_small_classes_are_shown_together_and_only_so(services: Services) -> None:
    small, other, third = (
        lesson.class_of(services, 7),
        lesson.class_of(services, 8),
        lesson.class_of(services, 20),
    )
    picture = make_picture(services, [small, other])
    assert (picture.pupils, picture.classes) == (15, 2)
    assert read(services, frozen_picture, other) == picture == freeze(services, small)
    assert make_picture(services, [other, small]) == picture
    assert read(services, classes_shown_with, small) == (small, other)
    assert read(services, classes_shown_with, third) == ()
    assert lesson.is_closed(services, small)
    assert lesson.is_closed(services, other)
    with pytest.raises(InAnotherPicture):
        make_picture(services, [small, third])
    with pytest.raises(InAnotherPicture):
        make_picture(services, [small, other, third])


def test_a_class_with_its_own_picture_cannot_help_a_small_one(services: Services) -> None:
    small, large = lesson.class_of(services, 6), lesson.class_of(services, 20)
    freeze(services, large)
    with pytest.raises(InAnotherPicture) as problem:
        make_picture(services, [small, large])
    assert problem.value.class_ids == (large,)


def test_classes_of_two_schools_or_that_do_not_exist_are_not_shown(services: Services) -> None:
    one, other = lesson.class_of(services, 12), lesson.class_of(services, 12, "Een andere school")
    for class_ids in ([one, other], [], [10**6], [one, 10**6]):
        with pytest.raises(NotTogether):
            make_picture(services, class_ids)


def test_a_shared_picture_stays_with_the_class_that_is_left_and_still_binds_it(
    services: Services,
) -> None:
    small, large = lesson.class_of(services, 8), lesson.class_of(services, 12)
    picture = make_picture(services, [small, large])
    delete_class(services, small)
    assert read(services, frozen_picture, large) == picture == freeze(services, large)
