"""Where something lies: from the number of its municipality, or a place with its postcode.

The name of a place alone counts only where one municipality has it: Beek, Hengelo and Rijswijk lie
in several.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.places.lookup import UnknownPlace, resolve_place
from quiz.domain.catalogue.places.names import Place
from quiz.domain.catalogue.places.spelling import fold

# Two postcodes this near lie in one municipality, or beside each other.
_NEAR, _FAR = 25, 50


class Spot(NamedTuple):
    """A municipality and a point in it; `precision` says what the point is the centre of."""

    municipality: str
    lat: str
    lon: str
    precision: str

    def cells(self) -> dict[str, str]:
        """The cells of an institution that lies here."""
        return {
            "municipality": self.municipality,
            "lat": self.lat,
            "lon": self.lon,
            "coord_precision": self.precision,
        }


class Whereabouts:
    """Finds municipalities and points; knows the postcodes of what else came in."""

    def __init__(
        self, catalogue: Catalogue, postcodes: Iterable[tuple[int | None, str]] = ()
    ) -> None:
        """`postcodes`: four digits with the municipality that they lie in."""
        self._catalogue = catalogue
        self._postcodes: Mapping[str, list[int]] = defaultdict(list)
        for digits, town in postcodes:
            if digits is not None:
                self._postcodes[town].append(digits)
        self._points = {
            (fold(row.place), row.municipality): row for row in catalogue.rows["places.csv"]
        }

    def spot(self, municipality: str, place: str) -> Spot | None:
        """The centre of a place in a municipality, else of the municipality; None: unknown."""
        town = self._catalogue.municipalities.get(municipality)
        if town is None:
            return None
        found = self._points.get((fold(place), municipality))
        row = found or town
        return Spot(municipality, str(row.lat), str(row.lon), "place" if found else "municipality")

    def written(self, place: str, municipality: str) -> tuple[str, str]:
        """The names of a place and its municipality, as the catalogue writes them."""
        found = self._points.get((fold(place), municipality))
        town = self._catalogue.municipalities.get(municipality)
        return found.place if found else place, town.name if town else ""

    def municipality(
        self, place: str, postcode: int | None = None, likely: Collection[str] = ()
    ) -> str:
        """The municipality of a place; empty when no one can be meant.

        `likely`: municipalities where this school is known to be.
        """
        candidates = self._candidates(place)
        if len(candidates) < 2:
            return next(iter(candidates), "")
        return self._by_postcode(candidates, postcode) or _only(candidates & set(likely))

    def is_double(self, place: str) -> bool:
        """Whether several municipalities have a place that is called this."""
        return len(self._candidates(place)) > 1

    def _candidates(self, place: str) -> set[str]:
        exactly: tuple[Place, ...] = self._catalogue.places.by_name.get(fold(place), ())
        if exactly:
            return {found.municipality for found in exactly}
        try:
            found = resolve_place(self._catalogue, place)
        except UnknownPlace:
            return set()
        return {found} if found else set()

    def _by_postcode(self, candidates: set[str], postcode: int | None) -> str:
        if postcode is None:
            return ""
        ranked = sorted(
            (min((abs(postcode - one) for one in self._postcodes[town]), default=9999), town)
            for town in candidates
        )
        (near, town), (far, _) = ranked[:2]
        return town if near <= _NEAR and far >= near + _FAR else ""


def _only(towns: set[str]) -> str:
    return next(iter(towns)) if len(towns) == 1 else ""
