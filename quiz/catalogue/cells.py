"""How one cell is read from text and written back; reading what it wrote gives the same value."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from quiz.catalogue import bounds
from quiz.catalogue.findings import BadCell, did_you_mean

MOST_WORLDS = 7
# The Netherlands in Europe, with a little sea around it (degrees, WGS 84).
LATITUDES = (Decimal("50.7"), Decimal("53.7"))
LONGITUDES = (Decimal("3.2"), Decimal("7.3"))

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MUNICIPALITY = re.compile(r"GM[0-9]{4}")
_URL = re.compile(r"https?://[^\s/?#]+\S*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COORDINATE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,8})?")
_WEIGHT = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3})?")


@dataclass(frozen=True)
class Cell:
    """A kind of cell: text to value (raises BadCell) and value to text; its longest text."""

    read: Callable[[str], Any]
    write: Callable[[Any], str] = str
    longest: int = bounds.SHORT
    check: Callable[[str], None] | None = None

    def admit(self, text: str) -> None:
        """Raise BadCell for text that may not come in, before anything repeats it."""
        bounds.check_length(text, self.longest)
        bounds.check_signs(text)
        if self.check is not None:
            self.check(text)


def _required(text: str) -> str:
    if not text.strip():
        raise BadCell("dit vak is leeg", "Vul het in.")
    return text


def _matching(pattern: re.Pattern[str], example: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not pattern.fullmatch(_required(text)):
            raise BadCell(f"'{text}' staat er niet goed", f"Schrijf het zoals {example}.")
        return text

    return read


def one_of(known: Sequence[str]) -> Cell:
    """Make a cell that holds one of the known words."""

    def read(text: str) -> str:
        if text not in known:
            advice = did_you_mean(text, known) or f"Kies uit: {', '.join(filter(None, known))}."
            raise BadCell(f"'{text}' kennen we hier niet", advice)
        return text

    return Cell(read)


def number(low: int, high: int) -> Cell:
    """Make a cell that holds a whole number in low..high."""

    def read(text: str) -> int:
        if not re.fullmatch("[0-9]{1,4}", text) or not low <= int(text) <= high:
            raise BadCell(
                f"'{text}' is geen heel getal van {low} tot en met {high}",
                f"Schrijf alleen cijfers, zoals {low}.",
            )
        return int(text)

    return Cell(read)


def optional(cell: Cell) -> Cell:
    """Make a cell that may be empty (None) or else holds what `cell` holds."""
    return Cell(
        lambda text: cell.read(text) if text else None,
        lambda value: "" if value is None else cell.write(value),
    )


def _degrees(bounds: tuple[Decimal, Decimal]) -> Cell:
    def read(text: str) -> Decimal:
        if not _COORDINATE.fullmatch(text):
            raise BadCell(
                f"'{text}' is geen plek op de kaart", "Schrijf graden met een punt: 52.0388."
            )
        value = Decimal(text)
        if not bounds[0] <= value <= bounds[1]:
            raise BadCell(f"{text} ligt buiten Nederland", "Zijn lat en lon omgewisseld?")
        return value

    return Cell(read)


def _read_yes_no(text: str) -> bool:
    if text not in {"yes", "no"}:
        raise BadCell(f"'{text}' is geen yes en geen no", "Schrijf yes (ja) of no (nee).")
    return text == "yes"


def _read_url(text: str) -> str:
    if text and not _URL.fullmatch(text):
        raise BadCell(f"'{text}' is geen webadres", "Begin met https:// of laat het leeg.")
    return text


def _check_url(text: str) -> None:
    bounds.check_address(_read_url(text))


def _read_date(text: str) -> date:
    try:
        return date(*map(int, _matching(_DATE, "2026-11-21")(text).split("-")))
    except ValueError:
        raise BadCell(f"'{text}' is geen datum", "Schrijf jaar-maand-dag: 2026-11-21.") from None


def _read_list(text: str) -> tuple[str, ...]:
    return tuple(text.split(";")) if text else ()


def _weight(part: str) -> tuple[str, float]:
    world, _, weight = part.partition(":")
    if not world or not _WEIGHT.fullmatch(weight):
        raise BadCell(
            f"'{part}' is geen wereld met een gewicht", "Schrijf het zoals voeding-natuur:0.8."
        )
    if not 0 <= float(weight) <= 1:
        raise BadCell(f"het gewicht van '{world}' is {weight}", "Kies een gewicht van 0 tot 1.")
    return world, float(weight)


def _read_worlds(text: str) -> Mapping[str, float]:
    pairs = [_weight(part) for part in _required(text).split(";")]
    if len(pairs) > MOST_WORLDS:
        raise BadCell(f"hier staan {len(pairs)} werelden", f"Noem er hoogstens {MOST_WORLDS}.")
    if len(dict(pairs)) < len(pairs):
        raise BadCell("een wereld staat er twee keer", "Noem elke wereld één keer.")
    return MappingProxyType(dict(pairs))


def _write_worlds(worlds: Mapping[str, float]) -> str:
    return ";".join(f"{world}:{weight:g}" for world, weight in worlds.items())


def _read_months(text: str) -> tuple[int, ...]:
    months: list[int] = []
    for part in _read_list(text):
        first, last = (_MONTH.read(end) for end in (part.split("-", 1) * 2)[:2])
        months += [(first - 1 + step) % 12 + 1 for step in range((last - first) % 12 + 1)]
    if len(set(months)) < len(months):
        raise BadCell("een maand staat er twee keer", "Schrijf maanden zoals 3, 9-11 of 3;9.")
    return tuple(months)


def _write_months(months: Sequence[int]) -> str:
    steps = {(after - before) % 12 for before, after in pairwise(months)}
    if len(months) > 1 and steps == {1}:
        return f"{months[0]}-{months[-1]}"
    return ";".join(map(str, months))


_MONTH = number(1, 12)
NAME = Cell(_required, longest=bounds.NAME)
SENTENCE = Cell(_required, longest=bounds.SENTENCE)
OPTIONAL_TEXT = Cell(str, longest=bounds.SENTENCE)
SLUG = Cell(_matching(_SLUG, "hogeschool-rotterdam"), longest=bounds.NAME)
MUNICIPALITY = Cell(_matching(_MUNICIPALITY, "GM0228"))
LATITUDE = _degrees(LATITUDES)
LONGITUDE = _degrees(LONGITUDES)
YES_NO = Cell(_read_yes_no, lambda value: "yes" if value else "no")
URL = Cell(_read_url, longest=bounds.ADDRESS, check=_check_url)
DATE = optional(Cell(_read_date, lambda value: str(value.isoformat())))
LIST = Cell(_read_list, ";".join, longest=bounds.SENTENCE)
WORLDS = Cell(_read_worlds, _write_worlds, longest=bounds.SENTENCE)
MONTHS = Cell(_read_months, _write_months)
