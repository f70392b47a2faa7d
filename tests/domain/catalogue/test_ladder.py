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
    assert rung.next or rung.later
    found = [step for step in (rung.now, rung.next, rung.later) if step]
    steps = [LEVELS.index(max(step, key=LEVELS.index)) for step in found]
    assert steps == sorted(steps)


@pytest.mark.parametrize("school_type", SCHOOL_TYPES)
@pytest.mark.parametrize("year", [None, 1, 4])
def test_what_is_usual_is_on_the_rung_and_a_step_with_levels_has_room(
    school_type: str, year: int | None
) -> None:
    rung = rung_for(school_type, year)
    assert set(rung.usual) <= {*rung.now, *rung.next, *rung.later}
    for step in rung.steps:
        assert step.most > 1
        assert set(step.usual) <= set(step.levels)


def test_a_newcomer_reads_fewer_and_a_first_study_stands_before_a_second() -> None:
    assert sum(rung_for("isk", 1).most) < sum(rung_for("brugklas", 1).most)
    assert rung_for("havo", 5).most[1] <= 2
    assert rung_for("vwo", 6).usual == ("wo",)
    assert rung_for("vmbo-gl-tl", 4).usual == ("mbo-3", "mbo-4")


@pytest.mark.parametrize(
    ("school_type", "year", "now"),
    [
        ("po", 7, ()),
        ("vmbo-bb", 2, ("vmbo",)),
        ("vmbo-bb", 3, ("mbo-2",)),
        ("vmbo-kb", None, ("vmbo",)),
        ("vmbo-kb", 4, ("mbo-3", "mbo-4")),
        ("havo", 3, ()),
        ("vmbo-gl-tl", 4, ("mbo-3", "mbo-4", "havo")),
        ("havo", 5, ("hbo", "ad", "mbo-4")),
        ("vwo", 6, ("wo", "hbo")),
        ("mbo", 2, ("mbo-3", "mbo-4")),
        ("mbo", 4, ("ad", "hbo")),
    ],
)
def test_the_choice_of_this_year_comes_first(
    school_type: str, year: int | None, now: tuple[str, ...]
) -> None:
    assert rung_for(school_type, year).now == now


def test_an_unknown_school_type_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownSchoolType, match="'lbo' is unknown; use one of: po, pro"):
        rung_for("lbo", 1)
