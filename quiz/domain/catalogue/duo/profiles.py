"""What DUO calls the profiles of an exam, and which programme of the catalogue each of them is."""

import re
from collections.abc import Iterable

from quiz.domain.catalogue.places.spelling import fold

TECHNICAL_MAVO = "vmbo-gt-techniek"
TECHNOLOGY = "techniek"
# Code of a department -> the programme, the sector that DUO counts it in, and its full name.
_DEPARTMENTS = {
    "PIE": ("vmbo-pie", TECHNOLOGY, "Produceren, installeren en energie"),
    "BWI": ("vmbo-bwi", TECHNOLOGY, "Bouwen, wonen en interieur"),
    "MTR": ("vmbo-mt", TECHNOLOGY, "Mobiliteit en transport"),
    "MVI": ("vmbo-mvi", TECHNOLOGY, "Media, vormgeving en ict"),
    "MTE": ("vmbo-mat", TECHNOLOGY, "Maritiem en techniek"),
    "G": ("vmbo-groen", "landbouw", "Groen"),
    "ZWE": ("vmbo-zw", "zorg", "Zorg en welzijn"),
    "EO": ("vmbo-eo", "economie", "Economie en ondernemen"),
    "HBR": ("vmbo-hbr", "economie", "Horeca, bakkerij en recreatie"),
    "DP": ("vmbo-dp", "intersect", "Dienstverlening en producten"),
}
_BY_DEPARTMENT = {
    fold(name): programme
    for code, (programme, _, full) in _DEPARTMENTS.items()
    for name in (code, full)
}
SECTOR_OF = {programme: sector for programme, sector, _ in _DEPARTMENTS.values()}
_PROFILES = {
    "nt": ("Natuur en Techniek", "N&T", "NT"),
    "ng": ("Natuur en Gezondheid", "N&G", "NG"),
    "em": ("Economie en Maatschappij", "E&M", "EM"),
    "cm": ("Cultuur en Maatschappij", "C&M", "CM"),
}
_BY_PROFILE = {fold(name): short for short, names in _PROFILES.items() for name in names}
# What havo and vwo exams, and those of the theoretical route, give: both exam files have them.
GENERAL = frozenset(
    {f"{kind}-{short}" for kind in ("havo", "vwo") for short in _PROFILES} | {TECHNICAL_MAVO}
)
EXAMINED = GENERAL | SECTOR_OF.keys()

_THEORETICAL = re.compile(r"VMBO\W*(?:TL?|THEORETISCH\w*)\b", re.IGNORECASE)
_PARTS = re.compile(r"\s*/\s*")


def department(text: str) -> str:
    """The vmbo programme of a department; empty when it is none that we know."""
    return _BY_DEPARTMENT.get(fold(text), "")


def sector(text: str) -> str:
    """The sector in a text, in one word; empty when it names none."""
    folded = fold(text)
    if "zorg" in folded:
        return "zorg"
    known = {"techniek": TECHNOLOGY, "economie": "economie", "landbouw": "landbouw"}
    known |= {"groen": "landbouw", "intersect": "intersect"}
    return next((name for word, name in known.items() if word in folded), "")


def general(kind: str, text: str) -> Iterable[str]:
    """The havo or vwo programmes of a profile; a double one (N&T / N&G) is both. Empty: unknown."""
    found = [_BY_PROFILE.get(fold(part), "") for part in _PARTS.split(text)]
    return [f"{kind}-{short}" for short in found] if all(found) else []


def is_theoretical(name: str) -> bool:
    """Whether a name in the sector file ("VMBO T - techniek") is of the theoretical route."""
    return bool(_THEORETICAL.match(name.strip()))
