"""Where in a pasted text a code may stand: in a link, behind the word "code", in a sentence.

Nobody is sent to the place that a link names; only the code is taken out of it. One text gives one
code or none: pasting many at once is no way to guess many at once.
"""

import re
from itertools import pairwise
from urllib.parse import unquote

LONGEST_TEXT = 2_000
MOST_PLACES = 3
_LINK = re.compile(r"/meedoen/+([^/?#&\s\"'<>]+)", re.IGNORECASE)
_LABEL = re.compile(r"code\W+(?:is\W+)?(.+)", re.IGNORECASE | re.DOTALL)
_WORD = re.compile(r"[^\W_]+")


def places_of_codes(text: str) -> list[str]:
    """The whole text, then the parts of it in which a code stands alone, the surest first."""
    plain = unquote(text) if "%" in text else text
    return [text, *_LINK.findall(plain)[:MOST_PLACES], *_LABEL.findall(plain)]


def codes_in_words(text: str, alphabet: str, length: int) -> set[str]:
    """Every code that stands in a sentence as we show it: as one word, or as two halves."""
    words = _WORD.findall(text)
    halves = [(a, b) for a, b in pairwise(words) if len(a) == len(b)]
    written = [*words, *(first + second for first, second in halves)]
    return {word for word in written if len(word) == length and set(word) <= set(alphabet)}
