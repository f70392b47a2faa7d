"""What people put beside the name of a place to say where it lies: "Hengelo (O)", "Bergen NH"."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from quiz.domain.catalogue.files.schema import Municipality
from quiz.domain.catalogue.places.spelling import fold

# The province as people shorten it; some letters are of two.
_PROVINCES = {
    "Drenthe": "Dr D Drente",
    "Flevoland": "Fl F Flev Flevo",
    "Fryslân": "Friesland Fr Frl Fri Fries F",
    "Gelderland": "Gld Ge Gel Geld G",
    "Groningen": "Gr Gn Gro Gron G",
    "Limburg": "L Li Lb Lim Limb",
    "Noord-Brabant": "NB NBr NBrab Brabant Br N",
    "Noord-Holland": "NH NHol NHoll N",
    "Overijssel": "O Ov Over Overijsel",
    "Utrecht": "U Ut Utr",
    "Zeeland": "Zl Ze Zee Zld Z",
    "Zuid-Holland": "ZH ZHol ZHoll Z",
}

# A part of a town, whichever town it is: it says nothing about where that lies.
_PARTS = """
noord noordoost noordwest oost west zuid zuidoost zuidwest midden centrum binnenstad stad dorp
north east south west southeast centre center city nieuwwest buiten haven poort
"""

Codes = frozenset[str]


def index_areas(
    towns: Mapping[str, Municipality], names: Iterable[tuple[str, str]]
) -> Mapping[str, Codes]:
    """The codes of the municipalities that each addition (folded) may mean.

    `names`: every known name (folded) with the code of its municipality, for "Lunteren, Ede".
    """
    codes: dict[str, set[str]] = defaultdict(set)
    for part in _PARTS.split():
        codes[part] = set(towns)
    for code, town in towns.items():
        for alias in (town.province, *_PROVINCES.get(town.province, "").split()):
            codes[fold(alias)].add(code)
    for name, code in names:
        codes[name].add(code)
    return {addition: frozenset(found) for addition, found in codes.items()}
