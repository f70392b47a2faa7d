"""What a pupil liked within a world is read from the answers: beside that world, and no more."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.domain.bank.load import load_bank
from quiz.domain.catalogue.matching.likes import likes_of

BANK = load_bank()
ANSWERS = st.dictionaries(
    st.sampled_from(BANK.live), st.integers(BANK.unknown, BANK.values[-1]), min_size=1
)


def all_answered(value: int, others: Mapping[str, int]) -> dict[str, int]:
    return {**dict.fromkeys(BANK.live, value), **others}


def test_who_loves_robots_and_not_the_rest_of_the_world_likes_robots() -> None:
    likes = likes_of(all_answered(2, dict.fromkeys(BANK.tags["robots"].items, 5)), BANK)
    assert likes["robots"] > 0.7
    assert {likes[tag] < 0.4 for tag in ("lab", "ruimte", "precisie")} == {True}


@pytest.mark.parametrize("value", BANK.values)
def test_who_answers_all_of_a_world_the_same_likes_no_part_of_it_more(value: int) -> None:
    assert set(likes_of(all_answered(value, {}), BANK).values()) == {0.5}


def test_a_question_that_was_not_asked_or_is_not_known_is_no_evidence() -> None:
    assert likes_of({}, BANK) == {}
    assert likes_of(dict.fromkeys(BANK.live, BANK.unknown), BANK) == {}
    assert likes_of({"geen-vraag": 5}, BANK) == {}
    one = likes_of({"laser-lijn": 5, "bliksem-proef": 1, "druppel-leven": BANK.unknown}, BANK)
    assert set(one) == {"precisie", "lab"}


def test_one_answer_says_less_than_three() -> None:
    asked = ("praat-robot", "robotarm", "klap-licht", "onkruid-robot")
    rest = {"bliksem-proef": 1, "druppel-leven": 1, "satelliet-team": 1, "reis-mars": 1}
    few = likes_of({**rest, asked[0]: 5}, BANK)["robots"]
    many = likes_of({**rest, "laser-lijn": 1, **dict.fromkeys(asked, 4)}, BANK)
    assert few > 0.5
    assert many["robots"] > 0.5


@given(ANSWERS, st.sampled_from(BANK.live))
def test_likes_lie_between_0_and_1_and_a_better_answer_never_lowers_its_own_tags(
    answers: dict[str, int], item: str
) -> None:
    before = likes_of({**answers, item: 2}, BANK)
    after = likes_of({**answers, item: 5}, BANK)
    assert all(0 <= liked <= 1 for liked in (*before.values(), *after.values()))
    for name, tag in BANK.tags.items():
        if item in tag.items:
            assert after[name] >= before[name] - 1e-12
