"""Texts that a spreadsheet would turn into a number, a date or a formula, kept as they are.

A CSV file cannot say that a cell is text. Such a text gets an apostrophe in front, which is how one
types text in Excel; reading takes it off again. A text that needs none stays as it is, so that
"'s-Hertogenbosch" is what it was. `own_text(guarded(text)) == text` for every text.
"""

import re

APOSTROPHE = "'"
LONGEST_NUMBER = 400  # no number, day or time is longer
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")
# Dutch and English; no longer word that begins so.
_MONTH = (
    "(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mrt|maart|mar(?:ch)?|apr(?:il)?|mei|may|june?|juni"
    "|jul[iy]?|aug(?:ust|ustus)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_PLAIN_NUMBER = re.compile("0|[1-9][0-9]{0,10}")
_CONVERTED = re.compile(
    r"(?=.*\d)[\d\s.,:/\\+()%€$£*-]+"  # 007, 3-4, 10:30, 1.5, 50%, € 5, 1 1/2
    r"|[\d.,]*\d[\d.,]*e[+-]?\d+"  # 2E4
    r"|\d[\d:.]*\s+[ap]m?"  # 9 am
    rf"|\d{{1,4}}[\s./-]*{_MONTH}[\s./-]*\d*"  # 1 mei, 3-apr-26
    rf"|{_MONTH}[\s./-]*\d[\d\s,./-]*"  # mei 2026
    r"|true|false|waar|onwaar|#{3,}|#[a-z/]+[!?]?.*",
    re.IGNORECASE | re.DOTALL,
)
_FORMULA_TEXT = re.compile('="((?:[^"]|"")*)"', re.DOTALL)
# What Excel shows of a number, a day, a time or a mistake that once was something else.
_SHOWN = re.compile(
    rf"\d{{1,2}}-{_MONTH}(?:-\d\d)?|{_MONTH}-\d\d|\d{{1,2}}[-/]\d{{1,2}}[-/](?:\d{{4}}|\d\d)"
    r"|\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?|\d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?"
    r"|-?\d(?:[.,]\d+)?E[+-]\d{2,}|WAAR|ONWAAR|TRUE|FALSE|#{3,}"
    r"|#(?:N/B|N/A|WAARDE!|VALUE!|NAAM\?|NAME\?|VERW!|REF!|GETAL!|NUM!|LEEG!|NULL!|(?:DEEL|DIV)/0!)"
)


class Changed(ValueError):
    """A text that looks as if a spreadsheet made something else of it."""


def is_formula(text: str) -> bool:
    """Whether a spreadsheet may run this text."""
    return text.lstrip().startswith(_FORMULA) or text.startswith(_FORMULA)


def would_change(text: str) -> bool:
    """Whether a spreadsheet would make something else of this text; rather too often than not."""
    if _PLAIN_NUMBER.fullmatch(text):
        return False
    if is_formula(text):
        return True
    content = text.strip()
    return len(content) <= LONGEST_NUMBER and bool(_CONVERTED.fullmatch(content))


def guarded(text: str) -> str:
    """A text as it goes into a cell of a CSV file."""
    return APOSTROPHE + text if would_change(text.lstrip(APOSTROPHE)) else text


def defused(text: str) -> str:
    """A text with an apostrophe only where it could be run; for files that programs read."""
    if text[:1].isalnum():  # nearly always, and quick
        return text
    return APOSTROPHE + text if is_formula(text.lstrip(APOSTROPHE)) else text


def in_workbook(text: str) -> str:
    """A text as it goes into a cell of a workbook, which can say itself that it is text."""
    return APOSTROPHE + text if text.startswith(APOSTROPHE) and guarded(text) != text else text


def bare(cell: str) -> str:
    """What a cell says, without an apostrophe or ="..." that only keeps it as it is."""
    if not cell.startswith((APOSTROPHE, "=")):  # nearly always, and quick
        return cell
    if cell.startswith(APOSTROPHE) and would_change(cell.lstrip(APOSTROPHE)):
        return cell[1:]
    formula = _FORMULA_TEXT.fullmatch(cell)
    return formula[1].replace('""', '"') if formula else cell


def value(cell: str) -> str:
    """What a cell says that should hold no text but a number, a day or a yes or no."""
    return bare(cell).removeprefix(APOSTROPHE).strip()


def own_text(cell: str) -> str:
    """The text of a cell that should hold text; Changed when a spreadsheet changed it."""
    if _SHOWN.fullmatch(cell.strip()):
        raise Changed(cell)
    return bare(cell)
