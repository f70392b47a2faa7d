"""The code that a pupil reads aloud to a counsellor: easy to say, easy to type, hard to guess."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.domain.codes.class_codes import CLASS_CODE_ALPHABET
from quiz.domain.codes.errors import InvalidCode
from quiz.domain.codes.share_codes import (
    SHARE_CODE_LENGTH,
    display_share_code,
    new_share_code,
    normalise_share_code,
)

CODES = st.text(CLASS_CODE_ALPHABET, min_size=SHARE_CODE_LENGTH, max_size=SHARE_CODE_LENGTH)


def test_there_are_billions_of_codes() -> None:
    assert len(CLASS_CODE_ALPHABET) ** SHARE_CODE_LENGTH > 6_900_000_000


@given(st.integers(0, 2**32))
def test_the_same_randomness_gives_the_same_code(seed: int) -> None:
    code, again = (new_share_code(random.Random(seed)) for _ in range(2))  # noqa: S311
    assert code == again == normalise_share_code(code)


def test_a_real_source_of_randomness_gives_another_code_each_time() -> None:
    source = random.SystemRandom()
    assert len({new_share_code(source) for _ in range(100)}) == 100


@given(CODES)
def test_a_code_as_it_is_shown_is_the_code(code: str) -> None:
    assert display_share_code(code) == f"{code[:4]} {code[4:]}"
    assert normalise_share_code(display_share_code(code)) == code


@pytest.mark.parametrize(
    "typed",
    ["hjm4-79cd", " HJM4 79CD ", "h j m 4 7 9 c d", "HJMA79CO", "ＨＪＭ４７９ＣＤ", "HJM4.79СD"],
)
def test_typing_it_in_another_way_is_fine(typed: str) -> None:
    assert normalise_share_code(typed) == "HJM479CD"


@pytest.mark.parametrize("typed", ["", "HJM4", "HJM479CDD", "HJM479C!", "HJM479CK", "x" * 101])
def test_what_cannot_be_a_code_is_refused_without_repeating_it(typed: str) -> None:
    with pytest.raises(InvalidCode) as refusal:
        normalise_share_code(typed)
    assert not typed or typed not in str(refusal.value)


@given(st.text(max_size=120))
def test_anything_typed_is_a_code_or_refused(typed: str) -> None:
    try:
        code = normalise_share_code(typed)
    except InvalidCode:
        return
    assert set(code) <= set(CLASS_CODE_ALPHABET)
    assert len(code) == SHARE_CODE_LENGTH
