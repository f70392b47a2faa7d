"""A return code brings a pupil back on any device, however it is typed."""

import contextlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.domain.codes.errors import InvalidCode
from quiz.domain.codes.return_codes import (
    RETURN_CODE_SPACE,
    display_return_code,
    new_return_code,
    normalise_return_code,
)
from quiz.domain.codes.return_words import load_return_words

codes = st.builds(new_return_code, st.randoms(use_true_random=False))


def test_there_are_four_million_million_codes() -> None:
    assert RETURN_CODE_SPACE == 2048 * 2048 * 10**6


@given(st.randoms())
def test_a_new_code_has_two_words_and_six_digits(randomness: random.Random) -> None:
    first, second, digits = new_return_code(randomness).split("-")
    assert {first, second} <= set(load_return_words())
    assert len(digits) == 6
    assert digits.isdecimal()


def test_new_codes_use_all_words_about_equally_often() -> None:
    randomness = random.Random(7)  # noqa: S311
    drawn = [new_return_code(randomness).split("-")[:2] for _code in range(40_960)]
    counts = dict.fromkeys(load_return_words(), 0)
    for pair in drawn:
        for word in pair:
            counts[word] += 1
    chi_square = sum((count - 40) ** 2 / 40 for count in counts.values())
    assert 1_800 < chi_square < 2_300  # 2,047 degrees of freedom: four standard deviations


@given(codes)
def test_a_code_survives_being_shown_and_typed_back(code: str) -> None:
    assert normalise_return_code(code) == code
    assert normalise_return_code(display_return_code(code)) == code
    assert normalise_return_code(display_return_code(code).upper()) == code


@given(codes, st.sampled_from([" ", "  ", "-", ".", " - ", "\u00a0", "_", ", "]))
def test_digits_may_stand_before_between_or_after_the_words(code: str, separator: str) -> None:
    first, second, digits = code.split("-")
    front, back = digits[:3], digits[3:]
    for order in ([first, second, digits], [digits, first, second], [first, front, second, back]):
        assert normalise_return_code(separator.join(order)) == code
    assert normalise_return_code(separator.join([first, second, *digits])) == code


def test_the_shown_form_has_groups_that_are_easy_to_copy() -> None:
    assert display_return_code("otter-tafel-482913") == "otter tafel 482 913"


@pytest.mark.parametrize(
    "typed",
    [
        "Otter Tafel 482 913",
        "OTTERTAFEL482913",
        "ot ter tafel 482.913",
        "ótter – tàfel – 48 29 13",
        "482913 otter tafel",
        "otter tafel ٤٨٢٩١٣",
    ],
)
def test_what_a_phone_makes_of_a_code_is_understood(typed: str) -> None:
    assert normalise_return_code(typed) == "otter-tafel-482913"


def test_the_order_of_the_words_matters() -> None:
    assert normalise_return_code("tafel otter 482913") == "tafel-otter-482913"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "otter tafel",
        "otter tafel 48291",
        "otter tafel 4829133",
        "otter 482913",
        "otter tafel otter 482913",
        "ottr tafel 482913",
        "otter tafal 482913",
        "otter tafel 482913" + " " * 100,
    ],
)
def test_what_is_not_a_code_is_refused_without_a_hint(typed: str) -> None:
    with pytest.raises(InvalidCode) as refusal:
        normalise_return_code(typed)
    assert "otter" not in str(refusal.value)


def test_glued_words_that_read_two_ways_are_refused_but_with_a_space_they_work() -> None:
    with pytest.raises(InvalidCode):
        normalise_return_code("autobusreis 482913")
    assert normalise_return_code("auto busreis 482913") == "auto-busreis-482913"
    assert normalise_return_code("autobus reis 482913") == "autobus-reis-482913"


@given(st.text())
def test_any_text_gives_a_code_or_a_refusal_and_nothing_else(text: str) -> None:
    with contextlib.suppress(InvalidCode):
        code = normalise_return_code(text)
        assert normalise_return_code(code) == code


@pytest.mark.parametrize("typed", ["O9O 673", "o90 673", "09o673", "090 673"])
def test_letters_that_look_like_digits_are_those_digits(typed: str) -> None:
    first, second = load_return_words()[:2]
    assert normalise_return_code(f"{first} {second} {typed}") == f"{first}-{second}-090673"


def test_an_i_or_l_among_digits_is_a_one() -> None:
    first, second = load_return_words()[:2]
    assert normalise_return_code(f"{first} {second} I2l 6L1") == f"{first}-{second}-121611"
