"""The longest short talk that any result can give: each part asks its longest question."""

from collections.abc import Mapping
from itertools import chain

from quiz.domain.bank.schema import Texts
from quiz.domain.catalogue.files.load import load_catalogue
from quiz.domain.talk.choose import ROUNDS, SHORT
from quiz.domain.talk.load import load_guide
from quiz.domain.talk.schema import CLOSING, OPENING, Guide, Prompt
from quiz.domain.talk.words import fill


def longest_questions(language: str) -> list[list[str]]:
    """Reason and question of each part of a short talk in its order, as long as they can be."""
    guide = load_guide(language)
    parts = (OPENING, *chain.from_iterable(ROUNDS[SHORT]), CLOSING)
    return [_longest(guide, guide.prompts[part]) for part in parts]


def longest_remarks(language: str) -> list[str]:
    """The remarks about answers; no pupil gets them all."""
    return list(load_guide(language).remarks.values())


def _longest(guide: Guide, prompts: tuple[Prompt, ...]) -> list[str]:
    blanks = _blanks(guide.texts)
    filled = [
        [fill(words, blanks, guide.texts) for words in (each.why, each.ask)] for each in prompts
    ]
    return max(filled, key=lambda words: len("".join(words)))


def _blanks(texts: Texts) -> Mapping[str, str | int]:
    """For each blank of the guide what is longest; the second of two alike is one shorter."""
    worlds = sorted(texts.worlds, key=lambda world: -len(texts.worlds[world].name))
    items = sorted(texts.items, key=lambda item: -len(texts.items[item]))
    value = max(texts.scale, key=lambda each: len(texts.scale[each]))
    return {
        **dict(zip(("first", "second", "third"), worlds, strict=False)),
        "world": worlds[0],
        "item": items[0],
        "other": items[1],
        "value": value,
        "other_value": value,
        "count": 26,
        "total": 28,
        "tag": max(texts.tags, key=lambda tag: len(texts.tags[tag])),
        "type": max(texts.tech_types, key=lambda each: len(texts.tech_types[each].name)),
        "step": f"Praten met iemand die dit werk doet ({_longest_row()}), september 2027",
    }


def _longest_row() -> str:
    rows = load_catalogue().programmes.values()
    return max((name for row in rows for name in (row.name_nl, row.name_en)), key=len)
