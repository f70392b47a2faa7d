"""Finds codes, nicknames and names of worlds on a page that a translator would translate."""

import re
from functools import cache
from xml.etree.ElementTree import Element

from quiz.domain.bank.texts import load_texts
from quiz.domain.codes.nicknames import load_nicknames

UNREAD = {"script", "style", "input"}
BETWEEN = " | "  # no code or name runs on from one piece of text into another
RETURN_CODE = re.compile(r"\b[a-z]+ [a-z]+ \d{3} \d{3}\b")
ITS_DIGITS = re.compile(r"\d{3} \d{3}\b")
SHORT_CODE = r"[A-Z0-9]{4} [A-Z0-9]{4}|[A-Z0-9]{3} [A-Z0-9]{3}"


@cache
def _kept() -> re.Pattern[str]:
    """Worlds in both languages, any nickname, short codes: each begins with a capital or digit."""
    names = {w.name for each in ("nl", "en") for w in load_texts(each).worlds.values()}
    pairs = [nickname.split(" ", 1) for nickname in load_nicknames()]
    assert all(name[0].isupper() for name in (*names, *(adjective for adjective, _ in pairs)))
    adjectives, animals = ("|".join(sorted({pair[part] for pair in pairs})) for part in (0, 1))
    worlds = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    codes = rf"(?=[^ ]*[A-Z]|[^ ]* [^ ]*[A-Z])(?:{SHORT_CODE})\b"
    return re.compile(rf"(?=[A-Z0-9])(?:{worlds}|\b(?:{adjectives}) (?:{animals})\b|\b{codes})")


def translatable(document: Element) -> list[str]:
    """What of it stands where a translator may change it."""
    text = BETWEEN.join(open_texts(document))
    found = [each[0] for each in _kept().finditer(text)]
    return found + (RETURN_CODE.findall(text) if ITS_DIGITS.search(text) else [])


def open_texts(document: Element) -> list[str]:
    """Every piece of text outside an element that is marked in both ways."""
    texts: list[str] = []
    waiting = [document]
    while waiting:
        element = waiting.pop()
        if element.tag in UNREAD or _is_kept(element):
            continue
        texts.append(element.text or "")
        for child in element:
            waiting.append(child)
            texts.append(child.tail or "")
    return texts


def _is_kept(element: Element) -> bool:
    return element.get("translate") == "no" and "notranslate" in element.get("class", "").split()
