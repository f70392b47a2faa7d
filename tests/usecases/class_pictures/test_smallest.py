"""The attacker's own arithmetic finds what a few pictures give away, and is right about it."""

from random import Random

from tests.usecases.class_pictures.smallest import Unit, smallest_group
from tests.usecases.class_pictures.test_rule import left


def _pictures(histories: dict[str, int]) -> list[frozenset[Unit]]:
    """Pictures of invented pupils with these histories (see class_pictures/rule.py)."""
    pictures: list[set[Unit]] = [set() for _ in next(iter(histories))]
    pupil = 0
    for history, count in histories.items():
        for _ in range(count):
            pupil += 1
            for place, sign in enumerate(history):
                if sign != "-":
                    pictures[place].add((pupil, ord(sign)))
    return [frozenset(picture) for picture in pictures]


def test_one_picture_rests_on_its_pupils_and_two_on_those_who_changed() -> None:
    assert smallest_group([]) is None
    assert smallest_group(_pictures({"a": 12})) == 12
    assert smallest_group(_pictures({"aa": 20, "a-": 1})) == 1
    assert smallest_group(_pictures({"aa": 20, "ab": 3})) == 3
    assert smallest_group(_pictures({"aa": 20, "a-": 4, "-a": 3})) == 7


def test_pictures_of_others_change_nothing() -> None:
    one, other = _pictures({"a": 12}), _pictures({"aa": 20, "a-": 11})
    moved = [frozenset((pupil + 100, result) for pupil, result in picture) for picture in other]
    assert smallest_group([*one, *moved]) == 11


def test_three_pictures_that_are_fine_in_pairs_single_two_pupils_out() -> None:
    assert smallest_group(_pictures({"a--": 1, "aa-": 9, "-aa": 9, "--a": 1})) == 2


def test_no_weights_find_a_smaller_group() -> None:
    chance = Random(3)  # noqa: S311
    runs = ["a---", "aa--", "aaa-", "aaaa", "-a--", "-aa-", "-aaa", "--a-", "--aa", "---a", "aabb"]
    for _ in range(30):
        histories = {run: chance.choice([0, 2, 5, 9, 10]) for run in runs}
        smallest = smallest_group(_pictures(histories))
        for _ in range(60):
            found = left(histories, [chance.randint(-2, 2) for _ in range(4)])
            assert not found or (smallest is not None and found >= smallest)
