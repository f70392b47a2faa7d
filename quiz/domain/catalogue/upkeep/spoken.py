"""What people write where the catalogue keeps a code: places, worlds and kinds by their names."""

import re
from collections.abc import Collection, Mapping, Sequence

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.cell import required
from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.catalogue.places.lookup import find_places, municipalities_with
from quiz.domain.text.words import Words

TOWNS, WORLDS, AUDIENCE = ("municipality", "location_municipality"), "worlds", "audience"
PICKED = ("kind", "mode", "size_class")
MOST_MEANT = 3
WHOLLY = "1"
_BETWEEN = re.compile(r"[\W_]+|\b(?:en|and)\b")
# What our pages call a value of which one is picked, in both languages (tests hold them together).
_PICKED = {
    "bol": ("bol (vooral school)", "bol (mostly school)"),
    "bbl": ("bbl (vooral werk)", "bbl (mostly work)"),
    "voltijd": ("full-time",),
    "deeltijd": ("part-time",),
    "duaal": ("dual",),
    "klein": ("small",),
    "middel": ("middelgroot", "medium-sized"),
    "groot": ("large",),
    "vo": ("middelbare school", "secondary school"),
    "mbo": (),
    "hogeschool": ("university of applied sciences",),
    "universiteit": ("university",),
    "day": ("dag", "doedag"),
    "experience": ("belevenis",),
    "fair": ("beurs",),
    "festival": (),
    "makerspace": (),
    "museum": (),
    "open_days": ("open dag", "open dagen", "open day"),
    "pet_event": ("PET-evenement",),
    "science_centre": ("science center",),
    "technolab": (),
    "week": (),
    "workshop": (),
}
_SCHOOLS = {
    "po": ("basisschool", "Basisschool (groep 7 of 8)", "Primary school (groep 7 or 8)"),
    "pro": ("praktijkonderwijs", "Practical education (praktijkonderwijs)"),
    "vmbo-bb": ("vmbo basis",),
    "vmbo-kb": ("vmbo kader",),
    "vmbo-gl-tl": (
        *("mavo", "vmbo-tl", "vmbo-gl"),
        *("Vmbo gemengd of theoretisch (mavo)", "Vmbo gemengd or theoretisch (mavo)"),
    ),
    "brugklas": ("Brugklas (gemengd)", "First years, mixed (brugklas)"),
    "havo": (),
    "vwo": (),
    "isk": ("Internationale schakelklas (ISK)", "International transition class (ISK)"),
    "mbo": (),
}
_EVERYBODY = {"iedereen", "alle", "allemaal", "everybody", "everyone"}


class Spoken:
    """Turns names into codes; what is a code already, or about something else, stays as it is."""

    def __init__(self, catalogue: Catalogue, regions: Collection[str]) -> None:
        """Know the worlds by id and by name; of two places of one name the own one is meant."""
        self._catalogue, self._regions = catalogue, regions
        self._towns = {code: code for code in catalogue.municipalities}
        self._worlds = {
            _folded(name): world.id
            for world in catalogue.worlds.values()
            for name in (world.id, world.name_nl, world.name_en)
        }

    def code(self, column: str, text: str) -> str:
        """The cell as the catalogue keeps it. Raises BadCell."""
        if column in TOWNS:
            return self._towns.get(text) or self._town(required(text))
        if column == WORLDS and text:
            return ";".join(map(self._world, filter(str.strip, text.split(";"))))
        if column == AUDIENCE:
            return _audience(text)
        return _PICKED_BY_WORD.get(_folded(text), text) if column in PICKED else text

    def _town(self, text: str) -> str:
        known = self._catalogue.municipalities
        found = municipalities_with(self._catalogue, text)
        own = {code for code in found if known[code].app_region_id in self._regions}
        if len(own or found) == 1:
            self._towns[text] = (own or found).pop()
            return self._towns[text]
        meant = [place.label for place in find_places(self._catalogue, text, MOST_MEANT)]
        advice = (
            Words("Bedoel je %(meant)s?", meant=" / ".join(meant))
            if meant
            else Words("Schrijf de naam van de gemeente.")
        )
        unclear = Words("'%(text)s' kennen we niet als plaats", text=text)
        if found:
            unclear = Words("er is meer dan één '%(text)s'", text=text)
        raise BadCell(unclear, advice)

    def _world(self, part: str) -> str:
        """One world, with its weight behind it; without one it is wholly about that world."""
        name, colon, weight = part.rpartition(":")
        if not colon:
            name, weight = part, WHOLLY
        world = self._worlds.get(_folded(name))
        if world is None:
            known = "; ".join(each.name_nl for each in self._catalogue.worlds.values())
            raise BadCell(
                Words("'%(name)s' is geen wereld", name=name.strip()),
                Words("Kies uit: %(known)s.", known=known),
            )
        return f"{world}:{weight.strip()}"


def _folded(name: str) -> str:
    return _BETWEEN.sub("", name.casefold())


def _audience(text: str) -> str:
    """School types by what people call them; the years stay as they are written."""
    if _folded(text) in _EVERYBODY:
        return ""
    parts = (part.partition(":") for part in text.split(";"))
    return ";".join(
        f"{_SCHOOLS_BY_WORD.get(_folded(name), name.strip())}{colon}{years}"
        for name, colon, years in parts
    )


def _by_word(words: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    return {_folded(word): code for code, names in words.items() for word in (code, *names)}


_PICKED_BY_WORD, _SCHOOLS_BY_WORD = _by_word(_PICKED), _by_word(_SCHOOLS)
