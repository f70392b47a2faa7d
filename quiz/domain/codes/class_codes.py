"""Class codes: six characters that a pupil reads from the board and types on a phone.

The alphabet has no vowels and no F or K, so that hardly any word can appear, and never two
characters that look alike: no 0 O Q, 1 I L, 2 Z, 5 S, 6 with G, 8 B, U V. 17 characters to the
sixth power make 24 million codes.
"""

import random

from quiz.domain.codes.errors import InvalidCode
from quiz.domain.codes.folding import fold
from quiz.domain.codes.pasted import LONGEST_TEXT, codes_in_words, places_of_codes

CLASS_CODE_ALPHABET = "CDHJMNPRTWXY34679"
CLASS_CODE_LENGTH = 6

# What is typed for a character of the alphabet. Only where one reading is possible: G may be a C
# or a 6 and is left out. The second line is a Cyrillic keyboard: the same shapes, other letters.
_SHAPES = str.maketrans(
    "AEO0QV" + "АЕОКМНРСТУХ",
    "43DDDY" + "43DKMHPCTYX",
)


def new_class_code(randomness: random.Random) -> str:
    """A fresh code in its normal form; `secrets.SystemRandom()` is the usual source."""
    return "".join(randomness.choice(CLASS_CODE_ALPHABET) for _ in range(CLASS_CODE_LENGTH))


def display_class_code(code: str) -> str:
    """A normal code in two groups of three, as it stands on the board: `HJM 479`."""
    return f"{code[:3]} {code[3:]}"


def normalise_class_code(text: str) -> str:
    """The normal form of a typed code: upper case, without spaces, dashes and dots.

    It may stand in a pasted link or sentence (quiz/domain/codes/pasted.py).

    Raises InvalidCode: the text cannot be a class code, whatever is meant by its characters.
    """
    code = read_code(text, CLASS_CODE_LENGTH)
    if code is None:
        raise InvalidCode("A class code has six letters and digits; look at the board again.")
    return code


def read_code(text: str, length: int) -> str | None:
    """What was typed as so many signs of the alphabet, if one reading is possible."""
    if len(text) > LONGEST_TEXT:
        return None
    readings = (_read_alone(place, length) for place in places_of_codes(text))
    if code := next(filter(None, readings), None):
        return code
    written = codes_in_words(fold(text).upper(), CLASS_CODE_ALPHABET, length)
    return written.pop() if len(written) == 1 else None


def _read_alone(text: str, length: int) -> str | None:
    shapes = fold(text).upper().translate(_SHAPES)
    code = "".join(character for character in shapes if character.isalnum())
    return code if len(code) == length and set(code) <= set(CLASS_CODE_ALPHABET) else None
