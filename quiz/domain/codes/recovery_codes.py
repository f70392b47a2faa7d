"""Codes for who lost the phone of the second step: ten characters on paper, each good once.

The alphabet is that of class codes: 17 characters to the tenth power make 2.0 x 10^12 codes (41
bits), of which an account has ten.
"""

import random

from quiz.domain.codes.class_codes import CLASS_CODE_ALPHABET, read_code

RECOVERY_CODE_LENGTH = 10
CODES_IN_A_SET = 10


def new_recovery_codes(randomness: random.Random) -> list[str]:
    """A set in its normal form; `secrets.SystemRandom()` is the usual source."""
    found: set[str] = set()
    while len(found) < CODES_IN_A_SET:
        signs = (randomness.choice(CLASS_CODE_ALPHABET) for _ in range(RECOVERY_CODE_LENGTH))
        found.add("".join(signs))
    return sorted(found)


def display_recovery_code(code: str) -> str:
    """A normal code in two groups of five: `HJM47 9CDFK`."""
    return f"{code[:5]} {code[5:]}"


def read_recovery_code(text: str) -> str | None:
    """The normal form of a typed code; None for what cannot be one, such as six digits."""
    return read_code(text, RECOVERY_CODE_LENGTH)
