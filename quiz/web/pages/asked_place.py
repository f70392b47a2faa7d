"""What a page says when no single place is called what was typed; a postcode is not repeated."""

from quiz.domain.catalogue.places.lookup import UnknownPlace
from quiz.domain.catalogue.places.reading import without_postcode
from quiz.web.pages.choices import Choice
from quiz.web.pages.languages import translate as _


def shown_place(typed: str | None, longest: int) -> str:
    """What was typed for a place, to show again in its field."""
    return without_postcode(typed or "")[:longest]


def asked_back(typed: str | None, problem: UnknownPlace) -> tuple[tuple[Choice, ...], str]:
    """The places that may have been meant, and what to do now."""
    found = tuple(Choice(place.label, place.label) for place in problem.suggestions)
    if found:
        return found, _("Welke plaats bedoel je?")
    if not without_postcode(typed or ""):
        return (), _("Typ de naam van de plaats. Een postcode vragen we niet.")
    return (), _("Deze plaats kennen we niet. Typ een andere plaats of laat het leeg.")
