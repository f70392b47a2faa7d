"""Rules about the longer texts, of worlds and results: easy to read, and never a verdict."""

import re
from collections.abc import Iterator

from quiz.domain.bank.rules.readability import reading_ease
from quiz.domain.bank.schema import Texts, WorldText

EASE_OF_PAGE = 65
_VERDICTS = {
    "nl": re.compile(r"\b(je bent g?een|geschikt|ongeschikt|jouw niveau|jouw advies)\b"),
    "en": re.compile(r"\b(you are an?|you are not an?|suitable|unsuitable|your level)\b"),
}


def check_pages(texts: Texts, language: str) -> list[str]:
    """List every page of one language that is hard to read or says what a pupil is."""
    return [
        finding
        for place, sentences in _pages(texts, language)
        for finding in check_sentences(place, sentences, language)
    ]


def check_sentences(place: str, sentences: tuple[str, ...], language: str) -> list[str]:
    """List what is wrong with sentences that are read together: a verdict, or hard to read."""
    said = _VERDICTS[language].findall(" ".join(sentences).lower())
    findings = [f"{place}: says {phrase!r}, a verdict; leave it out" for phrase in said]
    ease = reading_ease(sentences, language)
    if ease < EASE_OF_PAGE:
        findings.append(
            f"{place}: reads at {ease:.0f}, harder than {EASE_OF_PAGE}; use shorter words"
        )
    return findings


def _pages(texts: Texts, language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is read together, with its place: each world, the results, the tech types."""
    for world, page in texts.worlds.items():
        yield f"worlds/{language}.yaml, {world}", _sentences(page)
    yield f"results/{language}.yaml, messages", tuple(texts.results.values())
    types = tuple(text for each in texts.tech_types.values() for text in (each.short, each.text))
    yield f"results/{language}.yaml, tech_types", types


def _sentences(page: WorldText) -> tuple[str, ...]:
    """List the sentences of a world page: not the jobs, whose names are what they are."""
    return (page.short, *page.do, *page.make, *page.surprise)
