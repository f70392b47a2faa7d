"""What people call the school types, alone and together, and which years are the lower ones."""

from collections.abc import Mapping, Sequence

from quiz.domain.catalogue.upkeep.spoken_names import by_word

# What our pages call a school type, in both languages, and what else people do (tests hold them).
SCHOOLS: Mapping[str, Sequence[str]] = {
    "po": (
        *("basisschool", "basisscholen", "basisonderwijs", "primair onderwijs"),
        *("Basisschool (groep 7 of 8)", "Primary school (groep 7 or 8)", "primary school"),
    ),
    "pro": ("praktijkonderwijs", "praktijkschool", "Practical education (praktijkonderwijs)"),
    "vmbo-bb": ("vmbo basis", "vmbo b", "bb", "basisberoeps", "basisberoepsgericht"),
    "vmbo-kb": ("vmbo kader", "vmbo k", "kb", "kader", "kaderberoeps", "kaderberoepsgericht"),
    "vmbo-gl-tl": (
        *("mavo", "vmbo-tl", "vmbo-gl", "vmbo t", "vmbo g", "gl", "tl", "vmbo gl/tl", "gltl"),
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
    "onbekend": (),
}
_VMBO = ("vmbo-bb", "vmbo-kb", "vmbo-gl-tl")
_SECONDARY = ("pro", *_VMBO, "brugklas", "havo", "vwo", "isk")
_TOGETHER: Mapping[str, tuple[str, ...]] = {
    "vmbo": _VMBO,
    **dict.fromkeys(("vo", "voortgezetonderwijs", "middelbareschool"), _SECONDARY),
    **dict.fromkeys(("middelbarescholen", "secondaryschool"), _SECONDARY),
}
KNOWN = {word: (code,) for word, code in by_word(SCHOOLS).items()} | dict(_TOGETHER)
EVERYBODY = {"iedereen", "alle", "allemaal", "everybody", "everyone"} | {
    *("alleleerlingen", "alleniveaus", "alleschooltypes", "allepupils", "allpupils")
}
_LOWER, _UPPER = "lower", "upper"
STAGES = {"onderbouw": _LOWER, "bovenbouw": _UPPER}
YEARS_OF_STAGE: Mapping[str, Mapping[str, tuple[int, int]]] = {
    _LOWER: {**dict.fromkeys(_VMBO, (1, 2)), "havo": (1, 3), "vwo": (1, 3)},
    _UPPER: {**dict.fromkeys(_VMBO, (3, 4)), "havo": (4, 5), "vwo": (4, 6)},
}
