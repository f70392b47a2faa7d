"""How one cell is read from text and written back; reading what it wrote gives the same value.

Numbers, days, months and yes or no are also read as a Dutch Excel writes them.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from quiz.domain.catalogue.files import bounds
from quiz.domain.catalogue.files.cell import Cell, matching, optional, required
from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.spreadsheets import dutch
from quiz.domain.text.words import Words

MOST_WORLDS = 7
MOST_TAGS = 4
# The Netherlands in Europe, with a little sea around it (degrees, WGS 84).
LATITUDES = (Decimal("50.7"), Decimal("53.7"))
LONGITUDES = (Decimal("3.2"), Decimal("7.3"))

_SAID = {"yes": True, "ja": True, "no": False, "nee": False}
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MUNICIPALITY = re.compile(r"GM[0-9]{4}")
_URL = re.compile(r"(https?)(://[^\s/?#]+\S*)", re.IGNORECASE)
_WITHOUT_SCHEME = re.compile(r"www\.[^\s/?#.]+\.[^\s?#]+\S*", re.IGNORECASE)
_COORDINATE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,8})?")
_WEIGHT = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3})?")
LEAST_DECIMALS = 3  # only a point before three digits or more can be lost


def _degrees(limits: tuple[Decimal, Decimal]) -> Cell:
    before_point = len(str(int(limits[0])))

    def without_point(text: str) -> bool:
        return text.strip().isdecimal() and len(text.strip()) >= before_point + LEAST_DECIMALS

    def read(text: str) -> Decimal:
        content = text.strip()
        if without_point(content):  # Excel made 52164 of 52.164: one place of the point is right
            content = f"{content[:before_point]}.{content[before_point:]}"
        value = dutch.decimal(content)
        if value is None or not _COORDINATE.fullmatch(str(value)):
            raise BadCell(
                Words("'%(text)s' is geen plek op de kaart", text=text),
                Words("Schrijf graden met een punt: 52.0388."),
            )
        if not limits[0] <= value <= limits[1]:
            raise BadCell(
                Words("%(text)s ligt buiten Nederland", text=text),
                Words("Zijn lat en lon omgewisseld?"),
            )
        return value

    return Cell(read, typed=True, mended=without_point)


def _read_yes_no(text: str) -> bool:
    content = required(text).strip().casefold()
    value = _SAID.get(content, dutch.truth(content))
    if value is None:
        raise BadCell(
            Words("'%(text)s' is geen yes en geen no", text=text),
            Words("Schrijf yes (ja) of no (nee)."),
        )
    return value


def _read_url(text: str) -> str:
    content = text.strip()
    if _WITHOUT_SCHEME.fullmatch(content):
        content = f"https://{content}"
    found = _URL.fullmatch(content)
    if content and not found:
        raise BadCell(
            Words("'%(text)s' is geen webadres", text=text),
            Words("Begin met https:// of laat het leeg."),
        )
    return found[1].lower() + found[2] if found else ""  # a phone begins with a capital


def _check_url(text: str) -> None:
    bounds.check_address(_read_url(text))


def _read_date(text: str) -> date:
    value = dutch.day(text) or dutch.serial_day(text)
    if value is None:
        raise BadCell(
            Words("'%(text)s' is geen datum", text=text),
            Words("Schrijf jaar-maand-dag: 2026-11-21."),
        )
    return value


def _read_list(text: str) -> tuple[str, ...]:
    return tuple(text.split(";")) if text else ()


def _each_once(cell: Cell) -> Cell:
    """Make a cell with any number of what another cell holds, each once."""

    def read(text: str) -> tuple[str, ...]:
        found = tuple(cell.read(part) for part in _read_list(text.strip()))
        if len(set(found)) < len(found):
            raise BadCell(Words("iets staat er twee keer"), Words("Noem elk één keer."))
        return found

    return Cell(read, ";".join, longest=bounds.SENTENCE)


def _read_tags(text: str) -> tuple[str, ...]:
    tags = tuple(part.strip() for part in _read_list(text.strip()))
    if len(tags) > MOST_TAGS:
        raise BadCell(
            Words("hier staan %(count)s onderwerpen", count=len(tags)),
            Words("Noem er hoogstens %(most_tags)s.", most_tags=MOST_TAGS),
        )
    if len(set(tags)) < len(tags):
        raise BadCell(Words("een onderwerp staat er twee keer"), Words("Noem elk één keer."))
    return tags


def _weight(part: str) -> tuple[str, float]:
    world, _, weight = (piece.strip() for piece in part.partition(":"))
    weight = weight.replace(",", ".")
    if not world or not _WEIGHT.fullmatch(weight):
        raise BadCell(
            Words("'%(part)s' is geen wereld met een gewicht", part=part),
            Words("Schrijf het zoals voeding-natuur:0.8."),
        )
    if not 0 <= float(weight) <= 1:
        raise BadCell(
            Words("het gewicht van '%(world)s' is %(weight)s", world=world, weight=weight),
            Words("Kies een gewicht van 0 tot 1."),
        )
    return world, float(weight)


def _read_worlds(text: str) -> Mapping[str, float]:
    pairs = [_weight(part) for part in required(text).split(";")]
    if len(pairs) > MOST_WORLDS:
        raise BadCell(
            Words("hier staan %(count)s werelden", count=len(pairs)),
            Words("Noem er hoogstens %(most_worlds)s.", most_worlds=MOST_WORLDS),
        )
    if len(dict(pairs)) < len(pairs):
        raise BadCell(Words("een wereld staat er twee keer"), Words("Noem elke wereld één keer."))
    return MappingProxyType(dict(pairs))


def _write_worlds(worlds: Mapping[str, float]) -> str:
    return ";".join(f"{world}:{weight:g}" for world, weight in worlds.items())


NAME = Cell(required, longest=bounds.NAME, printed=True)
SENTENCE = Cell(required, longest=bounds.SENTENCE, printed=True)
OPTIONAL_TEXT = Cell(str, longest=bounds.SENTENCE)
OPTIONAL_SENTENCE = Cell(str, longest=bounds.SENTENCE, printed=True)
SLUG = Cell(matching(_SLUG, "hogeschool-rotterdam"), longest=bounds.NAME)
MUNICIPALITY = Cell(matching(_MUNICIPALITY, "GM0228"))
MUNICIPALITIES = _each_once(MUNICIPALITY)
WORLD_IDS = _each_once(SLUG)
LATITUDE = _degrees(LATITUDES)
LONGITUDE = _degrees(LONGITUDES)
YES_NO = Cell(_read_yes_no, lambda value: "yes" if value else "no", typed=True)
YES_UNLESS_NO = Cell(
    lambda text: _read_yes_no(text if text.strip() else "yes"), YES_NO.write, typed=True
)
URL = Cell(_read_url, longest=bounds.ADDRESS, check=_check_url)
DATE = optional(Cell(_read_date, lambda value: str(value.isoformat()), typed=True))
LIST = Cell(_read_list, ";".join, longest=bounds.SENTENCE)
WORLDS = Cell(_read_worlds, _write_worlds, longest=bounds.SENTENCE)
TAGS = Cell(_read_tags, ";".join, longest=bounds.SENTENCE)
