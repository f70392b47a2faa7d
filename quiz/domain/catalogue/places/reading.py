"""What people type around the name of a place: a postcode, "gemeente", "in", a house number.

None of it is kept. The name is looked for in what is left, the most that was typed first.
"""

import re
from collections.abc import Iterator, Sequence

from quiz.domain.catalogue.places.spelling import plain, words_of

Words = Sequence[str]

MOST_WORDS = 16  # of which at most so many say nothing before the name, and after it
MOST_BEFORE, MOST_AFTER = 9, 4

_DIGITS = r"(?<!\d)(?:nl\W{0,2})?[1-9]\d{3}(?!\d)"
_LETTERS = r"[a-z]{2}(?![^\W_])"
# "6711AB" and "6711"; and "6711 AB", of which the letters may also begin a name ("3732 De Bilt").
_POSTCODE = re.compile(rf"{_DIGITS}(?:{_LETTERS})?")
_POSTCODE_APART = re.compile(rf"{_DIGITS}(?:\W{{0,3}}{_LETTERS})?")

_ARTICLES = {"de", "den", "het", "t", "the"}
# Folded, so with a "y" for "ij".
_SAYS_NOTHING = """
gemeente gem plaats woonplaats stad stadje dorp dorpje regio omgeving omstreken buurt thuis
in te uit by naby vlakby dichtby van rond rondom ik wy woon wonen kom komen
nederland ned nl the netherlands near of city town village live i from
"""
_NOISE = frozenset(_SAYS_NOTHING.split())
_BEFORE_AREAS = _NOISE | {"provincie", "prov", "province"}


def readings(text: str) -> tuple[Words, ...]:
    """The folded words of a text without its postcode: in one way, or two where in doubt."""
    bare = plain(text)
    found = [words_of(form.sub(" ", bare))[:MOST_WORDS] for form in (_POSTCODE, _POSTCODE_APART)]
    return tuple(found if found[0] != found[1] else found[:1])


def without_postcode(text: str) -> str:
    """What may be shown again of a text: as it was typed, without a postcode."""
    shown = re.sub(_POSTCODE_APART.pattern, " ", text, flags=re.IGNORECASE)
    return text if shown == text else " ".join(shown.split()).strip(" ,")


def without_noise(words: Words) -> Iterator[Words]:
    """The words, and then with less and less of what says nothing on both ends of them.

    An article goes only with a word before it: "de gemeente Ede" is Ede, "De Hoorn" is not Hoorn.
    """
    starts = [0, *_starts(words[:MOST_BEFORE])]
    ends = [len(words)]
    while len(ends) <= MOST_AFTER and ends[-1] and _says_nothing(words[ends[-1] - 1]):
        ends.append(ends[-1] - 1)
    spans = [(start, end) for start in starts for end in ends if start < end]
    for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
        yield words[start:end]


def barest(words: Words) -> Words:
    """The words without all that says nothing on both ends; all of them if nothing else."""
    return [words, *without_noise(words)][-1]


def area_of(words: Words) -> str:
    """The folded words for an area: "in de provincie Utrecht" is "utrecht"."""
    start = 0
    while start < len(words) - 1 and words[start] in _BEFORE_AREAS | _ARTICLES:
        start += 1
    end = len(words)
    while end > start + 1 and _says_nothing(words[end - 1]):
        end -= 1
    return "".join(words[start:end])


def _starts(words: Words) -> Iterator[int]:
    for place, word in enumerate(words):
        if _says_nothing(word):
            yield place + 1
        elif word not in _ARTICLES:
            return


def _says_nothing(word: str) -> bool:
    return word in _NOISE or word.isdigit()
