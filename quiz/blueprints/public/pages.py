"""Builds what the public pages need beyond their own words."""

from typing import NamedTuple

from flask import url_for

from quiz.domain.catalogue.credits import CREDITS
from quiz.web.pages.languages import current_language
from quiz.web.pages.languages import translate as _


class OpenList(NamedTuple):
    """A list of open data, as a file."""

    label: str
    url: str


def open_lists() -> list[OpenList]:
    """The lists that people open in a spreadsheet."""
    names = {
        "opleidingen": _("Opleidingen"),
        "instellingen": _("Scholen"),
        "bedrijven": _("Bedrijven"),
        "evenementen": _("Activiteiten"),
        "agenda": _("Agenda van de regio’s"),
    }
    return [
        OpenList(label, url_for(f"open_data.{name}", formaat="csv"))
        for name, label in names.items()
    ]


def credit_lines() -> list[str]:
    """Whom we owe the facts to, a line each, in the language of the visitor."""
    english = current_language() == "en"
    return [
        f"{credit.name}: {credit.used_for_en if english else credit.used_for_nl}"
        + (f" ({credit.licence})" if credit.licence else "")
        for credit in CREDITS
    ]
