"""For whom something is, as people write it: vmbo, havo/vwo 1-3, onderbouw havo, groep 7 en 8.

What is said is read as a row of signs, and only a row that can mean one thing is taken:

    P primary school, S another school type, G groep, N a number, E the e of 1e, Y klas, K klassen,
    T onderbouw or bovenbouw, U until, L a slash, A a comma or en, C a colon, X anything else

The rest is refused, such as vmbo, havo 3: a wrong year sends a child to a closed door.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quiz.domain.catalogue.files import bounds
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
_NUMBERS = "NE?(?:[UAL]NE?)*"
_SCHOOLS = "S(?:LS)*"
_GROUPS = "(?:PA?)?GN(?:[UAL]G?N)*P?"
_YEARS_BEHIND = f"{_GROUPS}|{_SCHOOLS}C?(?:[YK]?{_NUMBERS}|T)|[PS](?:L[PS])*"
_YEARS_AHEAD = f"(?:K?{_NUMBERS}Y?|Y{_NUMBERS}|T)C?{_SCHOOLS}"
_WAYS = [
    (re.compile(group), re.compile(f"(?:{group})(?:[AL](?:{group}))*"))
    for group in (_YEARS_BEHIND, _YEARS_AHEAD)
]
_WORDS = re.compile(r"t/m(?![a-z])|[^\W\d_]+|[0-9]+|\S")
_CODED = re.compile(r"[^:,]+:[0-9 -]*")
_ABOUT_PUPILS = re.compile(r"^(?:voor )?(?:alle )?(?:leerlingen|kinderen) (?:van|uit|in) ")
_ALL_YEARS = re.compile(r"\balle (?:leerjaren|klassen)(?: van| in)?\b")
_SILENT = str.maketrans("().", "   ")
_ORDINALS = {"eerste": "1", "tweede": "2", "derde": "3", "vierde": "4", "vijfde": "5"}
_LONGEST_NAME, _MOST_DIGITS = 5, 2


class _Token(NamedTuple):
    """A sign, and the word that it stands for: the codes of a school type, or a number."""

    sign: str
    word: str
    codes: Sequence[str] = ()


def audience_code(text: str) -> str:
    """The audience as the catalogue writes it, "" for everybody. Raises BadCell."""
    if len(text) > bounds.SENTENCE:
        return text  # the column says so
    if folded(text) in schools.EVERYBODY:
        return ""
    parts = [part.strip() for part in text.split(";") if part.strip()]
    if text.strip() and not parts:
        raise _no_school(text)
    return ";".join(dict.fromkeys(code for part in parts for code in _part(part)))


def _part(part: str) -> Iterator[str]:
    if _CODED.fullmatch(part):  # as the catalogue itself writes it
        name, _colon, years = part.partition(":")
        for code in schools.KNOWN.get(folded(name), (name,)):
            yield f"{code}:{years.strip()}"
    elif part.casefold() in schools.WRITTEN:
        yield schools.WRITTEN[part.casefold()]
    else:
        for group in _groups(part):
            yield from _codes(group, part)


def _groups(part: str) -> list[list[_Token]]:
    """Cut what is said into school types with their years. Raises BadCell."""
    tokens = list(_tokens(part))
    signs = "".join(token.sign for token in tokens)
    if "X" in signs or not re.search("[PSG]", signs):
        raise _no_school(part)
    for group, whole in _WAYS:
        if whole.fullmatch(signs):
            found = [tokens[each.start() : each.end()] for each in group.finditer(signs)]
            between = group.sub("", signs)
            dated = {_is_dated(each) for each in found if not _is_primary(each)}
            if len(between) == len(found) - 1 and len(dated) < 2:
                return found
    raise BadCell(
        Words("het is niet zeker voor welke schooltypes en leerjaren dit is"),
        Words("Zet de jaren achter elk schooltype, met een puntkomma ertussen: havo 3; vwo 3."),
    )


def _no_school(text: str) -> BadCell:
    return BadCell(
        Words("'%(name)s' is geen schooltype", name=text),
        Words("Schrijf het zoals vmbo, havo 1-3 of groep 7 en 8."),
    )


def _tokens(part: str) -> Iterator[_Token]:
    said = _ABOUT_PUPILS.sub("", part.casefold().translate(_SILENT).strip())
    said = _ALL_YEARS.sub("", said).replace("tot en met", "t/m").strip(" ,")
    words, place = _WORDS.findall(said), 0
    while place < len(words):
        count, token = next(_schools_at(words[place:]), (1, _other(words[place])))
        place += count
        yield token


def _schools_at(words: Sequence[str]) -> Iterator[tuple[int, _Token]]:
    """The school types of which the name begins here, the longest name first."""
    for count in range(min(_LONGEST_NAME, len(words)), 0, -1):
        name = words[:count]
        is_name = name[0].isalpha() and name[-1].isalpha()
        if is_name and not any(_SIGNS.get(word) == "A" for word in name):
            codes = schools.KNOWN.get(folded("".join(name)))
            if codes:
                sign = "P" if codes == (schools.PRIMARY,) else "S"
                yield count, _Token(sign, "".join(name), codes)


def _other(word: str) -> _Token:
    word = _ORDINALS.get(word, word)
    if word.isdecimal() and word.isascii() and len(word) <= _MOST_DIGITS:
        return _Token("N", word)
    return _Token(_SIGNS.get(word, "X"), word)


def _is_primary(group: Sequence[_Token]) -> bool:
    return any(token.sign in {"P", "G"} for token in group)


def _is_dated(group: Sequence[_Token]) -> bool:
    return any(token.sign in {"N", "T"} for token in group)


def _codes(group: Sequence[_Token], part: str) -> Iterator[str]:
    """Every school type of a group, with its years. Raises BadCell."""
    said = _numbers(group)
    stage = next((token.word for token in group if token.sign == "T"), "")
    for token in _named(group):
        # vo 1-6: each school type with those that it has, unless no school type has them.
        some = any(set(said) & set(schools.years_of(school)) for school in token.codes)
        for school in token.codes:
            there = schools.years_of(school)
            years = list(schools.years_of_stage(school, stage)) if stage else said
            if some and len(token.codes) > 1:
                years = [year for year in said if year in there]
            if _is_dated(group) and not _follow(years, there):
                if some and not years:
                    continue
                raise BadCell(
                    Words("de leerjaren in '%(text)s' kloppen niet", text=part),
                    Words("Schrijf ze op volgorde, zoals havo 1-3 of groep 7 en 8."),
                )
            yield school + _written(years)


def _named(group: Sequence[_Token]) -> Sequence[_Token]:
    if any(token.sign == "G" for token in group):
        return [_Token("P", "", (schools.PRIMARY,))]
    return [token for token in group if token.codes]


def _numbers(group: Sequence[_Token]) -> list[int]:
    years: list[int] = []
    until = False
    for token in group:
        if token.sign == "N":
            year = int(token.word)
            years += (list(range(years[-1] + 1, year + 1)) if until else []) or [year]
        until = token.sign == "U" or (until and token.sign != "N")
    return years


def _follow(years: Sequence[int], there: Sequence[int]) -> bool:
    """Whether there are such years, one after the other."""
    row = list(range(years[0], years[-1] + 1)) if years else []
    return bool(row) and list(years) == row and set(years) <= set(there)


def _written(years: Sequence[int]) -> str:
    if not years:
        return ""
    return f":{years[0]}" if len(years) == 1 else f":{years[0]}-{years[-1]}"
