"""What a coordinator keeps: the word of each kind in addresses, and what it is called."""

from collections.abc import Mapping

from quiz.domain.catalogue.files import columns
from quiz.domain.catalogue.files.table import Table
from quiz.domain.catalogue.upkeep.due import Due
from quiz.web.pages.languages import translate as _

KINDS: Mapping[str, Table] = {
    "opleiding": columns.OFFERINGS,
    "bedrijf": columns.COMPANIES,
    "evenement": columns.EVENTS,
    "school": columns.INSTITUTIONS,
}


def word_of(table: Table) -> str:
    """The word of a kind in addresses."""
    return next(word for word, each in KINDS.items() if each is table)


def in_address(key: str) -> str:
    """A key as a part of an address; it holds no dots."""
    return key.replace(" ", ".")


def from_address(part: str) -> str:
    """The key that a part of an address names."""
    return part.replace(".", " ")


def kind_name(table: Table) -> str:
    """What one row of a kind is called."""
    names = {
        columns.OFFERINGS.file: _("Opleiding"),
        columns.COMPANIES.file: _("Bedrijf"),
        columns.EVENTS.file: _("Evenement"),
        columns.INSTITUTIONS.file: _("School"),
    }
    return names[table.file]


def kind_names() -> Mapping[str, str]:
    """Each kind in the plural."""
    return {
        "opleiding": _("Opleidingen"),
        "bedrijf": _("Bedrijven"),
        "evenement": _("Evenementen"),
        "school": _("Scholen"),
    }


def due_name(due: Due) -> str:
    """Why a row is to be looked at, in a word or two."""
    names = {
        Due.NO_SOURCE: _("Zonder bron"),
        Due.LINK: _("Link stuk"),
        Due.OLD: _("Verouderd"),
        Due.SOON: _("Binnenkort"),
    }
    return names[due]
