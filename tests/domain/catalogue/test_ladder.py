"""Every school type and year has its own steps, and always a way up."""

import pytest

from quiz.domain.catalogue.files.schema import LEVELS
from quiz.domain.catalogue.matching.ladder import LADDER, UnknownSchoolType, rung_for

SCHOOL_TYPES = [
    *("po", "pro", "vmbo-bb", "vmbo-kb", "vmbo-gl-tl", "brugklas"),
    *("havo", "vwo", "isk", "mbo", "onbekend"),
]


def test_the_ladder_knows_the_school_types_of_the_first_page() -> None:
    assert list(LADDER) == SCHOOL_TYPES


@pytest.mark.parametrize("school_type", SCHOOL_TYPES)
@pytest.mark.parametrize("year", [None, 1, 2, 3, 4, 5, 6, 7, 8])
def test_a_rung_names_known_levels_once_and_is_never_empty(
    school_type: str, year: int | None
) -> None:
    rung = rung_for(school_type, year)
    levels = (*rung.now, *rung.next, *rung.later)
    assert set(levels) <= set(LEVELS)
    assert len(set(levels)) == len(levels)
    assert rung.now or rung.next


@pytest.mark.parametrize("school_type", [kind for kind in SCHOOL_TYPES if kind != "vwo"])
@pytest.mark.parametrize("year", [None, 1, 4])
def test_there_is_always_a_way_up(school_type: str, year: int | None) -> None:
    rung = rung_for(school_type, year)
    assert rung.next
    steps = [LEVELS.index(max(step, key=LEVELS.index)) for step in (rung.now, rung.next) if step]
    assert steps == sorted(steps)


@pytest.mark.parametrize(
    ("school_type", "year", "now"),
    [
        ("po", 7, ()),
        ("vmbo-bb", 2, ("vmbo",)),
        ("vmbo-bb", 3, ("mbo-2",)),
        ("vmbo-kb", None, ("vmbo",)),
        ("vmbo-kb", 4, ("mbo-3", "mbo-4")),
        ("havo", 3, ("havo", "havo-vwo")),
        ("havo", 5, ("mbo-4", "ad", "hbo")),
        ("vwo", 6, ("hbo", "wo")),
    ],
)
def test_the_choice_of_this_year_comes_first(
    school_type: str, year: int | None, now: tuple[str, ...]
) -> None:
    assert rung_for(school_type, year).now == now


def test_an_unknown_school_type_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownSchoolType, match="'lbo' is unknown; use one of: po, pro"):
        rung_for("lbo", 1)
