"""What people write where the catalogue keeps a code: places and worlds by their names."""

import re
from collections.abc import Collection

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.cell import required
from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.catalogue.places.lookup import find_places, municipalities_with
from quiz.domain.text.words import Words

TOWNS, WORLDS = ("municipality", "location_municipality"), "worlds"
MOST_MEANT = 3
WHOLLY = "1"
_BETWEEN = re.compile(r"[\W_]+")


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
        return text

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
