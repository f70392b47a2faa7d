"""Rules about the words of one question: short, one act, plain, about liking and not ability."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from quiz.domain.bank.rules.likeness import alike_pairs
from quiz.domain.bank.rules.readability import reading_ease, syllables, words
from quiz.domain.bank.schema import Texts

EASE_OF_ALL = 65
EASE_OF_ONE = 30
LONGEST_WORD = 14
MOST_SYLLABLES = 5


@dataclass(frozen=True)
class Limits:
    """What one language allows: the number of words, and words that a question does not use."""

    most_words: int
    joining: frozenset[str]
    ability: re.Pattern[str]
    gendered: frozenset[str]


LIMITS = {
    "nl": Limits(
        most_words=10,
        joining=frozenset({"en"}),
        ability=re.compile(
            r"\b(goed in|beter in|goed kunnen|talent|slim|slimme|knap|knappe|handig|handige"
            r"|makkelijk|moeilijk)\b"
        ),
        gendered=frozenset(
            {"man", "mannen", "vrouw", "vrouwen", "jongen", "jongens", "meisje", "meisjes"}
        ),
    ),
    "en": Limits(
        most_words=12,
        joining=frozenset({"and"}),
        ability=re.compile(
            r"\b(good at|better at|talent(?:ed)?|smart|clever|skilled|easy|easily|difficult)\b"
        ),
        gendered=frozenset(
            {"man", "men", "woman", "women", "boy", "boys", "girl", "girls"}
            | {"he", "him", "his", "she", "her"}
        ),
    ),
}


def check_wording(texts: Texts, language: str) -> list[str]:
    """List every finding about the words of the questions in one language."""
    asked: Mapping[str, str] = {**texts.items, **texts.tech_items, **texts.zoom_items}
    place = f"texts/{language}.yaml"
    findings = []
    for name, text in asked.items():
        for rule in _RULES:
            findings += [f"{place}, {name}: {problem}" for problem in rule(text, language)]
    for first, second in alike_pairs(asked, language):
        findings.append(f"{place}, {second}: asks nearly the same as {first}; change one of them")
    ease = reading_ease(asked.values(), language)
    if ease < EASE_OF_ALL:
        findings.append(
            f"{place}, items: all together read at {ease:.0f}, harder than {EASE_OF_ALL}; "
            "use shorter words"
        )
    return findings


def _short(text: str, language: str) -> Iterator[str]:
    count, most = len(text.split()), LIMITS[language].most_words
    if count > most:
        yield f"has {count} words; keep at most {most}"


def _neat(text: str, _language: str) -> Iterator[str]:
    if not text[-1].isalnum():
        yield f"ends with {text[-1]}; leave it out"
    if not text[0].isupper():
        yield "does not start with a capital; give it one"


def _one_act(text: str, language: str) -> Iterator[str]:
    if "&" in text or LIMITS[language].joining & set(words(text)):
        yield "joins two things with a word for 'and'; ask about one act"


def _no_ability(text: str, language: str) -> Iterator[str]:
    for phrase in LIMITS[language].ability.findall(text.lower()):
        yield f"says {phrase!r}, which is about ability; ask what a pupil likes to do"


def _for_everyone(text: str, language: str) -> Iterator[str]:
    for word in sorted(LIMITS[language].gendered & set(words(text))):
        yield f"says {word!r}; choose a word for everyone"


def _readable(text: str, language: str) -> Iterator[str]:
    for word in words(text):
        if len(word) > LONGEST_WORD or syllables(word, language) > MOST_SYLLABLES:
            yield f"{word!r} is too long to read easily; choose a shorter word"
    ease = reading_ease([text], language)
    if ease < EASE_OF_ONE:
        yield f"reads at {ease:.0f}, harder than {EASE_OF_ONE}; use shorter words"


_RULES: tuple[Callable[[str, str], Iterator[str]], ...] = (
    _short,
    _neat,
    _one_act,
    _no_ability,
    _for_everyone,
    _readable,
)
