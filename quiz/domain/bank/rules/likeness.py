"""Finds questions that ask nearly the same, judged by their words.

Two questions are alike when most of their telling words are the same, or when the sentences
are nearly the same letter by letter. Both see words, not meaning: a double question in quite
other words is for a reader to find.
"""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import combinations

from quiz.domain.bank.rules.readability import words
from quiz.domain.bank.schema import stem

SHARED_WORDS = 0.5
SAME_LETTERS = 0.75

_COMMON_DUTCH = """
aan als bij dat de die een en er geen haar het hoe hij iemand iets in is je kan kunnen laten maken
mag mensen met nieuwe om op te uit van voor waar waarmee weer welk welke wordt zelf zo zodat zijn
"""
_COMMON_ENGLISH = """
a an and are as at be by can cannot for from has have how in into is it its make new of on people so
some someone something that the them to up what when where which who with you your
"""
_COMMON = {
    "nl": frozenset(_COMMON_DUTCH.split()),
    "en": frozenset(_COMMON_ENGLISH.split()),
}


def telling_words(text: str, language: str) -> frozenset[str]:
    """Keep the words of a text that say what it is about."""
    return frozenset(words(text)) - _COMMON[language]


def alike(first: str, second: str, language: str) -> bool:
    """Tell whether two texts ask nearly the same."""
    one, other = telling_words(first, language), telling_words(second, language)
    shared = len(one & other) / max(1, len(one | other))
    return shared >= SHARED_WORDS or _same_letters(" ".join(words(first)), " ".join(words(second)))


def _same_letters(first: str, second: str) -> bool:
    """Whether two sentences are nearly the same letter by letter; what is cheap to say goes first.

    The quick ratios are never less than the ratio.
    """
    letters = SequenceMatcher(None, first, second, autojunk=False)
    ratios = (letters.real_quick_ratio, letters.quick_ratio, letters.ratio)
    return all(ratio() >= SAME_LETTERS for ratio in ratios)


def alike_pairs(texts: Mapping[str, str], language: str) -> Iterator[tuple[str, str]]:
    """Each pair of ids whose texts ask nearly the same; two versions of one question may."""
    for first, second in combinations(texts, 2):
        if stem(first) != stem(second) and alike(texts[first], texts[second], language):
            yield first, second
