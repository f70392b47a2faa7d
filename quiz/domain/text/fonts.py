"""Which signs our fonts have, read from the fonts themselves.

The fonts of a package, Noto, have other scripts and emoji, bold as well. They are files, so what
they have stands in their tables. Typst brings the faces of our sheets inside itself, where nobody
can look: `embedded.txt` is what Typst itself said when it was asked (scripts/embedded-signs.py).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from struct import iter_unpack, unpack, unpack_from

PACKAGE = "manimgx_fonts"
EMBEDDED = Path(__file__).with_name("embedded.txt")
_SEGMENTS, _GROUPS = 4, 12  # the two forms of the table of signs
_NO_SIGN = 0xFFFF


@cache
def font_folder() -> Path:
    """Where the files of the fonts lie."""
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise FileNotFoundError(f"the package {PACKAGE} is not installed: run make")
    return Path(found.origin).parent


@cache
def coverage() -> Mapping[str, int]:
    """For every sign of the package: which of its fonts have it, a bit for each."""
    found: defaultdict[str, int] = defaultdict(int)
    for number, path in enumerate(sorted(font_folder().glob("*.ttf"))):
        for sign in _signs(_table_of_signs(path)):
            found[chr(sign)] |= 1 << number
    return dict(found)


@cache
def embedded() -> frozenset[str]:
    """The signs that Typst can set by itself, upright and bold, each standing alone."""
    ranges = (line.split("-") for line in EMBEDDED.read_text("ascii").split())
    return frozenset(
        chr(n) for ends in ranges for n in range(int(ends[0], 16), int(ends[-1], 16) + 1)
    )


def _table_of_signs(path: Path) -> bytes:
    """The table `cmap` of one font; the rest of the file is not read."""
    with path.open("rb") as file:
        (count,) = unpack(">4xH6x", file.read(12))
        for tag, _sum, offset, length in iter_unpack(">4sIII", file.read(16 * count)):
            if tag == b"cmap":
                file.seek(offset)
                return file.read(length)
    raise ValueError(f"{path.name} has no table of signs")


def _signs(table: bytes) -> Iterator[int]:
    """The code points of one font, from the fullest form of its table."""
    (count,) = unpack_from(">H", table, 2)
    offsets = [offset for _kind, offset in iter_unpack(">II", table[4 : 4 + 8 * count])]
    forms = {unpack_from(">H", table, offset)[0]: table[offset:] for offset in offsets}
    if _GROUPS in forms:
        return _from_groups(forms[_GROUPS])
    return _from_segments(forms[_SEGMENTS])


def _from_groups(form: bytes) -> Iterator[int]:
    """Form 12: runs of code points, each with the glyph of its first."""
    (count,) = unpack_from(">I", form, 12)
    for first, last, glyph in iter_unpack(">III", form[16 : 16 + 12 * count]):
        yield from range(first + (glyph == 0), last + 1)


def _from_segments(form: bytes) -> Iterator[int]:
    """Form 4: segments of code points, with a shift to their glyphs or a list of them."""
    (double,) = unpack_from(">H", form, 6)
    count, lists = double // 2, 16 + 3 * double
    lasts = unpack_from(f">{count}H", form, 14)
    firsts = unpack_from(f">{count}H", form, 16 + double)
    shifts = unpack_from(f">{count}H", form, 16 + 2 * double)
    for at, (first, last, shift) in enumerate(zip(firsts, lasts, shifts, strict=True)):
        (place,) = unpack_from(">H", form, lists + 2 * at)
        for sign in range(first, last + 1):
            glyph = sign + shift
            if place:
                (glyph,) = unpack_from(">H", form, lists + 2 * at + place + 2 * (sign - first))
            if glyph % 0x10000 and sign != _NO_SIGN:
                yield sign
