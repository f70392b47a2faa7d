"""What the exam files together say that a location gives, and what they no longer say.

A profile counts when it had candidates in the last year. Where the file with sectors is newer than
the one with profiles, that location must still have candidates in the sector of the profile.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from quiz.domain.catalogue.duo.exams import Exams, newest
from quiz.domain.catalogue.duo.left_out import Tally
from quiz.domain.catalogue.duo.profiles import EXAMINED, GENERAL, SECTOR_OF


@dataclass
class Evidence:
    """Location and programme, each with its source; the programmes that the files speak about."""

    given: dict[tuple[str, str], str] = field(default_factory=dict)
    covered: frozenset[str] = frozenset()
    names: dict[str, str] = field(default_factory=dict)
    left_out: Tally = field(default_factory=Tally)


def weigh(profiles: Iterable[Exams], sectors: Iterable[Exams]) -> Evidence:
    """Weigh all exam files; raises FileRefused when a year cannot be known."""
    latest, older = newest(profiles)
    by_sector, older_sectors = newest(sectors)
    found = Evidence(covered=EXAMINED if latest else GENERAL if by_sector else frozenset())
    for exams in [*older_sectors, *older, *by_sector, *latest]:
        found.names |= exams.names
    _add_profiles(found, latest, by_sector)
    _add_general(found, latest, by_sector)
    for exams in older:
        for code, programme in exams.given:
            if (code, programme) not in found.given:
                reason = f"voor het laatst kandidaten in {exams.year}"
                found.left_out.add(reason, f"{code} {programme}")
    return found


def _year(exams: list[Exams]) -> str:
    return exams[0].year if exams else ""


def _add_profiles(found: Evidence, latest: list[Exams], by_sector: list[Exams]) -> None:
    checked = by_sector and _year(by_sector) > _year(latest)
    running = set().union(*(exams.sectors for exams in by_sector))
    for exams in latest:
        for code, programme in exams.given:
            if programme in GENERAL:
                continue
            if checked and (code, SECTOR_OF[programme]) not in running:
                reason = f"de sector had hier geen kandidaten meer in {_year(by_sector)}"
                found.left_out.add(reason, f"{code} {programme}")
            else:
                found.given[code, programme] = exams.source


def _add_general(found: Evidence, latest: list[Exams], by_sector: list[Exams]) -> None:
    last = max(_year(latest), _year(by_sector))
    for exams in [*by_sector, *latest]:
        if exams.year == last or not (latest and by_sector):
            for code, programme in exams.given:
                if programme in GENERAL:
                    found.given[code, programme] = exams.source
