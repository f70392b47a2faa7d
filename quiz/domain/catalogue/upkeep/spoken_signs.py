"""The signs in which it is said for whom something is, cut into groups.

P primary school, S another school type, G groep, N a number, E the e of 1e, Y klas, K klassen,
T onderbouw or bovenbouw, U until, L a slash, A a comma or en, C a colon, X anything else
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.catalogue.upkeep import spoken_schools as schools
from quiz.domain.catalogue.upkeep.spoken_names import folded
from quiz.domain.text.words import Words

_SIGNS = {
    **dict.fromkeys(("e", "de", "ste"), "E"),
    **dict.fromkeys(("klas", "leerjaar", "lj", "class", "year"), "Y"),
    **dict.fromkeys(("klassen", "leerjaren", "classes", "years"), "K"),
    **dict.fromkeys(("groep", "groepen", "gr"), "G"),
    **dict.fromkeys((schools.LOWER, schools.UPPER), "T"),
    **dict.fromkeys(("t/m", "-", "–"), "U"),
    **dict.fromkeys((",", "&", "+", "en", "and", "of", "or"), "A"),
    "/": "L",
    ":": "C",
}
_NUMBERS = "NE?(?:UNE?|(?:[AL]NE?)+)?"
_SCHOOLS = "S(?:LS)*"
_GROUPS = "(?:P[AC]?)?GN(?:UG?N|(?:[AL]G?N)+)?P?|PC?N(?:UN|(?:[AL]N)+)?"
_YEARS_BEHIND = f"{_GROUPS}|{_SCHOOLS}C?(?:[YK]?{_NUMBERS}(?:(?<=E)Y)?|T)|[PS](?:L[PS])*"
_YEARS_AHEAD = f"{_GROUPS}|(?:K?{_NUMBERS}Y?|Y{_NUMBERS}|T)C?{_SCHOOLS}"
# Atomic: what is one group never becomes two, and no row of slashes takes long.
_WAYS = [
    (re.compile(group), re.compile(f"(?>{group})(?:[AL](?>{group}))*"))
    for group in (_YEARS_BEHIND, _YEARS_AHEAD)
]
_WORDS = re.compile(r"t/m(?![a-z])|[^\W\d_]+|[0-9]+|\S")
_ABOUT_PUPILS = re.compile(r"^(?:voor )?(?:alle )?(?:leerlingen|kinderen) (?:(?:van|uit|in) )?")
_ALL_YEARS = re.compile(r"\balle (?:leerjaren|klassen)(?: van| in)?\b")
_ABBREVIATED = re.compile(r"(?<=[a-z])\.")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_LONGEST_NAME, _MOST_DIGITS = 6, 2
_ORDINALS = {
    "eerste": "1",
    "tweede": "2",
    "derde": "3",
    "vierde": "4",
    "vijfde": "5",
    "zesde": "6",
}


class Token(NamedTuple):
    """A sign, and the word that it stands for: the codes of a school type, or a number."""

    sign: str
    word: str
    codes: tuple[str, ...] = ()


def groups(part: str) -> list[list[Token]]:
    """Cut what is said into school types with their years. Raises BadCell."""
    tokens = list(_tokens(part))
    signs = "".join(token.sign for token in tokens)
    if "X" in signs or not re.search("[PSG]", signs):
        raise no_school(part)
    for group, whole in _WAYS:
        if whole.fullmatch(signs):
            found = [tokens[each.start() : each.end()] for each in group.finditer(signs)]
            dated = {_is_dated(each) for each in found if not _is_primary(each)}
            if len(dated) < 2:
                return found
    raise unclear()


def unclear() -> BadCell:
    """What to say of what can mean two things."""
    return BadCell(
        Words("het is niet zeker voor welke schooltypes en leerjaren dit is"),
        Words("Zet de jaren achter elk schooltype, met een puntkomma ertussen: havo 3; vwo 3."),
    )


def no_school(text: str) -> BadCell:
    """What to say of what names no school type."""
    return BadCell(
        Words("'%(name)s' is geen schooltype", name=text),
        Words("Schrijf het zoals vmbo, havo 1-3 of groep 7 en 8."),
    )


def _tokens(part: str) -> Iterator[Token]:
    said = _BRACKETS.sub(r" \1 ", _ABBREVIATED.sub(" ", " ".join(part.casefold().split())))
    said = _ALL_YEARS.sub("", _ABOUT_PUPILS.sub("", said.strip()))
    said = said.replace("tot en met", "t/m").strip(" ,")
    words, place = _WORDS.findall(said), 0
    while place < len(words):
        count, token = next(_schools_at(words[place:]), (1, _other(words[place])))
        place += count
        yield token


def _schools_at(words: Sequence[str]) -> Iterator[tuple[int, Token]]:
    """The school types of which the name begins here, the longest name first."""
    for count in range(min(_LONGEST_NAME, len(words)), 0, -1):
        name = words[:count]
        is_name = name[0].isalpha() and name[-1].isalpha()
        if is_name and not any(_SIGNS.get(word) == "A" for word in name):
            codes = schools.KNOWN.get(folded("".join(name)))
            if codes:
                sign = "P" if codes == (schools.PRIMARY,) else "S"
                yield count, Token(sign, "".join(name), codes)


def _other(word: str) -> Token:
    word = _ORDINALS.get(word, word)
    if word.isdecimal() and word.isascii() and len(word) <= _MOST_DIGITS:
        return Token("N", word)
    return Token(_SIGNS.get(word, "X"), word)


def _is_primary(group: Sequence[Token]) -> bool:
    return any(token.sign in {"P", "G"} for token in group)


def _is_dated(group: Sequence[Token]) -> bool:
    return any(token.sign in {"N", "T"} for token in group)
