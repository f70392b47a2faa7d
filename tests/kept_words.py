"""Finds codes, nicknames and names of worlds on a page that a translator would translate."""

import re
from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element

from quiz.domain.bank.texts import load_texts
from quiz.domain.codes.nicknames import load_nicknames

UNREAD = {"script", "style", "input"}
RETURN_CODE = r"[a-z]+ [a-z]+ \d{3} \d{3}"
SHORT_CODE = r"[A-Z0-9]{4} [A-Z0-9]{4}|[A-Z0-9]{3} [A-Z0-9]{3}"


@cache
def _kept() -> re.Pattern[str]:
    """All of them: the worlds in both languages, any nickname, and what looks like a code."""
    names = {w.name for each in ("nl", "en") for w in load_texts(each).worlds.values()}
    pairs = [nickname.split(" ", 1) for nickname in load_nicknames()]
    adjectives, animals = ("|".join(sorted({pair[part] for pair in pairs})) for part in (0, 1))
    worlds = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    codes = rf"\b(?:{RETURN_CODE}|(?=[^ ]*[A-Z]|[^ ]* [^ ]*[A-Z])(?:{SHORT_CODE}))\b"
    return re.compile(rf"{worlds}|\b(?:{adjectives}) (?:{animals})\b|{codes}")


def translatable(document: Element) -> list[str]:
    """What of it stands where a translator may change it."""
    return [found[0] for text in _open_texts(document) for found in _kept().finditer(text)]


def _open_texts(element: Element) -> Iterator[str]:
    """Every piece of text outside an element that is marked in both ways."""
    is_kept = element.get("translate") == "no" and "notranslate" in element.get("class", "").split()
    if not is_kept and element.tag not in UNREAD:
        yield element.text or ""
        for child in element:
            yield from _open_texts(child)
            yield child.tail or ""
