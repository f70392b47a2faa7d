"""A code is found in what people paste: a link, a label, quotes, a sentence; and never two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.domain.codes.class_codes import (
    CLASS_CODE_ALPHABET,
    display_class_code,
    normalise_class_code,
)
from quiz.domain.codes.errors import InvalidCode
from quiz.domain.codes.return_codes import display_return_code, normalise_return_code
from quiz.domain.codes.return_words import load_return_words
from quiz.domain.codes.share_codes import normalise_share_code

HOSTS = ["https://quiz.school.nl", "HTTP://QUIZ.SCHOOL.NL:8443", "quiz.school.nl", "//evil.example"]
BEHIND = ["", "/", ".", "?bord=0123456789ab", "?utm_source=bord&utm_medium=x", "#top", ")", "/?x=1"]
AROUND = [
    "{}",
    "code: {}",
    "Code={}",
    "klascode {}",
    "De code is {}.",
    "\u201c{}\u201d",
    "'{}'",
    "({})",
    "<{}>",
    "Doe mee met 2B! De code van onze klas is {}, tot straks.",
    "\t{}\n",
]
SAFE_LINK = (
    "https://eur01.safelinks.protection.outlook.com/?url="
    "https%3A%2F%2Fquiz.school.nl%2Fmeedoen%2F{}%3Fbord%3D0123456789ab&data=05%7C02&reserved=0"
)
class_codes = st.text(CLASS_CODE_ALPHABET, min_size=6, max_size=6)
share_codes = st.text(CLASS_CODE_ALPHABET, min_size=8, max_size=8)


@st.composite
def return_codes(draw: st.DrawFn) -> str:
    """Any return code in its normal form."""
    first, second = (draw(st.sampled_from(load_return_words())) for _word in range(2))
    return f"{first}-{second}-{draw(st.integers(0, 999_999)):06d}"


@given(class_codes, st.sampled_from(HOSTS), st.sampled_from(BEHIND), st.booleans(), st.booleans())
def test_a_whole_link_is_understood(
    code: str, host: str, behind: str, small: bool, safe: bool
) -> None:
    written = code.lower() if small else code
    link = SAFE_LINK.format(written) if safe else f"{host}/meedoen/{written}{behind}"
    assert normalise_class_code(link) == code
    assert normalise_class_code(f"Ga naar {link} en begin") == code


@given(class_codes, st.sampled_from(AROUND), st.booleans())
def test_a_class_code_is_found_in_what_stands_around_it(
    code: str, around: str, small: bool
) -> None:
    for shown in (code, display_class_code(code)):
        written = shown.lower() if small else shown
        assert normalise_class_code(around.format(written)) == code


@given(share_codes, st.sampled_from(AROUND))
def test_a_share_code_is_found_in_what_stands_around_it(code: str, around: str) -> None:
    assert normalise_share_code(around.format(f"{code[:4]} {code[4:]}")) == code


@given(return_codes(), st.sampled_from(AROUND))
def test_a_return_code_is_found_in_what_stands_around_it(code: str, around: str) -> None:
    for shown in (code, display_return_code(code), display_return_code(code).upper()):
        assert normalise_return_code(around.format(shown)) == code


def test_a_return_code_is_found_in_a_long_message() -> None:
    message = (
        "Hoi, mijn code van de quiz is otter tafel 482 913. Bewaar jij hem voor mij? " + "x " * 300
    )
    assert normalise_return_code(message) == "otter-tafel-482913"


@pytest.mark.parametrize(
    "text",
    [
        "HJM479 of CDH333",
        "CDH 333 HJM 479",
        "hjm479, cdh333, wxy467, tnr943",
        "https://quiz.school.nl/meedoen/",
        "https://quiz.school.nl/werelden/water",
        "De code staat op het bord",
        "meedoen",
        "x" * 2_001,
        "HJM479 " * 500,
    ],
)
def test_a_text_with_no_code_or_with_more_is_refused(text: str) -> None:
    with pytest.raises(InvalidCode):
        normalise_class_code(text)


@pytest.mark.parametrize(
    "text",
    [
        "otter tafel 482913 of tafel otter 482914",
        "mijn code is otter tafel",
        "blauw otter tafel 482 913",
        "een code van 482 913 euro",
        "otter tafel 482 913 4",
    ],
)
def test_a_text_in_which_more_return_codes_may_be_meant_is_refused(text: str) -> None:
    with pytest.raises(InvalidCode):
        normalise_return_code(text)


@given(st.text(max_size=300))
def test_any_pasted_text_gives_one_code_or_none(text: str) -> None:
    for normalise in (normalise_class_code, normalise_return_code, normalise_share_code):
        try:
            code = normalise(text)
        except InvalidCode:
            continue
        assert normalise(code) == code
