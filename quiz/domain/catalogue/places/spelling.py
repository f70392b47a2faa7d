"""Forgiving comparison of names: case, accents, apostrophes, spaces and small typing errors."""

import re
import unicodedata

_LONGEST = 80  # no Dutch place name comes near; keeps a pasted novel cheap
_BETWEEN = re.compile(r"[\W_]+")
_UNSEEN = {"Mn", "Me", "Cf"}  # accents on their own, and signs that nobody sees
_SIGNS = 38  # the smallest divisor that tells a-z and 0-9 apart
_NO_LETTER = "Lm"  # an apostrophe that counts as a letter


def plain(text: str) -> str:
    """A text in small letters without accents, whatever signs it was typed with.

    "ij" becomes "y": "IJmuiden", the one sign for it and "Ymuiden" are one name.
    """
    if text.isascii():  # nearly always, and quick
        return text[:_LONGEST].casefold().replace("ij", "y")
    bare = unicodedata.normalize("NFKD", text[:_LONGEST]).casefold()
    return "".join(_letter(sign) for sign in bare).replace("ij", "y")


def words_of(text: str) -> list[str]:
    """The bare words of a text; what is no letter or digit divides them."""
    return [word for word in _BETWEEN.split(plain(text)) if word]


def _letter(sign: str) -> str:
    category = unicodedata.category(sign)
    if category in _UNSEEN:
        return ""
    return " " if category == _NO_LETTER else sign


def fold(text: str) -> str:
    """Reduce a name to its bare letters and digits: "'s-Gravenhage" and "s gravenhage" are one."""
    bare = plain(text)
    if bare.isalnum():  # one word: nearly always, and quick
        return bare
    return "".join(words_of(text)).replace("ij", "y")


def typing_errors_allowed(folded: str) -> int:
    """How many slips a name of this length may hold and still be recognised."""
    if len(folded) < 3:
        return 0
    return 1 if len(folded) < 7 else 2


def letters(folded: str) -> int:
    """Which letters and digits a folded name holds, as bits: quick to compare."""
    found = 0
    for sign in folded:
        found |= 1 << ord(sign) % _SIGNS
    return found


def typing_errors(one: str, other: str, most: int) -> int:
    """Count letters added, left out, replaced or swapped with a neighbour; `most` + 1 = too many.

    The optimal string alignment distance (F. J. Damerau, 1964), cut off early.
    """
    if abs(len(one) - len(other)) > most or (letters(one) ^ letters(other)).bit_count() > 2 * most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place in range(1, len(one) + 1):
        before, row = row, _next_row(one, other, place, (before, row))
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def _next_row(one: str, other: str, place: int, rows: tuple[list[int], list[int]]) -> list[int]:
    """Fill the next row of the distance table from the two rows before it."""
    two_before, before = rows
    row = [place]
    for column in range(1, len(other) + 1):
        same = one[place - 1] == other[column - 1]
        cost = min(before[column] + 1, row[-1] + 1, before[column - 1] + (not same))
        if place > 1 and column > 1 and one[place - 2 : place] == other[column - 2 : column][::-1]:
            cost = min(cost, two_before[column - 2] + 1)
        row.append(cost)
    return row
