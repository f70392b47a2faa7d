"""All places by what people type: the name in every way to write it, parts of it, and areas."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quiz.domain.catalogue.files.schema import Municipality, PlaceName
from quiz.domain.catalogue.places.areas import Codes, index_areas
from quiz.domain.catalogue.places.daily_names import ABBREVIATIONS
from quiz.domain.catalogue.places.names import Place, label_places, short_name
from quiz.domain.catalogue.places.spelling import fold, letters, words_of
from quiz.domain.catalogue.places.writing import ways_to_write

SHORTEST_PART = 4

Places = tuple[Place, ...]


@dataclass(frozen=True, eq=False)
class PlaceIndex:
    """All places by folded text: the label, each way to write the name, and parts of the name.

    Of a name or a part there may be several places. A part is the last words of a name ("Zoom")
    or the first letters of its words ("BoZ"). `areas`: the municipalities that words beside a
    name may mean. `ways`: all ways to write, in the order of the alphabet, each with its letters.
    """

    by_label: Mapping[str, Place]
    by_name: Mapping[str, Places]
    by_part: Mapping[str, Places]
    areas: Mapping[str, Codes]
    ways: Sequence[tuple[str, int]]


def index_places(names: Iterable[PlaceName], towns: Mapping[str, Municipality]) -> PlaceIndex:
    """Give every name its label and build the index; the order of the rows does not matter."""
    labelled = list(label_places(names, towns))
    places = [place for place, _ in labelled]
    names_of = [
        (key, place) for place, written in labelled for key in {fold(place.name), fold(written)}
    ]
    known = {key for key, _ in names_of}
    shorter = [(key, place) for place in places if (key := fold(short_name(place.name))) in known]
    by_name = {**_grouped(_other_ways(places)), **_grouped([*names_of, *shorter])}
    # For a slip inside an "ij"; what is typed right has a "y" there by now.
    by_name |= {key.replace("y", "ij"): found for key, found in by_name.items() if "y" in key}
    areas = [(key, place.municipality) for key, found in by_name.items() for place in found]
    return PlaceIndex(
        by_label={fold(place.label): place for place in places},
        by_name=by_name,
        by_part=_grouped(_parts(places)),
        areas=index_areas(towns, areas),
        ways=[(way, letters(way)) for way in sorted(by_name)],
    )


def _other_ways(places: Iterable[Place]) -> Iterator[tuple[str, Place]]:
    short = {fold(meant): fold(typed) for typed, meant in ABBREVIATIONS.items()}
    for place in places:
        for way in ways_to_write(place.name):
            yield way, place
        if fold(place.name) in short:
            yield short[fold(place.name)], place


def _parts(places: Iterable[Place]) -> Iterator[tuple[str, Place]]:
    for place in places:
        words = words_of(place.name)
        if len(words) > 1:
            yield "".join(word[0] for word in words), place
        for start in range(1, len(words)):
            if len(part := "".join(words[start:])) >= SHORTEST_PART:
                yield part, place


def _grouped(pairs: Iterable[tuple[str, Place]]) -> dict[str, Places]:
    groups: dict[str, dict[Place, None]] = defaultdict(dict)
    for key, place in pairs:
        groups[key][place] = None
    return {key: tuple(found) for key, found in groups.items()}
