"""What people call the school types, alone and together, and which years each of them has."""

from collections.abc import Mapping, Sequence

from quiz.domain.catalogue.upkeep.spoken_names import by_word, folded

# What our pages call a school type, in both languages, and what else people do (tests hold them).
SCHOOLS: Mapping[str, Sequence[str]] = {
    "po": (
        *("basisschool", "basisscholen", "basisonderwijs", "primair onderwijs"),
        *("Basisschool (groep 7 of 8)", "Primary school (groep 7 or 8)", "primary school"),
    ),
    "pro": ("praktijkonderwijs", "praktijkschool", "Practical education (praktijkonderwijs)"),
    "vmbo-bb": ("vmbo basis", "vmbo b", "bb", "bbl", "basisberoeps", "basisberoepsgericht"),
    "vmbo-kb": ("vmbo kader", "vmbo k", "kb", "kbl", "kader", "kaderberoepsgericht"),
    "vmbo-gl-tl": (
        *("mavo", "vmbo-tl", "vmbo-gl", "vmbo t", "vmbo g", "gl", "tl", "vmbo gl/tl", "gl/tl"),
        *("theoretische leerweg", "gemengde leerweg", "vmbo theoretisch", "vmbo gemengd"),
        *("Vmbo gemengd of theoretisch (mavo)", "Vmbo gemengd or theoretisch (mavo)"),
    ),
    "brugklas": ("brugklassen", "Brugklas (gemengd)", "First years, mixed (brugklas)"),
    "havo": (),
    "vwo": ("gymnasium", "atheneum"),
    "isk": (
        *("Internationale schakelklas (ISK)", "International transition class (ISK)"),
        *("schakelklas", "internationale schakelklas"),
    ),
    "mbo": (),
}
_VMBO = ("vmbo-bb", "vmbo-kb", "vmbo-gl-tl")
SECONDARY = ("pro", *_VMBO, "brugklas", "havo", "vwo", "isk")
_TOGETHER: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("vmbo", "vmbo b/k/t"), _VMBO),
    **dict.fromkeys(("vmbo b/k", "basis/kader"), ("vmbo-bb", "vmbo-kb")),
    **dict.fromkeys(("havo-vwo", "h/v"), ("havo", "vwo")),
    "mavo-havo": ("vmbo-gl-tl", "havo"),
    **dict.fromkeys(("vo", "voortgezet onderwijs", "middelbare school"), SECONDARY),
    **dict.fromkeys(("middelbare scholen", "secondary school"), SECONDARY),
}
KNOWN: Mapping[str, tuple[str, ...]] = {
    **{word: (code,) for word, code in by_word(SCHOOLS).items()},
    **{folded(name): codes for name, codes in _TOGETHER.items()},
}
# The same as they are written, signs and all: First years, mixed (brugklas).
WRITTEN: Mapping[str, str] = {
    name.casefold(): code for code, names in SCHOOLS.items() for name in (code, *names)
}
EVERYBODY = {
    *("iedereen", "voor iedereen", "allemaal", "everybody", "everyone", "alle", "all pupils"),
    *("alle leerlingen", "alle leerjaren", "alle klassen", "alle niveaus", "alle schooltypes"),
}
PRIMARY = "po"
# The groups of primary school, all eight; of mbo a number is a level (niveau) and no year.
_YEARS = {
    **dict.fromkeys(_VMBO, range(1, 5)),
    PRIMARY: range(1, 9),
    "pro": range(1, 7),
    "brugklas": range(1, 4),
    "havo": range(1, 6),
    "vwo": range(1, 7),
    "isk": range(1, 7),
}
LOWER, UPPER = "onderbouw", "bovenbouw"
_STAGES: Mapping[str, Mapping[str, range]] = {
    LOWER: {**dict.fromkeys(_VMBO, range(1, 3)), "havo": range(1, 4), "vwo": range(1, 4)},
    UPPER: {**dict.fromkeys(_VMBO, range(3, 5)), "havo": range(4, 6), "vwo": range(4, 7)},
}


def years_of(school: str) -> range:
    """The years that a school type has; none where a number says something else."""
    return _YEARS.get(school, range(0))


def years_among(codes: Sequence[str], said: Sequence[int], school: str) -> Sequence[int]:
    """The years that are said, of secondary schools together those that this one has."""
    if codes != SECONDARY or not set(said) <= set(_YEARS["vwo"]):
        return said
    return [year for year in said if year in years_of(school)]


def years_of_stage(school: str, stage: str) -> range:
    """The lower or upper years; none where a school type is not parted so."""
    return _STAGES[stage].get(school, range(0))
