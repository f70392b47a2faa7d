"""A class code is read from the board by thirty pupils and typed on thirty phones."""

import contextlib
import random
import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.domain.codes.class_codes import (
    CLASS_CODE_ALPHABET,
    CLASS_CODE_LENGTH,
    display_class_code,
    new_class_code,
    normalise_class_code,
)
from quiz.domain.codes.errors import InvalidCode

codes = st.text(alphabet=CLASS_CODE_ALPHABET, min_size=6, max_size=6)
# Of each group at most one character may be in the alphabet.
LOOK_ALIKES = ["0OQD", "1ILJ", "2Z", "5S", "6G", "8B", "UV", "4A", "VY", "3E"]


@given(st.randoms())
def test_a_code_has_six_characters_of_the_alphabet(randomness: random.Random) -> None:
    code = new_class_code(randomness)
    assert len(code) == CLASS_CODE_LENGTH == 6
    assert set(code) <= set(CLASS_CODE_ALPHABET)


def test_a_real_source_of_randomness_gives_another_code_each_time() -> None:
    source = secrets.SystemRandom()
    assert len({new_class_code(source) for _ in range(100)}) > 95


@pytest.mark.parametrize("group", LOOK_ALIKES)
def test_no_two_characters_of_the_alphabet_look_alike(group: str) -> None:
    assert len(set(group) & set(CLASS_CODE_ALPHABET)) <= 1


@pytest.mark.parametrize("character", "0O1IL5S8B2ZUVAE")
def test_a_code_never_holds_a_doubtful_character_or_a_vowel(character: str) -> None:
    assert character not in CLASS_CODE_ALPHABET


@given(codes)
def test_a_code_survives_being_shown_and_typed_back(code: str) -> None:
    assert normalise_class_code(display_class_code(code)) == code
    assert normalise_class_code(code.lower()) == code


@given(codes, st.sampled_from([" ", "-", ".", "\u00a0", "\u2013", "\n", "\u200b"]))
def test_spaces_dashes_and_dots_do_not_matter(code: str, separator: str) -> None:
    assert normalise_class_code(separator + separator.join(code) + separator) == code


@given(st.text())
def test_any_text_gives_a_code_or_a_refusal_and_nothing_else(text: str) -> None:
    with contextlib.suppress(InvalidCode):
        code = normalise_class_code(text)
        assert normalise_class_code(code) == code


def test_a_character_that_can_be_read_in_one_way_only_is_understood() -> None:
    assert normalise_class_code("HOM A79") == "HDM479"
    assert normalise_class_code("h0m e79") == "HDM379"


def test_a_cyrillic_keyboard_and_full_width_characters_work() -> None:
    assert normalise_class_code("НМХ 479") == "HMX479"
    assert normalise_class_code("\uff28\uff2a\uff2d\uff14\uff17\uff19") == "HJM479"


def test_digits_of_another_script_work() -> None:
    assert normalise_class_code("HJM ٤٧٩") == "HJM479"


@pytest.mark.parametrize("text", ["", "HJM", "HJM4799", "HJM47G", "HJM 478", "привет", "H" * 101])
def test_what_cannot_be_a_code_is_refused(text: str) -> None:
    with pytest.raises(InvalidCode):
        normalise_class_code(text)
