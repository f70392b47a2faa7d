"""Codes and names that people see instead of an account: class, return and share code, nickname.

Pure: given the same randomness or digest, the same words come out. Nothing here knows who is in a
class or which codes exist; that is for the caller.
"""

from quiz.words.class_codes import (
    CLASS_CODE_ALPHABET,
    CLASS_CODE_LENGTH,
    display_class_code,
    new_class_code,
    normalise_class_code,
)
from quiz.words.digests import code_digest
from quiz.words.errors import InvalidCode, NoNicknameLeft, WordsError
from quiz.words.nicknames import choose_nickname, load_nicknames
from quiz.words.return_codes import (
    RETURN_CODE_SPACE,
    display_return_code,
    new_return_code,
    normalise_return_code,
)
from quiz.words.return_words import RETURN_WORD_COUNT, load_return_words
from quiz.words.share_codes import (
    SHARE_CODE_LENGTH,
    display_share_code,
    new_share_code,
    normalise_share_code,
)

__all__ = [
    "CLASS_CODE_ALPHABET",
    "CLASS_CODE_LENGTH",
    "RETURN_CODE_SPACE",
    "RETURN_WORD_COUNT",
    "SHARE_CODE_LENGTH",
    "InvalidCode",
    "NoNicknameLeft",
    "WordsError",
    "choose_nickname",
    "code_digest",
    "display_class_code",
    "display_return_code",
    "display_share_code",
    "load_nicknames",
    "load_return_words",
    "new_class_code",
    "new_return_code",
    "new_share_code",
    "normalise_class_code",
    "normalise_return_code",
    "normalise_share_code",
]
