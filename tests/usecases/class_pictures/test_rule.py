"""The rule over time: sums and differences of pictures, of any number, with any weights."""

from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.usecases.class_pictures.rule import ABSENT, MOST_PICTURES, may_show


def allowed_one_by_one(histories: dict[str, int]) -> bool:
    """Whether each of these pictures was allowed when it was the newest."""
    pictures = len(next(iter(histories)))
    for newest in range(1, pictures + 1):
        then: Counter[str] = Counter()
        for history, count in histories.items():
            then[history[:newest]] += count
        if not may_show(then):
            return False
    return True


def left(histories: dict[str, int], weights: list[int]) -> int:
    """How many pupils a weighted sum of pictures rests on, counted from its meaning."""
    total = 0
    for history, count in histories.items():
        added: Counter[str] = Counter()
        for sign, weight in zip(history, weights, strict=True):
            added[sign] += weight
        del added[ABSENT]
        total += count * any(added.values())
    return total


@st.composite
def real_histories(draw: st.DrawFn) -> dict[str, int]:
    """Histories as lessons make them: who left stays away; a new result is a new letter."""
    pictures = draw(st.integers(1, 4))
    found: dict[str, int] = {}
    for come in range(pictures):
        for go in range(come + 1, pictures + 1):
            inside = go - come
            new_result = draw(st.integers(1, inside))
            run = "a" * new_result + "b" * (inside - new_result)
            count = draw(st.sampled_from([0, 0, 1, 4, 5, 9, 10, 11, 20]))
            found[ABSENT * come + run + ABSENT * (pictures - go)] = count
    return found


@settings(max_examples=400)
@given(real_histories(), st.lists(st.integers(-3, 3), min_size=4, max_size=4))
def test_whatever_is_allowed_no_weighted_sum_rests_on_one_to_nine_pupils(
    histories: dict[str, int], weights: list[int]
) -> None:
    if allowed_one_by_one(histories):
        pictures = len(next(iter(histories)))
        assert left(histories, weights[:pictures]) not in range(1, 10)


def test_random_weights_find_nothing_either() -> None:
    chance = Random(6)  # noqa: S311
    histories = {"aaa": 5, "aa-": 5, "-aa": 12, "a--": 10, "--a": 10, "abb": 3}
    assert allowed_one_by_one(histories)
    for _ in range(2000):
        weights = [chance.randint(-9, 9) for _ in range(3)]
        assert left(histories, weights) not in range(1, 10)


def test_nine_pupils_make_no_picture_and_ten_do() -> None:
    assert not may_show({})
    assert not may_show({"a": 9})
    assert may_show({"a": 10})


def test_one_pupil_who_erases_does_not_make_a_new_picture() -> None:
    assert not may_show({"aa": 24, "a-": 1})


def test_ten_who_changed_do_be_they_new_gone_or_both() -> None:
    assert may_show({"aa": 25, "-a": 10})
    assert may_show({"aa": 15, "a-": 10})
    assert may_show({"aa": 24, "a-": 1, "-a": 9})
    assert may_show({"aa": 15, "ab": 10})
    assert not may_show({"aa": 24, "a-": 1, "-a": 8})


def test_nor_may_a_picture_differ_a_little_from_one_before_the_last() -> None:
    """Ten came, nine of them left with one of the first: the first and third differ in two."""
    assert may_show({"aa": 20, "-a": 10})
    assert not may_show({"aaa": 19, "aa-": 1, "-aa": 1, "-a-": 9})


def test_nor_may_three_pictures_together_single_out_a_few() -> None:
    """First minus second plus third rests on the two who are in one picture only."""
    pairwise_fine = {"a--": 1, "aa-": 9, "-aa": 9, "--a": 1}
    assert not may_show(pairwise_fine)


def test_nobody_who_changed_and_nobody_left_make_no_new_picture() -> None:
    assert not may_show({"aa": 25})
    assert not may_show({"a-": 25})


def test_the_series_ends_after_eight_pictures() -> None:
    def nobody_twice(pictures: int) -> dict[str, int]:
        alone = [ABSENT * at + "a" + ABSENT * (pictures - at - 1) for at in range(pictures)]
        return dict.fromkeys(alone, 10)

    assert may_show(nobody_twice(MOST_PICTURES))
    assert not may_show(nobody_twice(MOST_PICTURES + 1))
