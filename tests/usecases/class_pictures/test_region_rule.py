"""Batches of classes: each is enough without any one school, and nobody waits for nothing."""

from hypothesis import given
from hypothesis import strategies as st

from quiz.usecases.class_pictures.region_rule import Kind, Waiting, batches, may_come_in
from tests.usecases.class_pictures.lesson import NOW
from tests.usecases.class_pictures.shown_classes import picture

KINDS = st.builds(
    Kind, st.sampled_from([2025, 2026]), st.sampled_from(["", "havo", "vwo"]), st.integers(0, 3)
)


@st.composite
def waiting(draw: st.DrawFn) -> list[Waiting]:
    """Classes of some schools, all with the smallest picture."""
    made = picture(NOW, 10, {})
    drawn = draw(st.lists(st.tuples(st.integers(0, 4), KINDS), max_size=40))
    return [Waiting(number, school, kind, made) for number, (school, kind) in enumerate(drawn)]


@given(waiting())
def test_every_batch_is_enough_without_any_school_and_none_shares_a_class(
    classes: list[Waiting],
) -> None:
    found = batches(classes)
    taken = [each for batch in found.values() for each in batch]
    assert len(taken) == len({each.series for each in taken})
    for kind, batch in found.items():
        assert all(kind in each.kind.coarser for each in batch)
        for school in range(5):
            rest = [each for each in batch if each.school != school]
            assert len(rest) >= 3
            assert sum(each.picture.pupils for each in rest) >= 30
    left = [each for each in classes if each not in taken]
    for school_year in (2025, 2026):
        waits = [each for each in left if each.kind.school_year == school_year]
        assert not waits or not may_come_in(waits), "nobody waits for nothing"


def test_of_four_schools_a_class_each_comes_in_and_of_three_it_waits() -> None:
    made = picture(NOW, 10, {})
    kind = Kind(2026, "havo", 2)
    four = [Waiting(number, number, kind, made) for number in range(4)]
    assert batches(four) == {kind: four}
    assert batches(four[:3]) == {}
