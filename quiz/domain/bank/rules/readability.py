"""How hard a text is to read: a simple, published measure per language.

Dutch: Flesch-Douma, W. H. Douma, "De leesbaarheid van landbouwbladen" (Wageningen, 1960).
English: Flesch Reading Ease, R. Flesch, "A new readability yardstick" (1948).
Both run from about 0 (very hard) to 100 (very easy); 60 to 80 is what most twelve-year-olds read.

Limits: the formulas count, they do not understand. They were made for whole pages, so one short
question with one long but well-known word ("ziekenhuis") scores low; that is why a single
question gets a mild floor and all questions together a stricter one. Syllables are counted as
groups of vowels, which is a few per cent off. A rare short word ("aorta") passes: people still
have to read every question aloud.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?:;]+(?:\s|$)")


@dataclass(frozen=True)
class Measure:
    """The constants of one formula, and what counts as one syllable in its language."""

    base: float
    per_word_in_sentence: float
    per_syllable_in_word: float
    syllable: re.Pattern[str]


MEASURES = {
    "nl": Measure(206.84, 0.93, 77.0, re.compile(r"ij|[ëïöü]|[aeiouyéèêàáâóôûí]+")),
    "en": Measure(206.835, 1.015, 84.6, re.compile(r"(?!e(?:s|d)?\b)[aeiouy]+|(?<=l)e\b")),
}


def words(text: str) -> list[str]:
    """List the words of a text in lower case, without numbers and punctuation."""
    return [word.lower() for word in _WORD.findall(text)]


def syllables(word: str, language: str) -> int:
    """Count the syllables of a lower-case word, at least one; an estimate (see the module)."""
    return max(1, len(MEASURES[language].syllable.findall(word)))


def reading_ease(texts: Iterable[str], language: str) -> float:
    """Score texts together: about 0 (very hard) to 100 (very easy); 100 for no words at all.

    Every text holds at least one sentence, also without a full stop.
    """
    sentences = counted = spoken = 0
    for text in texts:
        sentences += max(1, len(_SENTENCE_END.findall(text)))
        found = words(text)
        counted += len(found)
        spoken += sum(syllables(word, language) for word in found)
    if not counted:
        return 100.0
    measure = MEASURES[language]
    return (
        measure.base
        - measure.per_word_in_sentence * counted / sentences
        - measure.per_syllable_in_word * spoken / counted
    )
