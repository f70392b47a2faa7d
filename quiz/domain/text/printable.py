"""Text as our fonts can set it: every sign of which no font has a picture is replaced before.

An accessible PDF with one sign without a picture is no PDF at all, so nothing is left to chance:
a letter and its marks must stand in one and the same font.
"""

import unicodedata
from collections.abc import Iterator

from quiz.domain.text.fonts import coverage, embedded
from quiz.domain.text.names import BLANKS

STAND_IN = "□"
_JOINERS = frozenset("\u200c\u200d")
# Around text that reads from right to left, so that it keeps its own order inside a sentence.
_FIRST_STRONG, _POP = "\u2068", "\u2069"
_ISOLATES = _FIRST_STRONG + _POP
_SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))


def printable(text: str) -> str:
    """The text on one line, with □ for what cannot be printed; "" when nothing of it can be."""
    if text.isspace():
        return " "
    if text.isascii() and text.isprintable():
        return text
    shown = "".join(printed for _sign, printed in _set(text))
    lost = STAND_IN in shown and STAND_IN not in text
    if not _says_something(shown) and (lost or not shown.strip(f" \u00a0{_ISOLATES}")):
        return ""
    return f"{_FIRST_STRONG}{shown}{_POP}" if _turns(shown) else shown


def unprintable(text: str) -> list[str]:
    """The signs that can be seen on a screen, but not on our paper; each once."""
    if text.isascii():
        return []
    lost = [sign for sign, printed in _set(text) if printed in {"", STAND_IN} - {sign}]
    return [sign for sign in dict.fromkeys(lost) if unicodedata.category(sign) not in {"Cc", "Cf"}]


def _says_something(shown: str) -> bool:
    """Whether a letter, a number or a picture is left."""
    return any(unicodedata.category(sign)[0] in "LNS" and sign != STAND_IN for sign in shown)


def _turns(shown: str) -> bool:
    """Whether a letter is read from right to left."""
    return any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in shown)


def _set(text: str) -> Iterator[tuple[str, str]]:
    """Every sign with what is printed for it, which depends on the letter before."""
    fonts: int | None = None  # those that have the letter before; None where there is no letter
    joiner = ""
    for sign in unicodedata.normalize("NFC", text):
        if sign in _JOINERS:
            joiner = sign
            continue
        printed = _alone(sign)
        together = (fonts or 0) & coverage().get(sign, 0)
        if fonts is not None and _belongs_to_the_letter_before(sign):
            printed = joiner + sign if together else ""
            fonts = together or fonts
        elif joiner and together and printed == sign:
            printed, fonts = joiner + sign, together
        elif printed:
            fonts = None if printed.isspace() else coverage().get(printed[-1], 0)
        yield sign, printed
        joiner = ""


def _belongs_to_the_letter_before(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "M" or sign in _SKIN_TONES


def _alone(sign: str) -> str:
    """What stands for one sign: itself, what it is short for, a mark that says it is missing."""
    category = unicodedata.category(sign)
    if sign.isspace() or category in {"Zl", "Zp"}:
        return sign if sign == "\u00a0" else " "
    if sign in _ISOLATES or (_has_picture(sign) and category[0] not in "CM"):
        return sign
    if category in {"Cc", "Cf", "Cs"} or category[0] == "M" or sign in BLANKS:
        return ""
    short_for = unicodedata.normalize("NFKC", sign)
    return short_for if all(map(_has_picture, short_for)) else STAND_IN


def _has_picture(sign: str) -> bool:
    return sign in coverage() or sign in embedded()
