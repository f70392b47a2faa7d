"""For whom something is, as people write it: vmbo, havo/vwo 1-3, onderbouw havo, groep 7 en 8.

What is said is read as a row of signs (spoken_signs.py), and only a row that can mean one thing is
taken. The rest is refused, such as vmbo, havo 3: a wrong year sends a child to a closed door.
"""

import re
from collections.abc import Iterator, Sequence

from quiz.domain.catalogue.files import bounds
from quiz.domain.catalogue.files.audience import AUDIENCE
from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.catalogue.matching.ladder import LADDER
from quiz.domain.catalogue.upkeep import spoken_schools as schools
from quiz.domain.catalogue.upkeep.spoken_signs import Token, groups, no_school, unclear
from quiz.domain.text.words import Words

_CODED = re.compile(r"([a-z-]+):[0-9](?:-[0-9])?")


def audience_code(text: str) -> str:
    """The audience as the catalogue writes it, "" for everybody. Raises BadCell."""
    if len(text) > bounds.SENTENCE:
        return text  # the column says so
    if " ".join(text.casefold().split()) in schools.EVERYBODY:
        return ""
    parts = [part.strip() for part in text.split(";") if part.strip()]
    if text.strip() and not parts:
        raise no_school(text)
    return ";".join(code for part in parts for code in _part(part))


def _part(part: str) -> Iterator[str]:
    coded = _CODED.fullmatch(part)
    if coded and coded[1] in LADDER:  # as the catalogue itself writes it
        yield part
    elif part.casefold() in schools.WRITTEN:
        yield schools.WRITTEN[part.casefold()]
    else:
        for group in groups(part):
            yield from _codes(group, part)


def _codes(group: Sequence[Token], part: str) -> Iterator[str]:
    """Every school type of a group, with its years. Raises BadCell."""
    said = _numbers(group)
    stage = next((token.word for token in group if token.sign == "T"), "")
    for codes in dict.fromkeys(_named(group)):
        for school in codes:
            years = schools.years_among(codes, said, school)
            if stage:
                years = schools.years_of_stage(school, stage)
                if not years:
                    raise unclear()
            if said and not years:
                continue
            if years and not _follow(years, schools.years_of(school)):
                raise BadCell(
                    Words("de leerjaren in '%(text)s' kloppen niet", text=part),
                    Words("Schrijf ze op volgorde, zoals havo 1-3 of groep 7 en 8."),
                )
            yield AUDIENCE.write({school: tuple(years)})


def _named(group: Sequence[Token]) -> list[tuple[str, ...]]:
    if any(token.sign == "G" for token in group):
        return [(schools.PRIMARY,)]
    return [token.codes for token in group if token.codes]


def _numbers(group: Sequence[Token]) -> list[int]:
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
    return list(years) == list(range(years[0], years[-1] + 1)) and set(years) <= set(there)
