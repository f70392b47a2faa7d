"""How a workbook shows its numbers: as a number, a share, a day, a time."""

import re
import zipfile
from collections.abc import Sequence
from enum import Enum, auto

from quiz.domain.spreadsheets.xml_parts import Attributes, Handler, read_part

MOST_FORMATS = 65_536
LARGEST_STYLES = 16 << 20


class Shown(Enum):
    """What a number in a cell looks like."""

    NUMBER = auto()
    SHARE = auto()
    SCIENTIFIC = auto()
    DIGITS = auto()  # with noughts in front
    DAY = auto()
    DAY_MONTH = auto()
    MONTH_YEAR = auto()
    TIME = auto()


NumberFormat = tuple[Shown, int]  # the number of digits, where noughts stand in front
PLAIN: NumberFormat = (Shown.NUMBER, 0)
_BUILT_IN = {
    **dict.fromkeys((9, 10), Shown.SHARE),
    **dict.fromkeys((11, 48), Shown.SCIENTIFIC),
    **dict.fromkeys((14, 15, 22, *range(27, 32), 36, *range(50, 55), 57, 58), Shown.DAY),
    16: Shown.DAY_MONTH,
    17: Shown.MONTH_YEAR,
    **dict.fromkeys((*range(18, 22), *range(32, 36), *range(45, 48), 55, 56), Shown.TIME),
}
_NOT_A_FIELD = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]', re.IGNORECASE)


def number_formats(archive: zipfile.ZipFile, part: str) -> Sequence[NumberFormat]:
    """The format of every style, in the order in which cells point at them."""
    styles = _Styles()
    for _ in read_part(archive, part, styles, LARGEST_STYLES):
        pass
    return styles.formats


class _Styles(Handler):
    def __init__(self) -> None:
        self.formats: list[NumberFormat] = []
        self._own: dict[str, NumberFormat] = {}
        self._in_cells = False

    def start(self, name: str, attributes: Attributes) -> None:
        number = attributes.get("numFmtId", "0")
        if name == "numFmt" and len(self._own) < MOST_FORMATS:
            self._own[number] = format_of(attributes.get("formatCode", ""))
        elif name == "cellXfs":
            self._in_cells = True
        elif name == "xf" and self._in_cells and len(self.formats) < MOST_FORMATS:
            self.formats.append(self._own.get(number) or _built_in(number))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._in_cells = False


def _built_in(number: str) -> NumberFormat:
    return _BUILT_IN.get(int(number), Shown.NUMBER), 0


def format_of(code: str) -> NumberFormat:
    """Understand a format code such as d-mmm, 0,0% or 0000."""
    bare = _NOT_A_FIELD.sub("", code).partition(";")[0].strip().lower()
    if "general" in bare:
        return PLAIN
    if re.fullmatch("0{2,15}", bare):
        return Shown.DIGITS, len(bare)
    if "%" in bare:
        return Shown.SHARE, 0
    if re.search("[0#]e[+-]", bare):
        return Shown.SCIENTIFIC, 0
    return _moment(bare), 0


def _moment(bare: str) -> Shown:
    day, month, year = ("d" in bare, "m" in bare, "y" in bare or "j" in bare)
    clock = "h" in bare or "s" in bare or "u" in bare
    if day or year:
        if day and month and not (year or clock):
            return Shown.DAY_MONTH
        return Shown.DAY if day or clock else Shown.MONTH_YEAR
    if clock:
        return Shown.TIME
    return Shown.MONTH_YEAR if month else Shown.NUMBER
