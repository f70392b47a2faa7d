"""What a Dutch Excel makes of a CSV file that is opened and saved: a model, apart from our code.

Checked by hand against LibreOffice with Dutch settings and special numbers on (docs/adr/0023).
"""

import csv
import re
from collections.abc import Callable
from io import StringIO

MONTHS = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
YEAR = 2026  # of a day without one
MOST_DIGITS = 11  # that a cell without a format shows
NAMES = {name: number for number, name in enumerate(MONTHS, 1)}

Rows = list[list[str]]


def shown(text: str, *, whole_days: bool = False, strict_points: bool = False) -> str:
    """The text of a cell after opening: what Excel shows of what it took this for.

    `whole_days`: 1-12 becomes 01-12-2026 (LibreOffice) and not 1-dec. `strict_points`: only a point
    before three digits parts thousands.
    """
    content = text.strip()
    for taken in (_formula, _truth, _day(whole_days), _time, _number(strict_points)):
        found = taken(content)
        if found is not None:
            return found
    return text


def _formula(content: str) -> str | None:
    if content.startswith('="') and content.endswith('"'):
        return content[2:-1].replace('""', '"')
    if content[:1] in {"=", "@"} or re.fullmatch("[+-].*[a-zA-Z(].*", content):
        return "#NAAM?"
    return None


def _truth(content: str) -> str | None:
    truths = {"waar": "WAAR", "true": "WAAR", "onwaar": "ONWAAR", "false": "ONWAAR"}
    return truths.get(content.lower())


def _day(whole_days: bool) -> Callable[[str], str | None]:
    def taken(content: str) -> str | None:
        if found := re.fullmatch(r"(\d{1,2})[-/ ](\d{1,2}|[a-zA-Z]{3,})", content):
            return _short(int(found[1]), _month(found[2]), whole_days)
        if found := re.fullmatch(r"(\d{1,2})[-/ ](\d{1,2}|[a-zA-Z]{3,})[-/ ](\d{4}|\d\d)", content):
            return _long(int(found[1]), _month(found[2]), found[3])
        if found := re.fullmatch(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", content):
            return _long(int(found[3]), int(found[2]), found[1])
        if found := re.fullmatch(r"([a-zA-Z]{3,})[- ](\d{4}|\d\d)", content):
            month = _month(found[1])
            return f"{MONTHS[month - 1]}-{found[2][-2:]}" if month else None
        return None

    return taken


def _month(name: str) -> int:
    return int(name) if name.isdecimal() else NAMES.get(name[:3].lower(), 0)


def _short(day: int, month: int, whole_days: bool) -> str | None:
    if not (1 <= month <= 12 and 1 <= day <= 28):
        return None
    return _long(day, month, str(YEAR)) if whole_days else f"{day}-{MONTHS[month - 1]}"


def _long(day: int, month: int, year: str) -> str | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{day:02}-{month:02}-{year if len(year) == 4 else '20' + year}"


def _time(content: str) -> str | None:
    found = re.fullmatch(r"(\d{1,2}):([0-5]?\d)(?::([0-5]?\d))?", content)
    if not found:
        return None
    clock = f"{int(found[1]):02}:{int(found[2]):02}"
    return f"{clock}:{int(found[3]):02}" if found[3] else clock


def _number(strict_points: bool) -> Callable[[str], str | None]:
    group = r"\.\d{3}" if strict_points else r"\.\d{3,}"
    plain = re.compile(rf"[+-]?(?:\d+|\d{{1,3}}(?:{group})+)(?:,\d+)?")
    scientific = re.compile(r"[+-]?\d+(?:,\d+)?[eE][+-]?\d{1,2}")

    def taken(content: str) -> str | None:
        bare = content.removeprefix("€").strip()
        if scientific.fullmatch(bare):
            return f"{float(bare.replace(',', '.')):.2E}".replace(".", ",")
        if bare.endswith("%") and plain.fullmatch(bare[:-1]):
            return bare
        if not plain.fullmatch(bare):
            return None
        digits = bare.replace(".", "").replace(",", ".")
        value = float(digits)
        if abs(value) >= 10**MOST_DIGITS:
            return f"{value:.5E}".replace(".", ",")
        return (str(int(value)) if value.is_integer() else repr(value)).replace(".", ",")

    return taken


def opened(content: bytes, delimiter: str, take: Callable[[str], str] = shown) -> Rows:
    """The cells that Excel shows; quotes count only at the start of a cell."""
    encoding = "utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "utf-8"
    rows = csv.reader(StringIO(content.decode(encoding), newline=""), delimiter=delimiter)
    return [[take(cell) for cell in row] for row in rows]


def saved(rows: Rows, kind: str) -> bytes:
    """A file as Excel saves it: kind "csv", "utf-8" or "unicode" (tabs)."""
    width = max(map(len, rows))
    text = StringIO()
    delimiter = "\t" if kind == "unicode" else ";"
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([*row, *[""] * (width - len(row))] for row in rows)
    encoding = {"csv": "cp1252", "utf-8": "utf-8-sig", "unicode": "utf-16"}[kind]
    return text.getvalue().encode(encoding)


def can_be_saved(rows: Rows, kind: str) -> bool:
    """Whether no letter is lost."""
    try:
        saved(rows, kind)
    except UnicodeEncodeError:
        return False
    return True
