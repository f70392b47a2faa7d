"""The figures of a region are sums of frozen pictures, by batches that the rule lets in."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quiz.storage.tables.picture import FrozenPicture
from quiz.storage.tables.region import RegionFigure, RegionMember
from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.usecases.class_pictures.region_figure import (
    RegionYear,
    region_years,
    schools_that_count,
)
from quiz.usecases.class_pictures.region_intake import add_to_region
from quiz.usecases.classes.care import delete_class
from quiz.usecases.services import Services
from tests.reading import read
from tests.usecases.attempts.pupils import at_the_same_instant
from tests.usecases.class_pictures.shown_classes import (
    EDE,
    FOODVALLEY,
    RIVIERENLAND,
    TIEL,
    TOWNS,
    Shown,
    classes_of,
    place,
    show,
    show_again,
)

EIK, LINDE = "De Eik", "De Linde"


def press(services: Services, region: str = FOODVALLEY) -> bool:
    """The coordinator asks for what came in."""
    with services.database.writing() as session:
        return add_to_region(services, session, region, TOWNS[region])


def years(services: Services, region: str = FOODVALLEY) -> tuple[RegionYear, ...]:
    """What is shown of a region."""
    return read(services, region_years, region)


def havo(school: str, number: int, pupils: int = 12) -> list[Shown]:
    """So many classes of havo 2."""
    return [Shown(school, pupils=pupils) for _ in range(number)]


@pytest.fixture
def two_schools(services: Services) -> Services:
    """Two schools in Ede."""
    place(services, EIK, EDE)
    place(services, LINDE, EDE)
    return services


def test_a_figure_is_the_mean_of_the_frozen_pictures_by_pupils(two_schools: Services) -> None:
    shown = [show(two_schools, each) for each in havo(EIK, 3, pupils=11) + havo(LINDE, 3)]
    assert press(two_schools)
    (year,) = years(two_schools)
    pictures = [read(two_schools, _newest, series) for series in shown]
    assert (year.total.classes, year.total.pupils) == (6, 70), "69, rounded to five"
    for world, mean in year.total.worlds.items():
        total = sum(
            each.pupils * figure.interest
            for each in pictures
            for figure in each.worlds
            if figure.world == world
        )
        assert mean == pytest.approx(total / 69, abs=0.051)
    assert year.types == {"havo": year.total}
    assert year.years == {2: year.total}
    assert year.both == {("havo", 2): year.total}


@pytest.mark.parametrize(("eik", "linde"), [(9, 0), (3, 1), (9, 2), (2, 2)], ids=str)
def test_without_three_classes_beside_each_school_nothing_is_shown(
    two_schools: Services, eik: int, linde: int
) -> None:
    for each in havo(EIK, eik) + havo(LINDE, linde):
        show(two_schools, each)
    assert not press(two_schools)
    assert years(two_schools) == ()


def test_what_is_too_few_of_a_kind_comes_in_with_others(two_schools: Services) -> None:
    classes = [
        *havo(EIK, 3),
        *havo(LINDE, 3),
        *(Shown(school, "vwo", year) for school in (EIK, LINDE) for year in (1, 2, 3)),
        *(Shown(school, kind, 4) for school in (EIK, LINDE) for kind in ("pro", "isk", "mbo")),
    ]
    for each in classes:
        show(two_schools, each)
    assert press(two_schools)
    (year,) = years(two_schools)
    assert year.total.classes == 18
    assert {name: each.classes for name, each in year.types.items()} == {"havo": 6, "vwo": 6}
    assert {name: each.classes for name, each in year.years.items()} == {2: 6}


def test_one_class_more_waits_for_others(two_schools: Services) -> None:
    for each in havo(EIK, 3) + havo(LINDE, 3):
        show(two_schools, each)
    press(two_schools)
    before = years(two_schools)
    show(two_schools, Shown(EIK))
    show(two_schools, Shown(LINDE, "vwo", 4))
    assert not press(two_schools)
    assert years(two_schools) == before
    for each in havo(EIK, 2) + havo(LINDE, 3):
        show(two_schools, each)
    assert press(two_schools)
    assert years(two_schools)[0].total.classes == 12, "the one of vwo waits"


def test_what_is_in_stays_when_a_class_is_made_again_or_goes(two_schools: Services) -> None:
    shown = [show(two_schools, each) for each in havo(EIK, 3) + havo(LINDE, 3)]
    press(two_schools)
    before = years(two_schools)
    for series in shown[:4]:
        show_again(two_schools, series, 22)
    (gone,) = read(two_schools, classes_of, shown[-1])
    delete_class(two_schools, gone)
    assert not press(two_schools)
    assert years(two_schools) == before


def test_a_school_that_moves_takes_nothing_along(two_schools: Services) -> None:
    for each in havo(EIK, 3) + havo(LINDE, 3):
        show(two_schools, each)
    press(two_schools)
    before = years(two_schools)
    place(two_schools, EIK, TIEL)
    place(two_schools, LINDE, TIEL)
    assert not press(two_schools, RIVIERENLAND)
    assert years(two_schools, RIVIERENLAND) == ()
    assert years(two_schools) == before


def test_a_school_that_said_nothing_counts_for_nothing(two_schools: Services) -> None:
    for each in havo(EIK, 3) + havo(LINDE, 3):
        show(two_schools, each)
    place(two_schools, LINDE, None)
    assert not press(two_schools)
    assert read(two_schools, schools_that_count, [EDE]) == 1


def test_years_stand_apart_and_small_classes_together_count_once(two_schools: Services) -> None:
    small = Shown(EIK, "vmbo-kb", 3, 6), Shown(EIK, "vmbo-bb", 3, 6)
    show(two_schools, *small)
    show(two_schools, *(replace(each, school=LINDE) for each in small))
    for each in havo(EIK, 2) + havo(LINDE, 2):
        show(two_schools, each)
    press(two_schools)
    (year,) = years(two_schools)
    assert (year.total.classes, year.types) == (8, {}), "six pictures of eight classes"
    later = replace(two_schools, clock=lambda: two_schools.clock() + timedelta(days=366))
    for each in havo(EIK, 3) + havo(LINDE, 3):
        show(later, each)
    press(later)
    assert [each.year for each in years(later)] == [year.year + 1, year.year]


def test_two_who_press_at_one_instant_take_everything_in_once(two_schools: Services) -> None:
    for each in havo(EIK, 3) + havo(LINDE, 3):
        show(two_schools, each)
    done = at_the_same_instant([partial(press, two_schools)] * 2)
    assert sorted(done) == [False, True]
    with two_schools.database.reading() as session:
        assert session.scalars(select(RegionFigure.classes)).one() == 6
        assert session.scalar(select(func.count()).select_from(RegionMember)) == 6


def _newest(session: Session, series: int) -> ClassPicture:
    contents = session.scalars(
        select(FrozenPicture.content)
        .where(FrozenPicture.series_id == series)
        .order_by(FrozenPicture.number)
    )
    return ClassPicture.from_json(list(contents)[-1])
