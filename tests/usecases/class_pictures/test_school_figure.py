"""The figure of a school is worked out from frozen pictures, and tells nothing about one class."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from quiz.storage.tables.picture import SchoolFigure
from quiz.storage.tables.school import School
from quiz.usecases.class_pictures import school_rule
from quiz.usecases.class_pictures.operations import freeze, frozen_picture
from quiz.usecases.class_pictures.school_figure import (
    SchoolPicture,
    TooFewClasses,
    make_school_figure,
    school_figures,
)
from quiz.usecases.classes.care import delete_class
from quiz.usecases.services import Services
from tests.reading import read
from tests.usecases.class_pictures import lesson


def _shown(services: Services, *sizes: int, school: str = "Een school") -> list[int]:
    classes = [lesson.class_of(services, size, school) for size in sizes]
    for class_id in classes:
        freeze(services, class_id)
    return classes


def _figure(services: Services, school: str = "Een school") -> SchoolPicture:
    with services.database.reading() as session:
        number = session.scalar(select(School.id).where(School.name == school))
    return make_school_figure(services, number or 0)


def test_it_is_the_mean_of_the_frozen_pictures_by_pupils(services: Services) -> None:
    classes = _shown(services, 10, 12, 20)
    pictures = [read(services, frozen_picture, class_id) for class_id in classes]
    figure = _figure(services)
    assert (figure.classes, figure.pupils) == (3, 40)
    for world, mean in figure.worlds:
        total = sum(
            picture.pupils * each.interest
            for picture in pictures
            if picture
            for each in picture.worlds
            if each.world == world
        )
        assert mean == pytest.approx(total / 42, abs=0.051)


def test_schools_have_each_their_own(services: Services) -> None:
    _shown(services, 10, 10, 10)
    _shown(services, 10, 10, school="Een andere school")
    _figure(services)
    with pytest.raises(TooFewClasses):
        _figure(services, "Een andere school")


def test_it_stays_when_a_class_is_deleted_and_one_class_more_makes_no_new_one(
    services: Services,
) -> None:
    first, *_rest = _shown(services, 10, 10, 10)
    figure = _figure(services)
    delete_class(services, first)
    _shown(services, 12)
    assert _figure(services) == figure


def test_two_years_of_nearly_the_same_classes_share_no_picture(services: Services) -> None:
    classes = _shown(services, 10, 10, 10)
    figure = _figure(services)
    later = replace(services, clock=lambda: services.clock() + timedelta(days=366))
    for class_id in classes[:2]:
        lesson.finish_randomly(later, class_id, 10)
        freeze(later, class_id)
    with pytest.raises(TooFewClasses):
        _figure(later)
    _shown(later, 10)
    assert (_figure(later).year, _figure(later).pupils) == (figure.year + 1, 50)
    with services.database.reading() as session:
        covers = [set(row.covers.values()) for row in session.scalars(select(SchoolFigure))]
        number = session.scalar(select(School.id)) or 0
        years = [each.year for each in school_figures(session, number)]
    assert not covers[0] & covers[1]
    assert years == [figure.year + 1, figure.year]


@pytest.mark.parametrize(
    ("figures", "may"),
    [
        (["abc"], True),
        (["ab"], False),
        (["abc", "abc"], False),
        (["abc", "abcd"], False),
        (["abc", "abcde"], False),
        (["abc", "abcdef"], True),
        (["abc", "abC"], False),
        (["abc", "ABC"], True),
        (["abcdef", "abcghi"], True),
        (["abcdef", "abc"], True),
        (["abcd", "abc"], False),
        (["abcdef", "abcghi", "abcdeghi"], False),
        (["abc", "xyz", "abx"], False),
        (["abcdef", "abcghi", "abcdef"], False),
    ],
)
def test_no_combination_of_figures_rests_on_one_or_two_classes(
    figures: list[str], may: bool
) -> None:
    """Each letter is a class; a capital is another picture of it."""
    covers = [{each.lower(): each for each in figure} for figure in figures]
    assert school_rule.may_show(covers) == may


def test_figures_that_share_no_class_tell_nothing_about_each_other() -> None:
    a, b, c, d = ({x: x for x in letters} for letters in ("abc", "cde", "xyz", "efg"))
    assert school_rule.together_with({"a": "A"}, [a, b, c, d]) == [a, b, d]
    assert school_rule.together_with({"q": "Q"}, [a, b, c, d]) == []
