"""Share codes: eight characters that a pupil reads aloud and a counsellor types, half an hour long.

The alphabet is that of class codes, for the same reasons: 17 characters to the eighth power make
7.0 x 10^9 codes (32 bits), of which hardly any is open at one time.
"""

import random

from quiz.domain.codes.class_codes import CLASS_CODE_ALPHABET, read_code
from quiz.domain.codes.errors import InvalidCode

SHARE_CODE_LENGTH = 8


def new_share_code(randomness: random.Random) -> str:
    """A fresh code in its normal form; `secrets.SystemRandom()` is the usual source."""
    return "".join(randomness.choice(CLASS_CODE_ALPHABET) for _ in range(SHARE_CODE_LENGTH))


def display_share_code(code: str) -> str:
    """A normal code in two groups of four: `HJM4 79CD`."""
    return f"{code[:4]} {code[4:]}"


def normalise_share_code(text: str) -> str:
    """The normal form of a typed code: upper case, without spaces, dashes and dots.

    Raises InvalidCode: the text cannot be a share code, whatever is meant by its characters.
    """
    code = read_code(text, SHARE_CODE_LENGTH)
    if code is None:
        raise InvalidCode("A share code has eight letters and digits.")
    return code
