"""Files of DUO with a few rows, in the form in which DUO publishes each of them."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path
from typing import Literal

from tests.domain.catalogue.duo import headers

Row = Mapping[str, str]
# Invented rows of one kind by what they are about; each file is made of some of them.
EDE = {"POSTCODE": "6711AA", "PLAATSNAAM": "EDE", "GEMEENTENUMMER": "0228"}
EDERVEEN = {"POSTCODE": "6744 AB", "PLAATSNAAM": "EDERVEEN", "GEMEENTENUMMER": "0228"}
ALKMAAR = {"POSTCODE": "1811AA", "PLAATSNAAM": "ALKMAAR", "GEMEENTENUMMER": "0361"}


@dataclass(frozen=True)
class DuoFile:
    """A file: its name, header and rows by column, and how it is written."""

    name: str
    header: str
    rows: tuple[Row, ...]
    separator: str = ";"
    encoding: str = "cp1252"
    quoting: Literal[0, 1] = csv.QUOTE_ALL
    line_end: str = "\r\n"

    def with_rows(self, *rows: Row) -> "DuoFile":
        """The same kind of file with other rows."""
        return replace(self, rows=rows)

    @property
    def table(self) -> list[list[str]]:
        """The header and the rows as cells."""
        names = self.header.split("|")
        return [names, *([row.get(name, "") for name in names] for row in self.rows)]

    def content(self, table: Sequence[Sequence[str]] | None = None) -> bytes:
        """The bytes of the file."""
        text = StringIO(newline="")
        writer = csv.writer(
            text, delimiter=self.separator, quoting=self.quoting, lineterminator=self.line_end
        )
        writer.writerows(table or self.table)
        return text.getvalue().encode(self.encoding)

    def put(self, folder: Path) -> Path:
        """Write the file; returns where it is."""
        path = folder / self.name
        path.write_bytes(self.content())
        return path


def location(code: str, name: str, where: Row, site: str = "") -> Row:
    """A location of a secondary school."""
    return {
        "INSTELLINGSCODE": code[:4],
        "VESTIGINGSCODE": code,
        "VESTIGINGSNAAM": name,
        "INTERNETADRES": site,
        **where,
    }


def exam(code: str, kind: str, profile: str, count: str = "12", **more: str) -> Row:
    """Candidates of one profile; `more`: LEERWEG, SECTOR or NAME."""
    return {
        "INSTELLINGSCODE": code[:4],
        "VESTIGINGSCODE": code,
        "INSTELLINGSNAAM VESTIGING": more.get("NAME", f"School {code}"),
        "ONDERWIJSTYPE VO": kind,
        "LEERWEG VMBO": more.get("LEERWEG", " "),
        "VMBO SECTOR": more.get("SECTOR", ""),
        "AFDELING": profile,
        "EXAMENKANDIDATEN": count,
    }


def sector(code: str, kind: str, name: str, last: str = "9", before: str = "9") -> Row:
    """Candidates of one sector, in the last year and the year before."""
    total = "EXAMENKANDIDATEN SCHOOLJAAR {} - TOTAAL"
    return {
        "INSTELLINGSCODE": code[:4],
        "VESTIGINGSCODE": code,
        "ONDERWIJSTYPE VO": kind,
        "OPLEIDINGSNAAM": name,
        total.format("2023-2024"): before,
        total.format("2024-2025"): last,
    }


def mbo(provider: str, name: str, code: str, path: str, place: str, **more: str) -> Row:
    """A programme of mbo on a location."""
    return {
        "OPLEIDINGSEENHEID_TYPE": "MBOKWALIFICATIE",
        "AANGEBODEN_OPLEIDING_TYPE": "AANGEBODENMBOOPLEIDING",
        "OPLEIDINGSEENHEID_NAAM": f"Opleiding {code}",
        "ERKENDEOPLEIDINGSCODE": code,
        "ONDERWIJSAANBIEDERID": provider,
        "ONDERWIJSBESTUURID": f"B{provider[:3]}",
        "NAAM": name,
        "LEERTRAJECT": path,
        "MBONIVEAU": "3",
        "PLAATSNAAM": place,
        **more,
    }


def address(brin: str, name: str, where: Row, site: str = "") -> Row:
    """A college of mbo with its head office."""
    return {"INSTELLINGSCODE": brin, "INSTELLINGSNAAM": name, "INTERNETADRES": site, **where}


def higher(provider: str, name: str, code: str, place: str, **more: str) -> Row:
    """A programme of higher education on a location."""
    return {
        "ONDERWIJSBESTUURID": f"B{provider[:3]}",
        "ONDERWIJSAANBIEDERID": provider,
        "ONDERWIJSAANBIEDER_NAAM": name,
        "SOORT": "OPLEIDING",
        "ERKENDEOPLEIDINGSCODE": code,
        "NAAM_LANG": f"Opleiding {code}",
        "NIVEAU": "HBO-BA",
        "VORM": "VOLTIJD",
        "ONDERWIJSLOCATIEPLAATS": place,
        **more,
    }


_RIO = {"separator": ",", "encoding": "utf-8", "line_end": "\n"}
LOCATIONS = DuoFile(
    "02.-alle-vestigingen-vo.csv",
    headers.LOCATIONS,
    (
        location("02AB00", "Het Krachtveld voor Vmbo en Havo", EDE, "www.krachtveld.example.nl"),
        location("02AB01", "Het Krachtveld Café", EDERVEEN),
        location("11XY00", "Zeelyceum", ALKMAAR),
        location("12PR00", "Praktijkschool", ALKMAAR),
    ),
    quoting=csv.QUOTE_MINIMAL,
)
PROFILES = DuoFile(
    "geslaagden-gezakten-en-cijfers-2023-2024.csv",
    headers.PROFILES,
    (
        exam("02AB00", "VMBO", "PIE", "<5", LEERWEG="KL", SECTOR="Techniek", NAME="Krachtveld"),
        exam("02AB00", "VMBO", "", LEERWEG="TL", SECTOR="Techniek", NAME="Krachtveld"),
        exam("02AB01", "VMBO", "ZWE", "0", LEERWEG="BL", SECTOR="Zorg & Welzijn"),
        exam("11XY00", "HAVO", "Natuur en Techniek / Natuur en Gezondheid", NAME="Zeelyceum"),
    ),
)
SECTORS = DuoFile(
    "examenkandidaten-en-geslaagden-2022-2025.csv",
    headers.SECTORS,
    (
        sector("02AB00", "VMBO", "VMBO K - techniek"),
        sector("11XY00", "HAVO", "HAVO - N&T", "<5"),
        sector("11XY00", "HAVO", "HAVO - N&G"),
        sector("02AB00", "VMBO", "VMBO T - techniek", "<5"),
    ),
    encoding="utf-8",
)
MBO = DuoFile(
    "mbo_opleidingsaanbod.csv",
    headers.MBO,
    (
        mbo("110A001", "Vak", "25001", "BOL", "Ede", POSTCODE="6711AA"),
        mbo("110A001", "Vak", "25001", "BBL", "Alkmaar", POSTCODE="1811AA"),
        mbo("110A001", "Vak", "29999", "BOL", "Ede", POSTCODE="6711AA"),
    ),
    **_RIO,  # type: ignore[arg-type]
)
ADDRESSES = DuoFile(
    "01.-adressen-mbo-instellingen.csv",
    headers.ADDRESSES,
    (
        address("25XX", "VAK", EDE, "www.vak.example.nl"),
        address("26YY", "Nieuw Beroepscollege", ALKMAAR, "nieuw.example.nl"),
    ),
)
HIGHER = DuoFile(
    "ho_opleidingsoverzicht.csv",
    headers.HIGHER,
    (
        higher("113A001", "Hogeschool Duin", "34275", "Alkmaar"),
        higher("113A001", "Hogeschool Duin", "", "Alkmaar", SOORT="VARIANT", VARIANT_VAN="34280"),
    ),
    **_RIO,  # type: ignore[arg-type]
)
ALL = (LOCATIONS, PROFILES, SECTORS, MBO, ADDRESSES, HIGHER)
