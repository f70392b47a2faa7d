"""From what a pupil types to the municipality they live in; nothing finer is ever kept."""

from collections.abc import Iterable, Sequence

from quiz.catalogue.catalogue import Catalogue
from quiz.catalogue.place_index import Place
from quiz.catalogue.spelling import fold, typing_errors, typing_errors_allowed


class UnknownPlace(ValueError):
    """No single place is called this; `suggestions` may be empty. Never holds what was typed."""

    def __init__(self, suggestions: Sequence[Place]) -> None:
        """Keep the places that may have been meant, best first."""
        self.suggestions = tuple(suggestions)
        labels = ", ".join(place.label for place in self.suggestions)
        super().__init__(f"no single place is called this; close: {labels or 'none'}")


def find_places(catalogue: Catalogue, text: str, limit: int = 8) -> list[Place]:
    """Give at most `limit` places for a few typed letters, best first.

    Exactly this name, then names that begin so, then (if nothing is called exactly this) names
    with a small typing error; a place whose municipality bears its name goes before its
    namesakes. Same text, same list.
    """
    wanted = fold(text)
    if not wanted:
        return []
    exact = _exact(catalogue, wanted)
    found = [exact, _beginning(catalogue, wanted)]
    if not exact and len(found[1]) < limit:
        found.append(_misspelt(catalogue, wanted))
    return list(dict.fromkeys(place for places in found for place in places))[:limit]


def resolve_place(catalogue: Catalogue, text: str) -> str | None:
    """Give the municipality code for a typed name; None when nothing was typed.

    Raises UnknownPlace, with suggestions, unless exactly one place is called this.
    """
    if not text.strip():
        return None
    exact = _exact(catalogue, fold(text))
    if len(exact) == 1:
        return exact[0].municipality
    raise UnknownPlace(find_places(catalogue, text))


def _exact(catalogue: Catalogue, wanted: str) -> list[Place]:
    """Give the place with this label, else all places with this name."""
    labelled = catalogue.places.by_label.get(wanted)
    if labelled:
        return [labelled]
    return _ordered(catalogue, catalogue.places.by_name.get(wanted, ()))


def _beginning(catalogue: Catalogue, wanted: str) -> list[Place]:
    names = catalogue.places.by_name.items()
    return _ordered(
        catalogue, (place for key, places in names if key.startswith(wanted) for place in places)
    )


def _misspelt(catalogue: Catalogue, wanted: str) -> list[Place]:
    most = typing_errors_allowed(wanted)
    names = catalogue.places.by_name.items()
    near: dict[int, list[Place]] = {errors: [] for errors in range(most + 2)}
    for key, places in names:
        near[typing_errors(wanted, key, most)] += places
    found = [_ordered(catalogue, near[errors]) for errors in range(1, most + 1)]
    return [place for places in found for place in places]


def _ordered(catalogue: Catalogue, places: Iterable[Place]) -> list[Place]:
    """Put places whose municipality bears their name first, then by label."""

    def order(place: Place) -> tuple[bool, str]:
        town = catalogue.municipalities[place.municipality].name
        return (not fold(town).startswith(fold(place.name)), fold(place.label))

    return sorted(places, key=order)
