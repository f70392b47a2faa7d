"""The one rule for names, wherever they come from: a form, a file or the command line."""

import re
import unicodedata
from collections.abc import Iterator

_NO_TEXT = {"Cc", "Cn", "Cs"}
# Signs that nobody sees: they turn the direction of a line, or make two names look the same.
_INVISIBLE = {"Cf", "Co", "Zl", "Zp"}
_NO_NAME = _NO_TEXT | _INVISIBLE
BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters by name, without a picture
LOST = "\ufffd"  # stands where a program could not read a letter
MOST_MARKS = 2
_BREAK = re.compile(r"[\t-\r\x1c-\x1f\x85]+")


def plain_text(typed: str | None) -> str | None:
    """What was typed without control characters and non-characters, which no page may repeat."""
    if typed is None:
        return None
    return "".join(sign for sign in typed if unicodedata.category(sign) not in _NO_TEXT)


def plain_line(typed: str | None) -> str | None:
    """The same, with a space where a line or a cell of a spreadsheet ended: words stay apart."""
    return typed if typed is None else plain_text(_BREAK.sub(" ", typed))


def plain_name(typed: str | None) -> str:
    """A name on one line that looks like what it is, with single spaces, for others to read.

    Invisible signs go, and a letter keeps at most two marks above or below it: more of them
    would run over the lines around it, as would a mark without a letter.
    """
    kept = "".join(
        " " if sign.isspace() else sign
        for sign, fits in _judged(typed or "")
        if fits or sign.isspace()
    )
    return unicodedata.normalize("NFC", " ".join(kept.split()))


def unwanted(text: str) -> str | None:
    """The first sign of a text that no name may hold; None when there is none."""
    if text.isascii() and text.isprintable():  # nearly every cell of a catalogue
        return None
    return next((sign for sign, fits in _judged(text) if not fits), None)


def _judged(text: str) -> Iterator[tuple[str, bool]]:
    """Every sign, and whether it may stand in a name where it stands."""
    room = 0  # for marks, above and below the letter before
    for sign in unicodedata.normalize("NFC", text):
        category = unicodedata.category(sign)
        if category[0] == "M":
            yield sign, room > 0
            room -= 1
        else:
            seen = category not in _NO_NAME and sign not in BLANKS and sign != LOST
            yield sign, seen
            room = 0 if sign.isspace() else MOST_MARKS if seen else room
