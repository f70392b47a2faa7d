"""02.-alle-vestigingen-vo.csv: every location of a secondary school, and where it lies."""

from collections.abc import Iterable
from dataclasses import dataclass

from quiz.domain.catalogue.duo import codes
from quiz.domain.catalogue.duo.delivery import Delivery, Row

NO_CODE = "de code van de vestiging is niet te lezen"
NO_TOWN = "het nummer van de gemeente is niet te lezen"
TWICE = "de vestiging staat er twee keer in, met verschillende gegevens"
LOST_NOUGHT = "codes waren hun nul vooraan kwijt (Excel) en zijn gelezen zoals ze waren"


@dataclass(frozen=True, order=True)
class Location:
    """One location: its code, the name in the list, its place, municipality, postcode and site."""

    code: str
    name: str
    place: str
    municipality: str
    postcode: int | None
    website: str

    @property
    def school(self) -> str:
        """The code of the school that it belongs to."""
        return self.code[:4]


@dataclass(frozen=True)
class Locations:
    """All locations by code; `doubtful` stand in the list, but not with one meaning."""

    known: dict[str, Location]
    doubtful: frozenset[str]

    def lists(self, code: str) -> bool:
        """Whether the list holds this location at all."""
        return code in self.known or code in self.doubtful


def collect_locations(delivery: Delivery) -> Locations:
    """Read the whole list."""
    found: dict[str, set[Location]] = {}
    doubtful: set[str] = set()
    for row in delivery.records:
        code = location_code(delivery, row)
        town, mended = codes.municipality(row["GEMEENTENUMMER"])
        if not code:
            continue
        if not town:
            doubtful.add(code)
            delivery.cannot_read("GEMEENTENUMMER", NO_TOWN, f"{code} {row['GEMEENTENUMMER']}")
            continue
        if mended:
            delivery.mended.add(LOST_NOUGHT, f"{row['GEMEENTENUMMER']} → {town[2:]}")
        found.setdefault(code, set()).add(_location(code, town, row))
    return _settled(delivery, found, doubtful)


def location_code(delivery: Delivery, row: Row) -> str:
    """The code of a row's location; empty, and counted, when it cannot be read."""
    written = row["VESTIGINGSCODE"]
    code, mended = codes.location(row.get("INSTELLINGSCODE", ""), written)
    if not code:
        delivery.cannot_read("VESTIGINGSCODE", NO_CODE, written or "(leeg)")
    elif mended:
        delivery.mended.add(LOST_NOUGHT, f"{written} → {code}")
    return code


def _location(code: str, town: str, row: Row) -> Location:
    return Location(
        code=code,
        name=row["VESTIGINGSNAAM"],
        place=row["PLAATSNAAM"],
        municipality=town,
        postcode=codes.postcode(row["POSTCODE"]),
        website=row.get("INTERNETADRES", ""),
    )


def _settled(
    delivery: Delivery, found: dict[str, set[Location]], doubtful: Iterable[str]
) -> Locations:
    """One meaning for each code; who has two is left out, whatever the order of the rows."""
    known = {}
    double = set()
    for code, rows in found.items():
        if len({(row.place, row.municipality) for row in rows}) > 1:
            double.add(code)
            delivery.left_out.add(TWICE, f"{code} {min(rows).name}")
        else:
            known[code] = min(rows)
    return Locations(known, frozenset({*double, *doubtful}) - known.keys())
