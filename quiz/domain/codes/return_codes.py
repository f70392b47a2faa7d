"""Return codes: two words and six digits with which a pupil comes back on any device.

There are 2,048 x 2,048 x 1,000,000 = 4.2 x 10^12 codes (42 bits). The normal form is
`otter-tafel-482913`; people see `otter tafel 482 913`. Any two words differ in at least two
letters, so that one typing error is never another code; and a wrong code never gets a hint,
because a hint would help a guesser as well.
"""

import random
import re
from collections.abc import Sequence

from quiz.domain.codes.errors import InvalidCode
from quiz.domain.codes.folding import fold
from quiz.domain.codes.pasted import LONGEST_TEXT, places_of_codes
from quiz.domain.codes.return_words import RETURN_WORD_COUNT, load_return_words

RETURN_CODE_SPACE = RETURN_WORD_COUNT * RETURN_WORD_COUNT * 1_000_000
_TWO_WORDS, _SIX_DIGITS = 2, 6
_LONGEST_ALONE = 100
# A group with a digit in it is digits: who copies from paper types an O for 0, an l or I for 1.
_NUMBER = re.compile(r"(?<![a-z0-9])(?=[oil]*[0-9])[oil0-9]+(?![a-z0-9])")
_SHAPES = str.maketrans("oil", "011")
# Where a code stands in a sentence, as we show it: `otter tafel 482 913`, with the word before it.
_IN_A_SENTENCE = re.compile(
    r"(?<![a-z])(?:([a-z]+)[^a-z0-9]+)?([a-z]+)[^a-z0-9]+([a-z]+)[^a-z0-9]*"
    r"([0-9]{3})[^a-z0-9]*([0-9]{3})(?![0-9])"
)


def new_return_code(randomness: random.Random) -> str:
    """A fresh code in its normal form; `secrets.SystemRandom()` is the usual source."""
    return _spell(randomness.randrange(RETURN_CODE_SPACE))


def display_return_code(code: str) -> str:
    """A normal code as people see it: `otter tafel 482 913`."""
    first, second, digits = code.split("-")
    return f"{first} {second} {digits[:3]} {digits[3:]}"


def normalise_return_code(text: str) -> str:
    """The normal form of a typed code.

    Case, accents, spaces, dashes and dots do not matter; the digits may stand in groups, before,
    between or after the words; and the words may be glued together where that reads one way. An O
    or an I in a group of digits is a 0 or a 1. The order of the two words and of the digits does
    matter. It may stand in a pasted sentence.

    Raises InvalidCode: the text cannot be a return code.
    """
    if len(text) > LONGEST_TEXT:
        raise InvalidCode("This is too long for a return code.")
    typed = fold(text).lower()
    digits = _NUMBER.sub(lambda group: group[0].translate(_SHAPES), typed)
    places = [place for each in dict.fromkeys((typed, digits)) for place in places_of_codes(each)]
    readings = (read(place) for read in (_read_alone, _read_in_a_sentence) for place in places)
    code = next(filter(None, readings), None)
    if code is None:
        raise InvalidCode("A return code has two words from our list and six digits.")
    return code


def _read_alone(plain: str) -> str | None:
    if len(plain) > _LONGEST_ALONE:
        return None
    digits = "".join(re.findall(r"[0-9]+", plain))
    words = _two_words(re.findall(r"[a-z]+", plain)) if len(digits) == _SIX_DIGITS else None
    return None if words is None else "-".join((*words, digits))


def _read_in_a_sentence(plain: str) -> str | None:
    """Only where it is clear which two words are meant: not after a third word of our list."""
    if len(re.findall(r"[a-z]+", plain)) == _TWO_WORDS:
        return None
    known = frozenset(load_return_words())
    found = {
        f"{first}-{second}-{digits}{more}"
        for before, first, second, digits, more in _IN_A_SENTENCE.findall(plain)
        if known.issuperset((first, second)) and before not in known
    }
    return found.pop() if len(found) == 1 else None


def _spell(number: int) -> str:
    """The code with this number (0 up to RETURN_CODE_SPACE)."""
    pair, digits = divmod(number, 1_000_000)
    first, second = divmod(pair, RETURN_WORD_COUNT)
    words = load_return_words()
    return f"{words[first]}-{words[second]}-{digits:06d}"


def _two_words(parts: Sequence[str]) -> tuple[str, str] | None:
    """The two words that the typed parts spell, or None when there is no single answer."""
    known = frozenset(load_return_words())
    if len(parts) == _TWO_WORDS and known.issuperset(parts):
        return parts[0], parts[1]
    glued = "".join(parts)
    cuts = [(glued[:at], glued[at:]) for at in range(1, len(glued))]
    readings = [cut for cut in cuts if known.issuperset(cut)]
    return readings[0] if len(readings) == 1 else None
