"""What may stand in a cell of a file that comes in: how much, which signs, which addresses.

The longest text of each kind that we know, with room: a longer one does not fit on a card or on
paper. What is stored already is read without these bounds: a stricter rule of a newer version
must not put out a catalogue that is in use.
"""

import re
import unicodedata
from urllib.parse import urlsplit

from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.text.names import unwanted
from quiz.domain.text.words import Words

SHORT, NAME, SENTENCE, ADDRESS = 60, 120, 300, 500
MOST_SHOWN = 60

_HOST = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}", re.IGNORECASE | re.ASCII
)
_UNSAFE = re.compile(r"[\s\\<>\"^`{|}]")
_ENCODED_NAME = re.compile(r"(?:^|\.)xn--", re.IGNORECASE)
_LINE_BREAKS = frozenset("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_TURNS_A_LINE = frozenset(
    "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def check_length(text: str, longest: int) -> None:
    """Raise BadCell for a text that is too long; it is not repeated."""
    if len(text) > longest:
        raise BadCell(
            Words("hier staan %(count)s tekens", count=len(text)),
            Words("Maak er hoogstens %(longest)s van.", longest=longest),
        )


def check_signs(text: str) -> None:
    """Raise BadCell for a sign that no name may hold, or that nobody can see."""
    found = unwanted(text)
    if found is not None:
        raise BadCell(*_about(found))


def check_address(text: str) -> None:
    """Raise BadCell for a web address that may lead elsewhere than it seems to."""
    if not text:
        return
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise BadCell(
            Words("dit is geen webadres"), Words("Begin met https:// of laat het leeg.")
        ) from None
    if "@" in parts.netloc:
        raise BadCell(
            Words("voor de naam van de website staat een naam met een @"),
            Words("Haal alles tussen https:// en de @ weg, en de @ ook."),
        )
    if port is not None or parts.netloc.endswith(":"):
        raise BadCell(
            Words("achter de naam van de website staat een poort"),
            Words("Haal de : en het getal weg."),
        )
    if not _HOST.fullmatch(host) or _ENCODED_NAME.search(host):
        raise BadCell(
            Words("'%(host)s' is geen gewone naam van een website", host=host[:MOST_SHOWN]),
            Words("Schrijf het zoals https://www.school.nl, met letters van a tot en met z."),
        )
    if _UNSAFE.search(text):
        raise BadCell(
            Words("in dit adres staat een teken dat daar niet mag"),
            Words("Kopieer het adres uit je browser."),
        )


def _about(sign: str) -> tuple[str, str]:
    """What is wrong with a sign, by its number: the sign itself may turn the line around."""
    number, category = f"U+{ord(sign):04X}", unicodedata.category(sign)
    if sign in _LINE_BREAKS:
        return Words("hier staat een regeleinde in"), Words("Zet alles op één regel.")
    if sign == "\t":
        return Words("hier staat een tab in"), Words("Zet er een spatie voor in de plaats.")
    if category[0] == "M":
        return Words("hier staan losse accenten (%(number)s)", number=number), Words("Haal ze weg.")
    if sign in _TURNS_A_LINE:
        return Words(
            "hier staat een teken dat de leesrichting verandert (%(number)s)", number=number
        ), Words("Haal het weg.")
    if category in {"Cf", "Cc"}:
        return (
            Words("hier staat een teken dat je niet ziet (%(number)s)", number=number),
            Words("Typ de tekst opnieuw over, zonder te plakken."),
        )
    return Words("hier staat een teken dat niemand kan lezen (%(number)s)", number=number), Words(
        "Haal het weg."
    )
