"""Names of files that people keep and send on: safe for every operating system and every header."""

import re
import unicodedata

from quiz.domain.text.names import plain_name

# What Windows, macOS, a shell or a header could take for something else than a name.
_UNSAFE = r'[<>:"/\\|?*%;`$\x00-\x1f\x7f]+'
_AT_AN_END, _BETWEEN = re.compile(rf"{_UNSAFE}(?=\s|$)"), re.compile(_UNSAFE)
_EDGES = " .-_~"
MOST_BYTES = 150  # of the part that people chose; a whole name has 255 at most on every system


def file_name(ending: str, before: str, chosen: str, *after: str) -> str:
    """A name such as "Klassenbeeld 2B 2026-11-26.pdf": our words around what somebody chose."""
    parts = (before, _cut(_safe(chosen)), *after)
    return f"{' '.join(part for part in parts if part)}.{ending}"


def ascii_name(name: str) -> str:
    """The same in plain letters, for programs that know no others."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    stem, _dot, ending = plain.rpartition(".")
    return f"{_safe(stem) or 'bestand'}.{ending}"


def _safe(text: str) -> str:
    """A text without signs that are more than a sign in a name; single spaces."""
    without = _BETWEEN.sub("-", _AT_AN_END.sub("", plain_name(text)))
    return " ".join(without.split()).strip(_EDGES)


def _cut(text: str) -> str:
    """As much as has room, in whole signs, at the end of a word where there is one."""
    short = text.encode()[:MOST_BYTES].decode(errors="ignore")
    if short == text:
        return text
    return (short.rpartition(" ")[0] or short).strip(_EDGES)
