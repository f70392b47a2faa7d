"""For whom something is, as people write it: vmbo, havo/vwo 1-3, onderbouw havo, groep 7 en 8.

Read word by word into groups: school types, and the years that belong to all of them. Where that
is not certain (vmbo, havo 3), it is refused: a wrong year sends a child to a closed door.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.catalogue.upkeep.spoken_names import folded
from quiz.domain.catalogue.upkeep.spoken_schools import EVERYBODY, KNOWN, STAGES, YEARS_OF_STAGE
from quiz.domain.text.words import Words

_GROUP = {"groep", "groepen"}
_YEAR_WORDS = {
    *("klas", "klassen", "leerjaar", "leerjaren", "class", "classes", "year", "years"),
}
_JOINING = {"-", "/", ","}
_SILENT = {
    *("van", "voor", "uit", "de", "het", "leerlingen", "pupils", "alle", "all", "of"),
    *("e", "ste", ":", "(", ")"),  # 1e, 2de, 3ste
}
_UNTIL = re.compile(r"\bt/m\b|\btot en met\b|\btot\b|[–—]")
_AND = re.compile(r"\ben\b|\band\b|[&+]")
_WORDS = re.compile(r"[^\W\d_]+|[0-9]+|\S")
_LONGEST_NAME, _MOST_YEARS = 5, 8
_ALONE = re.compile(r"[^:,]+:[^:,]*")


@dataclass
class _Group:
    """School types and the years of all of them.

    `loose`: a comma or en stands between the schools; `worded`: a word says that years follow;
    `ahead`: the years stand before the schools.
    """

    schools: list[str] = field(default_factory=list)
    years: list[tuple[int, int]] = field(default_factory=list)
    stage: str = ""
    loose: bool = False
    worded: bool = False
    ahead: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether it has schools and years, so that what comes next is another one."""
        return bool(self.schools and (self.years or self.stage))


def audience_code(text: str) -> str:
    """The audience as the catalogue writes it, "" for everybody. Raises BadCell."""
    if folded(text) in EVERYBODY:
        return ""
    return ";".join(_part(part) for part in map(str.strip, text.split(";")) if part)


def _part(part: str) -> str:
    if _ALONE.fullmatch(part):  # as the catalogue itself writes it
        name, _colon, years = part.partition(":")
        return ";".join(f"{code}:{years.strip()}" for code in KNOWN.get(folded(name), (name,)))
    return ";".join(KNOWN.get(folded(part)) or _Reader(part).codes())


class _Reader:
    """Reads one text into groups."""

    def __init__(self, text: str) -> None:
        """Cut it into words, numbers and signs."""
        self._text = text
        said = _AND.sub(",", _UNTIL.sub("-", text.casefold()))
        self._words: list[str] = _WORDS.findall(said)
        self._groups = [_Group()]
        self._sign = ""

    def codes(self) -> Iterator[str]:
        """Every school type with its years. Raises BadCell."""
        place = 0
        while place < len(self._words):
            place += self._take(place)
        for group in self._groups:
            if not group.schools:
                raise self._unknown()
            if group.loose and group.is_whole and not (group.worded and len(self._groups) == 1):
                raise self._unclear()
            for school in group.schools:
                yield school + self._years(group, school)

    def _take(self, place: int) -> int:
        """Read what stands here; how many words and signs it took."""
        count = self._school(place)
        if not count:
            self._other(self._words[place], place)
        return count or 1

    def _school(self, place: int) -> int:
        """Take the longest name of a school type that begins here; 0 where none does."""
        for count in range(_LONGEST_NAME, 0, -1):
            words = self._words[place : place + count]
            if words[0].isalpha() and words[-1].isalpha():
                found = KNOWN.get(folded("".join(words)))
                if found:
                    self._name(found)
                    return len(words)
        return 0

    def _other(self, word: str, place: int) -> None:
        group = self._groups[-1]
        if word.isdecimal():
            self._number(int(word), place)
        elif word in _GROUP:
            if group.schools != ["po"] or group.is_whole:
                self._name(("po",))
            self._sign = ""
        elif word in STAGES or word in _YEAR_WORDS:
            self._begin_years()
            group.worded, group.stage = True, STAGES.get(word, group.stage)
        elif word in _JOINING:
            self._sign = word
        elif word not in _SILENT:
            raise self._unknown()

    def _name(self, codes: tuple[str, ...]) -> None:
        joined = self._sign in {"-", "/"}
        if self._groups[-1].is_whole and not self._groups[-1].ahead:
            self._groups.append(_Group())
        group = self._groups[-1]
        if group.is_whole and not joined:  # onderbouw havo en vwo: of both?
            raise self._unclear()
        group.loose |= bool(group.schools) and not joined
        group.schools += codes
        self._sign = ""

    def _number(self, year: int, place: int) -> None:
        group = self._groups[-1]
        after = self._words[place + 1] if place + 1 < len(self._words) else ""
        if group.schools and folded(after) in KNOWN:  # vmbo 1, 2 havo
            raise self._unclear()
        if self._sign == "-" and group.years:
            group.years[-1] = group.years[-1][0], year
        else:
            if not group.years:
                self._begin_years()
            group.years.append((year, year))
        self._sign = ""

    def _begin_years(self) -> None:
        """What comes is about the schools before it, or about those that follow."""
        group = self._groups[-1]
        if group.schools and (group.years or group.stage or self._sign == ","):
            raise self._unclear()
        group.ahead = not group.schools

    def _years(self, group: _Group, school: str) -> str:
        if group.stage and (group.years or school not in YEARS_OF_STAGE[group.stage]):
            raise self._unclear()
        spans = [YEARS_OF_STAGE[group.stage][school]] if group.stage else group.years
        if not spans:
            return ""
        years = sorted({year for first, last in spans for year in range(first, last + 1)})
        rising = all(1 <= first <= last <= _MOST_YEARS for first, last in spans)
        if not rising or years != list(range(years[0], years[-1] + 1)):
            raise BadCell(
                Words("in '%(text)s' staan geen leerjaren die op elkaar volgen", text=self._text),
                Words("Schrijf het zoals havo 1-3 of groep 7 en 8."),
            )
        return f":{years[0]}" if len(years) == 1 else f":{years[0]}-{years[-1]}"

    def _unknown(self) -> BadCell:
        return BadCell(
            Words("'%(name)s' is geen schooltype", name=self._text),
            Words("Schrijf het zoals vmbo, havo 1-3 of groep 7 en 8."),
        )

    def _unclear(self) -> BadCell:
        return BadCell(
            Words("het is niet zeker welk leerjaar bij welk schooltype hoort"),
            Words("Zet de jaren achter elk schooltype, met een puntkomma ertussen: havo 3; vwo 3."),
        )
