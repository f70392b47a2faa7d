"""The two exam files: which profiles had candidates, on which location, in which year."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from quiz.domain.catalogue.duo import codes, profiles
from quiz.domain.catalogue.duo.delivery import AGAIN, Delivery, Row, year_columns
from quiz.domain.catalogue.duo.formats import Format
from quiz.domain.catalogue.duo.locations import location_code
from quiz.domain.spreadsheets.errors import FileRefused
from quiz.domain.text.words import Words

NO_COUNT = Words("het aantal kandidaten is niet te lezen")
NO_CANDIDATES = Words("geen kandidaten")
UNKNOWN_PROFILE = Words("dit profiel kennen we niet")
UNKNOWN_TYPE = Words("dit is geen vmbo, havo of vwo")
NO_PROGRAMME = Words(
    "theoretische leerweg buiten techniek: daar heeft de catalogus geen opleiding voor"
)

Given = set[tuple[str, str]]  # location, programme or sector


@dataclass
class Exams:
    """What one file shows of one school year. `complete`: it tells the vmbo profiles apart."""

    form: Format
    name: str
    year: str
    complete: bool
    given: Given = field(default_factory=set)
    sectors: Given = field(default_factory=set)  # basis, kader and gemengd
    names: dict[str, str] = field(default_factory=dict)

    @property
    def source(self) -> str:
        """The address of the file."""
        return self.form.source(self.name)


def collect_profiles(delivery: Delivery) -> Exams:
    """Read a file with profiles; the year is in its name only."""
    exams = Exams(delivery.form, delivery.name, delivery.year, complete=True)
    for row in delivery.records:
        code = location_code(delivery, row)
        if not code or not _counts(delivery, row["EXAMENKANDIDATEN"], f"{code} {row['AFDELING']}"):
            continue
        _name(exams, code, row)
        exams.given |= {(code, programme) for programme in _programmes(delivery, row)}
    return exams


def _programmes(delivery: Delivery, row: Row) -> Iterable[str]:
    kind, profile = row["ONDERWIJSTYPE VO"].upper(), row["AFDELING"]
    if kind in {"HAVO", "VWO"}:
        found = list(profiles.general(kind.lower(), profile))
    elif kind == "VMBO" and not profile:
        if profiles.sector(row["VMBO SECTOR"]) == profiles.TECHNOLOGY:
            return [profiles.TECHNICAL_MAVO]
        delivery.left_out.add(NO_PROGRAMME, row["VMBO SECTOR"])
        return []
    elif kind == "VMBO":
        found = list(filter(None, [profiles.department(profile)]))
    else:
        delivery.cannot_read("ONDERWIJSTYPE VO", UNKNOWN_TYPE, kind)
        return []
    if not found:
        delivery.cannot_read("AFDELING", UNKNOWN_PROFILE, f"{kind} {profile}")
    return found


def collect_sectors(delivery: Delivery) -> Exams:
    """Read a file with sectors; of its years only the last one counts."""
    years = year_columns(delivery)
    last = max(years)
    exams = Exams(delivery.form, delivery.name, last, complete=False)
    for row in delivery.records:
        code, name = location_code(delivery, row), row["OPLEIDINGSNAAM"]
        if not code or not _counts(delivery, row[years[last]], f"{code} {name}"):
            continue
        _name(exams, code, row)
        kind, _, rest = name.partition("-")
        kind = row["ONDERWIJSTYPE VO"].upper() or kind.strip().upper()
        if kind in {"HAVO", "VWO"}:
            found = profiles.general(kind.lower(), rest.strip())
            exams.given |= {(code, programme) for programme in found}
            known = bool(found)
        else:
            known = _add_sector(exams, code, name)
        if not known:
            delivery.cannot_read("OPLEIDINGSNAAM", UNKNOWN_PROFILE, name)
    return exams


def _add_sector(exams: Exams, code: str, name: str) -> bool:
    sector = profiles.sector(name)
    if sector and not profiles.is_theoretical(name):
        exams.sectors.add((code, sector))
    elif sector == profiles.TECHNOLOGY:
        exams.given.add((code, profiles.TECHNICAL_MAVO))
    return bool(sector)


def _counts(delivery: Delivery, count: str, example: str) -> bool:
    some = codes.has_some(count)
    if some is None:
        delivery.cannot_read("EXAMENKANDIDATEN", NO_COUNT, f"{example}: {count}")
    elif not some:
        delivery.left_out.add(NO_CANDIDATES, example)
    return bool(some)


def _name(exams: Exams, code: str, row: Row) -> None:
    name = row.get("INSTELLINGSNAAM VESTIGING", "")
    if name:
        exams.names[code] = min(name, exams.names.get(code, name))


def newest(exams: Iterable[Exams]) -> tuple[list[Exams], list[Exams]]:
    """The files of the last year, and the older ones. Raises FileRefused when a year is unknown."""
    by_year: dict[str, list[Exams]] = defaultdict(list)
    for each in exams:
        by_year[each.year].append(each)
    if len(by_year) > 1 and "" in by_year:
        name = min(each.name for each in by_year[""])
        raise FileRefused(
            Words("van %(name)s weten we niet van welk jaar het is", name=name),
            Words(
                "Geef het de naam die DUO eraan gaf, met het schooljaar erin. %(again)s",
                again=AGAIN,
            ),
        )
    years = sorted(by_year, reverse=True)
    return by_year[years[0]] if years else [], [one for year in years[1:] for one in by_year[year]]
