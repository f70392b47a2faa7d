"""From what a pupil types to the municipality they live in; nothing finer is ever kept."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.places.index import PlaceIndex
from quiz.domain.catalogue.places.names import Place
from quiz.domain.catalogue.places.near_names import beginning, in_part, mentioned, misspelt
from quiz.domain.catalogue.places.reading import Words, area_of, barest, readings, without_noise
from quiz.domain.catalogue.places.spelling import fold

MOST_PLACES = 8
MOST_BEGUN = 4  # before the names with a typing error

# "AmsterdamNoord", "EdeGelderland": a name and what stands beside it may be typed as one word, if
# one of them is long and neither is very short.
_LONG, _SHORT = 5, 3


class UnknownPlace(ValueError):
    """No single place is called this; `suggestions` may be empty. Never holds what was typed."""

    def __init__(self, suggestions: Sequence[Place]) -> None:
        """Keep the places that may have been meant, best first."""
        self.suggestions = tuple(suggestions)
        labels = ", ".join(place.label for place in self.suggestions)
        super().__init__(f"no single place is called this; close: {labels or 'none'}")


def find_places(catalogue: Catalogue, text: str, limit: int = MOST_PLACES) -> list[Place]:
    """At most `limit` places for a few typed letters, best first.

    What is called exactly this, then names that begin so. If nothing is called exactly this, also
    parts of names, names with a small typing error, and names among other words. A place whose
    municipality bears its name goes before its namesakes. Same text, same list.
    """
    found: dict[Place, None] = {}
    for places in _best_first(catalogue, text):
        found |= dict.fromkeys(_ordered(catalogue, places))
        if len(found) >= limit:
            break
    return list(found)[:limit]


def resolve_place(catalogue: Catalogue, text: str) -> str | None:
    """The municipality code for a typed name; None when nothing was typed.

    Raises UnknownPlace, with suggestions, unless exactly one place is called this.
    """
    if not text.strip():
        return None
    codes = municipalities_with(catalogue, text)
    if len(codes) == 1:
        return codes.pop()
    raise UnknownPlace(find_places(catalogue, text))


def municipalities_with(catalogue: Catalogue, text: str) -> set[str]:
    """The codes of the municipalities that have a place that is called this."""
    return {place.municipality for place in _called(catalogue.places, text)}


def _called(index: PlaceIndex, text: str) -> list[Place]:
    """All places that are called this, with or without words that say nothing."""
    found: list[Place] = []
    for words in readings(text):
        fewer = list(without_noise(words))
        called = (look(index, each) for look in (_exactly, _beside_area) for each in fewer)
        found += next(filter(None, called), [])
    return found


def _exactly(index: PlaceIndex, words: Words) -> list[Place]:
    wanted = "".join(words)
    labelled = index.by_label.get(wanted)
    return [labelled] if labelled else list(index.by_name.get(wanted, ()))


def _beside_area(index: PlaceIndex, words: Words) -> list[Place]:
    """The places with this name in the area that is named beside it."""
    for name, area in _splits(words):
        codes = index.areas.get(area, ())
        found = [place for place in index.by_name.get(name, ()) if place.municipality in codes]
        if found:
            return found
    return []


def _splits(words: Words) -> Iterator[tuple[str, str]]:
    """Every way to read a name and an area in these words, the longest name first."""
    for place in range(len(words) - 1, 0, -1):
        yield "".join(words[:place]), area_of(words[place:])
    for place in range(1, len(words)):
        yield "".join(words[place:]), area_of(words[:place])
    whole = "".join(words)
    for place in range(len(whole) - _SHORT, _SHORT - 1, -1):
        if max(place, len(whole) - place) >= _LONG:
            yield whole[:place], whole[place:]


def _best_first(catalogue: Catalogue, text: str) -> Iterator[Iterable[Place]]:
    """The places that may have been meant, in groups, the best group first."""
    index = catalogue.places
    called = _called(index, text)
    yield called
    forms = [tuple(form(words)) for form in (barest, list) for words in readings(text)]
    for words in dict.fromkeys(forms) if all(forms) else ():
        begun = _ordered(catalogue, beginning(index, "".join(words)))
        yield begun if called else begun[:MOST_BEGUN]
        if not called:
            yield from _near(index, words)
            yield begun


def _near(index: PlaceIndex, words: Words) -> Iterable[list[Place]]:
    """What these words are a part of, else a typing error away from, else the names in them.

    At last a typing error away from what stands beside an area: "Amsterdm Noord".
    """
    whole = "".join(words)
    if whole in index.areas:  # a province alone
        return ()
    ways = (
        lambda: [in_part(index, words), *misspelt(index, whole)],
        lambda: mentioned(index, words),
        lambda: chain.from_iterable(misspelt(index, name) for name in _beside(index, words)),
    )
    found = ([places for places in way() if places] for way in ways)
    return next(filter(None, found), [])


def _beside(index: PlaceIndex, words: Words) -> Iterator[str]:
    """What stands beside an area and is long enough to be a name with an error in it."""
    names = (name for name, area in _splits(words) if area in index.areas)
    return islice((name for name in names if len(name) >= _LONG and name not in index.areas), 1)


def _ordered(catalogue: Catalogue, places: Iterable[Place]) -> list[Place]:
    """Put places whose municipality bears their name first, then by label."""

    def order(place: Place) -> tuple[bool, str]:
        town = catalogue.municipalities[place.municipality].name
        return (not fold(town).startswith(fold(place.name)), fold(place.label))

    return sorted(places, key=order)
