"""Names as people write them: without minding capitals, signs or en, and several in one cell."""

import re
from collections.abc import Iterator, Mapping, Sequence

_BETWEEN = re.compile(r"[\W_]+|\b(?:en|and)\b")
_CUT = re.compile(r"(,(?![0-9])|[/|])")
_WEIGHED = re.compile(r"(.*[^\W\d_])(?:\s*[:=(]\s*|\s+)([0-9]+(?:[.,][0-9]+)?\s*%?)\)?")


def folded(name: str) -> str:
    """A name without what people write in different ways."""
    return _BETWEEN.sub("", name.casefold())


def by_word(words: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """Codes by their folded names, and by themselves."""
    return {folded(word): code for code, names in words.items() for word in (code, *names)}


def weighed(part: str) -> tuple[str, str]:
    """A name and the weight behind it, "" for none: water:0,8, water 80% and water (0.8)."""
    found = _WEIGHED.fullmatch(part.strip())
    return (found[1], found[2]) if found else (part.strip(), "")


def names_in(text: str, known: Mapping[str, str]) -> Iterator[str]:
    """Each name of a cell as it is written, with its weight.

    Between names stands a semicolon, a comma, / or |; a name may hold a comma itself. What is not
    known comes whole, up to the next semicolon.
    """
    for part in filter(str.strip, text.split(";")):
        pieces = _CUT.split(part)
        while pieces:
            ends = range(len(pieces), 0, -2)
            length = next((n for n in ends if _is_known(pieces[:n], known)), len(pieces))
            yield "".join(pieces[:length])
            pieces = pieces[length + 1 :]


def _is_known(pieces: Sequence[str], known: Mapping[str, str]) -> bool:
    name, _weight = weighed("".join(pieces))
    return folded(name) in known
