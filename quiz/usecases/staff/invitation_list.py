"""A list of addresses as people paste it: a line for each colleague, with a role where it differs.

Every line gets its own finding. Who uses the list makes nothing of it while one line is wrong.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from quiz.domain.text.names import plain_name
from quiz.usecases.staff.emails import InvalidEmail, plain_email

MOST_INVITED = 100
ROLE_WORDS = {
    "docent": "teacher",
    "mentor": "teacher",
    "teacher": "teacher",
    "decaan": "counsellor",
    "counsellor": "counsellor",
    "beheerder": "admin",
    "admin": "admin",
}
_HEADINGS = {"e-mail", "email", "mail", "e-mailadres", "e-mail address", "adres", "rol", "role"}
_BETWEEN = re.compile(r"[;,\t]")
_BRACKETS = re.compile(r"<([^<>]*)>\s*$")
LONGEST_SHOWN = 80


class Wrong(StrEnum):
    """What can be wrong with a line."""

    NO_ADDRESS = "no address"
    NO_EMAIL = "no e-mail address"
    STRANGE = "a word that is no role"
    TWICE = "stands there already"


@dataclass(frozen=True)
class Listed:
    """One colleague of the list, or what is wrong: `word` is what it is about."""

    line: int
    email: str = ""
    roles: tuple[str, ...] = ()
    wrong: Wrong | None = None
    word: str = ""


def read_list(text: str, roles: Sequence[str]) -> list[Listed]:
    """Everybody on the list, in its order; without a role of their own they get `roles`."""
    found: list[Listed] = []
    known: set[str] = set()
    for number, typed in enumerate(text.splitlines(), start=1):
        cells = [cell for part in _BETWEEN.split(typed) if (cell := _plain(part))]
        if number == 1 and {cell.casefold() for cell in cells} <= _HEADINGS:
            continue
        for each in _people(number, cells, tuple(roles)):
            again = each.wrong is None and each.email in known
            found.append(Listed(number, wrong=Wrong.TWICE, word=each.email) if again else each)
            known.add(each.email)
    return found


def _people(number: int, cells: Sequence[str], roles: tuple[str, ...]) -> Iterator[Listed]:
    """Who stands on one line; programs for mail put several there."""
    own = tuple(ROLE_WORDS[cell.casefold()] for cell in cells if cell.casefold() in ROLE_WORDS)
    strange = [cell for cell in cells if "@" not in cell and cell.casefold() not in ROLE_WORDS]
    addresses = [cell for cell in cells if "@" in cell]
    if cells and not addresses:
        yield Listed(number, wrong=Wrong.NO_ADDRESS, word=cells[0][:LONGEST_SHOWN])
        return
    if strange:
        yield Listed(number, wrong=Wrong.STRANGE, word=strange[0][:LONGEST_SHOWN])
        return
    for cell in addresses:
        yield _person(number, cell, own or roles)


def _person(number: int, cell: str, roles: tuple[str, ...]) -> Listed:
    bracketed = _BRACKETS.search(cell)
    try:
        email = plain_email(bracketed[1] if bracketed else cell)
    except InvalidEmail:
        return Listed(number, wrong=Wrong.NO_EMAIL, word=cell[:LONGEST_SHOWN])
    return Listed(number, email, tuple(sorted(set(roles))))


def _plain(part: str) -> str:
    """A cell without quotes of a spreadsheet and without signs that nobody sees."""
    return plain_name(part).strip("\"'").strip()
