"""Names as people say them, from names as statutes and registers have them.

Only for a school that is new to us: a name in the catalogue is never changed by a file. The rules
take off what nobody says; whether people say what is left, somebody who knows the school judges.
"""

import re

from quiz.domain.catalogue.places.spelling import fold

_BETWEEN = re.compile(r"\s*\(([^)]*)\)\s*")
_TYPES = (
    r"(?:vwo|havo|mavo|vmbo|vbo|lwoo|pro|praktijkonderwijs|lyceum|lyc|atheneum|ath|gymnasium|gymn?"
    r"|tto|vo|isk|voorbereidend|middelbaar)"
)
_JOINED = r"(?:sgm|s\.?g\.?|sgs|scholengemeenschap)"
_KIND = (
    r"(?:(?:openbare?|opb|openb|rooms[\s-]?katholieke?|r\.?k\.?|katholieke?|kath|protestants?"
    r"|prot|p\.?c\.?|christelijke?|chr|gereformeerde?|geref|regionale?|reg|gemeentelijke?|gem)"
    r"\.?\s+)"
)
# What goes, each in turn: what a statute begins with, which school types follow, "locatie".
_GONE = (
    re.compile(r"^stichting\s+", re.IGNORECASE),
    re.compile(rf"^{_KIND}*{_JOINED}\s+(?=\S)", re.IGNORECASE),
    re.compile(
        rf"\s*\b(?:{_KIND}*{_JOINED}\s+)?(?:voor\s+(?:\w+\s+)?|v\.?\s+){_TYPES}\b.*$",
        re.IGNORECASE,
    ),
    re.compile(rf"[\s,]+{_TYPES}(?:[\s,/&]+(?:en\s+)?{_TYPES})+\s*$", re.IGNORECASE),
    re.compile(rf"\s+{_KIND}*{_JOINED}\s*$", re.IGNORECASE),
)
_LOCATION = re.compile(r"[\s,-]+(?:locatie|loc|vestiging|vest)\b\.?\s*", re.IGNORECASE)
_LONG = {
    "burg": "Burgemeester",
    "chr": "Christelijk",
    "chr.": "Christelijk",
    "coll": "College",
    "gymn": "Gymnasium",
    "kon": "Koning",
    "lyc": "Lyceum",
    "v": "van",
    "v.": "van",
}


def spoken_name(listed: str, examined: str = "", place: str = "", town: str = "") -> str:
    """The name of a school for a pupil: that of the exam file is shorter than that of the list.

    The place stands behind it where the municipality is called otherwise.
    """
    raw = " ".join((examined or listed).replace("`", "'").split())
    name = raw
    for pattern in _GONE:
        name = pattern.sub("", name).strip(" ,-") or name
    if fold(name) in {fold(place), fold(town)}:  # of "Kath SGM Hoofddorp" only the place is left
        name = raw
    name = _LOCATION.sub(" ", name)
    name = " ".join(_LONG.get(word.lower(), word) for word in name.split())
    where = place.title() if place.isupper() else place
    if where and fold(where) != fold(town) and fold(where) not in fold(name):
        return f"{name} ({where})"
    return name


def names_in(name: str) -> list[str]:
    """A name, and the names in it: ROC Friese Poort (Firda) is also either of the two."""
    parts = [_BETWEEN.sub(" ", name).strip(), *_BETWEEN.findall(name)]
    return list(dict.fromkeys(filter(None, [name, *parts])))
