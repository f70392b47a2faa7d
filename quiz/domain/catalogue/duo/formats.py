"""The six files of DUO that are read: how each is called, where it is, which columns it has.

A column bears the name that DUO gives it now; the aliases are those of earlier years. Columns that
are not named here are not looked at: DUO adds some nearly every year.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

OPEN_DATA = "https://duo.nl/open_onderwijsdata/"
OVERVIEWS = "https://onderwijsdata.duo.nl/"
_YEARS, _TWO_YEARS = "JJJJ-JJJJ", re.compile("20[0-9]{2}-20[0-9]{2}")
_IMAGES = f"{OPEN_DATA}images/"


@dataclass(frozen=True)
class Column:
    """One column: its name of today, the names of earlier years, whether a file may lack it."""

    name: str
    aliases: tuple[str, ...] = ()
    needed: bool = True


@dataclass(frozen=True)
class Format:
    """One kind of file. `also`: besides the columns, some column must be called like this."""

    key: str
    file: str
    page: str
    columns: Sequence[Column]
    also: re.Pattern[str] | None = None
    also_said: str = ""

    def source(self, name: str = "") -> str:
        """The address that stands as source with a row from a file with this name."""
        if _YEARS not in self.page:
            return self.page
        years = _TWO_YEARS.search(name)
        return self.page.replace(_YEARS, years[0]) if years else OPEN_DATA


def _maybe(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, needed=False) for name in names)


def _columns(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names)


_BRIN = Column("INSTELLINGSCODE", ("BRIN NUMMER", "INSTELLING"))
_LOCATION = Column("VESTIGINGSCODE", ("VESTIGINGSNUMMER",))
YEAR_COLUMN = re.compile(
    r"EXAMENKANDIDATEN\W+(?:SCHOOLJAAR\W+)?(20\d\d(?:\W+20\d\d)?)\W+TOTAAL",
    re.IGNORECASE,
)

VO_LOCATIONS = Format(
    key="vo_vestigingen",
    file="02.-alle-vestigingen-vo.csv",
    page=f"{_IMAGES}02.-alle-vestigingen-vo.csv",
    columns=(
        _LOCATION,
        *_columns("VESTIGINGSNAAM", "PLAATSNAAM", "GEMEENTENUMMER", "POSTCODE"),
        Column(_BRIN.name, _BRIN.aliases, needed=False),
        *_maybe("INTERNETADRES"),
    ),
)
VO_PROFILES = Format(
    key="vo_examens_profiel",
    file="geslaagden-gezakten-en-cijfers-JJJJ-JJJJ.csv",
    page=f"{_IMAGES}geslaagden-gezakten-en-cijfers-JJJJ-JJJJ.csv",
    columns=(
        *(_BRIN, _LOCATION),
        *_columns("ONDERWIJSTYPE VO", "LEERWEG VMBO", "VMBO SECTOR", "AFDELING"),
        Column("EXAMENKANDIDATEN"),
        *_maybe("INSTELLINGSNAAM VESTIGING"),
    ),
)
VO_SECTORS = Format(
    key="vo_examens_sector",
    file="examenkandidaten-en-geslaagden-JJJJ-JJJJ.csv",
    page=f"{_IMAGES}examenkandidaten-en-geslaagden-JJJJ-JJJJ.csv",
    columns=(
        *(_BRIN, _LOCATION),
        *_columns("ONDERWIJSTYPE VO", "OPLEIDINGSNAAM"),
        *_maybe("INSTELLINGSNAAM VESTIGING"),
    ),
    also=YEAR_COLUMN,
    also_said="EXAMENKANDIDATEN SCHOOLJAAR (jaar) - TOTAAL",
)
MBO_OFFERINGS = Format(
    key="mbo_aanbod",
    file="mbo_opleidingsaanbod.csv",
    page=f"{OVERVIEWS}dataset/894ebe77-15e7-48e6-9daf-c93da08b1ab9",
    columns=(
        *_columns("OPLEIDINGSEENHEID_TYPE", "AANGEBODEN_OPLEIDING_TYPE", "LEERTRAJECT"),
        *_columns("ERKENDEOPLEIDINGSCODE", "ONDERWIJSAANBIEDERID", "NAAM", "ONDERWIJSBESTUURID"),
        *_columns("POSTCODE", "PLAATSNAAM"),
        *_maybe("OPLEIDINGSEENHEID_NAAM", "MBONIVEAU", "WEBSITE"),
    ),
)
MBO_ADDRESSES = Format(
    key="mbo_adressen",
    file="01.-adressen-mbo-instellingen.csv",
    page=f"{_IMAGES}01.-adressen-mbo-instellingen.csv",
    columns=(
        _BRIN,
        *_columns("INSTELLINGSNAAM", "PLAATSNAAM", "GEMEENTENUMMER"),
        *_maybe("POSTCODE", "INTERNETADRES"),
    ),
    also=re.compile(r"MBO[\s-]+INSTELLINGSSOORT.*", re.IGNORECASE),
    also_said="MBO INSTELLINGSSOORT",
)
HO_OFFERINGS = Format(
    key="ho_aanbod",
    file="ho_opleidingsoverzicht.csv",
    page=f"{OVERVIEWS}dataset/7c0686f4-b5c2-418e-8e44-7be0057d8084",
    columns=(
        *_columns("ONDERWIJSBESTUURID", "ONDERWIJSAANBIEDERID", "ONDERWIJSAANBIEDER_NAAM"),
        *_columns("SOORT", "ERKENDEOPLEIDINGSCODE", "VARIANT_VAN", "NAAM_LANG", "NIVEAU", "VORM"),
        *_columns("EINDDATUM", "AANGEBODEN_OPLEIDING_EINDDATUM", "LAATSTE_INSTROOMDATUM"),
        Column("ONDERWIJSLOCATIEPLAATS"),
        *_maybe("WEBSITE"),
    ),
)
FORMATS = (VO_LOCATIONS, VO_PROFILES, VO_SECTORS, MBO_OFFERINGS, MBO_ADDRESSES, HO_OFFERINGS)
# Files of DUO that say nothing we need, by a column that only they have; what to give instead.
OTHERS = {
    "ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR": VO_PROFILES,
    "AANGEBODEN_OPLEIDING_COHORTCODE": MBO_OFFERINGS,
    "SECTORKAMER NAAM": MBO_OFFERINGS,
    "OPLEIDINGSCODE ACTUEEL": HO_OFFERINGS,
    "SOORT HO": HO_OFFERINGS,
}
_NAMES = dict.fromkeys(
    name for form in FORMATS for column in form.columns for name in (column.name, *column.aliases)
)
KNOWN_COLUMNS = (*_NAMES, *OTHERS)
