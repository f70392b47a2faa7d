"""The cell that says for whom something is: school types, each with its years where it matters."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from quiz.domain.catalogue.files import bounds
from quiz.domain.catalogue.files.cell import Cell
from quiz.domain.catalogue.files.findings import BadCell, did_you_mean
from quiz.domain.catalogue.matching.ladder import LADDER
from quiz.domain.text.words import Words

_YEARS = re.compile(r"([1-8])(?:-([1-8]))?")

Audience = Mapping[str, tuple[int, ...]]


def _read(text: str) -> Audience:
    parts = [part.strip() for part in text.split(";")] if text.strip() else []
    pairs = [_school_type(part) for part in parts]
    if len(dict(pairs)) < len(pairs):
        raise BadCell(
            Words("een schooltype staat er twee keer"), Words("Noem elk schooltype één keer.")
        )
    return MappingProxyType(dict(pairs))


def _school_type(part: str) -> tuple[str, tuple[int, ...]]:
    name, colon, years = (piece.strip() for piece in part.partition(":"))
    if name not in LADDER:
        advice = did_you_mean(name, LADDER) or Words(
            "Kies uit: %(known)s.", known=", ".join(LADDER)
        )
        raise BadCell(Words("'%(name)s' is geen schooltype", name=name), advice)
    found = _YEARS.fullmatch(years)
    if colon and (found is None or int(found[2] or found[1]) < int(found[1])):
        raise BadCell(
            Words("'%(years)s' zijn geen leerjaren", years=years),
            Words("Schrijf het zoals havo:1-3 of po:8."),
        )
    return name, tuple(range(int(found[1]), int(found[2] or found[1]) + 1)) if found else ()


def _write(audience: Audience) -> str:
    return ";".join(name + _written(years) for name, years in audience.items())


def _written(years: tuple[int, ...]) -> str:
    if not years:
        return ""
    return f":{years[0]}" if len(years) == 1 else f":{years[0]}-{years[-1]}"


AUDIENCE = Cell(_read, _write, longest=bounds.SENTENCE)
