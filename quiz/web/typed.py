"""What people type, without the signs that no page may repeat."""

import unicodedata

_NO_TEXT = {"Cc", "Cn", "Cs"}
# Signs that nobody sees: they turn the direction of a line, or make two names look the same.
_INVISIBLE = {"Cf", "Co", "Zl", "Zp"}
MOST_MARKS = 2


def plain_text(typed: str | None) -> str | None:
    """What was typed without control characters and non-characters, which no page may repeat."""
    if typed is None:
        return None
    return "".join(sign for sign in typed if unicodedata.category(sign) not in _NO_TEXT)


def plain_name(typed: str | None) -> str:
    """A name on one line that looks like what it is, with single spaces, for others to read.

    Invisible signs go, and a letter keeps at most two marks above or below it: more of them
    would run over the lines around it.
    """
    kept: list[str] = []
    for sign in unicodedata.normalize("NFC", typed or ""):
        category = unicodedata.category(sign)
        if sign.isspace():
            kept.append(" ")
        elif category not in _NO_TEXT | _INVISIBLE and not _one_mark_too_many(kept, category):
            kept.append(sign)
    return " ".join("".join(kept).split())


def _one_mark_too_many(kept: list[str], category: str) -> bool:
    last = kept[-MOST_MARKS:]
    full = len(last) == MOST_MARKS and all(unicodedata.category(sign)[0] == "M" for sign in last)
    return category[0] == "M" and full
