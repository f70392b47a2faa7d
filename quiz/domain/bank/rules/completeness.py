"""Rules about which texts there are: every one in both languages, and none that nothing uses."""

import re
from collections.abc import Collection, Iterator

from quiz.domain.bank.schema import Bank, Texts

_PLACEHOLDER = re.compile(r"\{(\w*)\}|%\((\w+)\)s")


def check_belonging(bank: Bank, texts: Texts, language: str) -> list[str]:
    """List every text of one language that the bank asks for and is not there, or the reverse."""
    words = f"texts/{language}.yaml"
    pairs: tuple[tuple[str, Collection[object], Collection[object]], ...] = (
        (f"{words}, scale", (*bank.values, bank.unknown), texts.scale),
        (f"{words}, items", bank.items, texts.items),
        (f"{words}, tech_type_items", bank.every_tech_item, texts.tech_items),
        (f"{words}, zoom_items", bank.zoom, texts.zoom_items),
        (f"{words}, tags", bank.tags, texts.tags),
        (f"worlds/{language}.yaml", bank.worlds, texts.worlds),
        (f"results/{language}.yaml, tech_types", bank.tech_types, texts.tech_types),
    )
    return [finding for place, wanted, found in pairs for finding in _same(place, wanted, found)]


def check_languages(texts: Texts, other: Texts, language: str, other_language: str) -> list[str]:
    """List every difference in shape between two languages: they must say the same things."""
    return [
        *_same(f"results/{other_language}.yaml, messages", texts.results, other.results),
        *_placeholders(texts, other, f"{language} and {other_language}"),
        *_lengths(texts, other, f"{language} and {other_language}"),
    ]


def _same(place: str, wanted: Collection[object], found: Collection[object]) -> Iterator[str]:
    for name in wanted:
        if name not in found:
            yield f"{place}, {name}: has no text; write it"
    for name in found:
        if name not in wanted:
            yield f"{place}, {name}: belongs to nothing; remove it or mend its name"


def _placeholders(texts: Texts, other: Texts, languages: str) -> Iterator[str]:
    for key in texts.results.keys() & other.results.keys():
        if _blanks(texts.results[key]) != _blanks(other.results[key]):
            yield f"results, {key}: {languages} fill in different values; use the same"


def _blanks(text: str) -> set[tuple[str, ...]]:
    return set(_PLACEHOLDER.findall(text))


def _lengths(texts: Texts, other: Texts, languages: str) -> Iterator[str]:
    for world in texts.worlds.keys() & other.worlds.keys():
        page, twin = texts.worlds[world], other.worlds[world]
        lists = {"do": (page.do, twin.do), "make": (page.make, twin.make)}
        lists["surprise"] = (page.surprise, twin.surprise)
        for (level, jobs), (_, twin_jobs) in zip(page.jobs, twin.jobs, strict=True):
            lists[f"jobs {level}"] = (jobs, twin_jobs)
        for name, (entries, twins) in lists.items():
            if len(entries) != len(twins):
                yield (
                    f"worlds, {world}, {name}: {languages} have {len(entries)} and {len(twins)} "
                    "entries; say the same in both"
                )
