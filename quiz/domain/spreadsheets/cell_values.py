"""The text that a cell of a workbook stands for, as a Dutch Excel would put it into a CSV file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from quiz.domain.spreadsheets.formats import PLAIN, NumberFormat, Shown
from quiz.domain.spreadsheets.guard import APOSTROPHE, guarded
from quiz.domain.spreadsheets.xml_parts import broken

MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_WHOLE_UP_TO = 1e15
_LAST_DAY = 2_958_465  # of the year 9999; no moment of it, which could round to the next day
_LEAP_DAY_OF_1900 = 60  # a day that Excel counts and that never was
_DAYS_TO_1904 = 1462
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Values:
    """What cells point at: shared texts and formats of numbers; and where days count from."""

    texts: Sequence[str]
    formats: Sequence[NumberFormat]
    since_1904: bool

    def text(self, kind: str, style: str, content: str) -> str:
        """The text of a cell of this kind (the attribute t) and style (s).

        A text that a spreadsheet could take for something else is guarded: it is a text for sure.
        """
        if kind == "s":
            return as_text(self._shared(content))
        if kind == "b":
            return "WAAR" if content.strip() == "1" else "ONWAAR"
        if kind in {"str", "inlineStr"}:
            return as_text(content)
        if kind == "d":
            return content.replace("T", " ").removesuffix("Z").removesuffix(" 00:00:00")
        if kind == "e":
            return content
        return self._number(style, content) if content.strip() else ""

    def _shared(self, content: str) -> str:
        number = int(content)
        if not 0 <= number < len(self.texts):
            raise broken()
        return self.texts[number]

    def _number(self, style: str, content: str) -> str:
        value = float(content)
        shown, digits = PLAIN
        if style.isdecimal() and len(style) < 7 and int(style) < len(self.formats):
            shown, digits = self.formats[int(style)]
        if shown is Shown.SHARE:
            return f"{_plain(round(value * 100, 10))}%"
        if shown is Shown.SCIENTIFIC:
            return f"{value:.2E}".replace(".", ",")
        if shown is Shown.DIGITS:
            return _plain(value).zfill(digits)
        day = value + _DAYS_TO_1904 * self.since_1904
        if shown is Shown.NUMBER or not 0 <= value <= day <= _LAST_DAY:
            return _plain(value)
        return self._moment(shown, value)

    def _moment(self, shown: Shown, value: float) -> str:
        whole = int(value) + _DAYS_TO_1904 * self.since_1904
        first = datetime(1899, 12, 30) + timedelta(whole < _LEAP_DAY_OF_1900)  # noqa: DTZ001
        moment = first + timedelta(whole) + round(value % 1 * 1440) * _MINUTE
        if shown is Shown.TIME and value < 1:
            return f"{moment:%H:%M:%S}"
        if shown is Shown.DAY_MONTH:
            return f"{moment.day}-{MONTHS[moment.month - 1]}"
        if shown is Shown.MONTH_YEAR:
            return f"{MONTHS[moment.month - 1]}-{moment:%y}"
        return f"{moment:%Y-%m-%d}" if value == int(value) else f"{moment:%Y-%m-%d %H:%M:%S}"


def as_text(text: str) -> str:
    """A text so that taking off its apostrophe gives what it says.

    One that has an apostrophe already came from a CSV file of ours, by way of Excel.
    """
    return text if text.startswith(APOSTROPHE) else guarded(text)


def _plain(value: float) -> str:
    if value.is_integer() and abs(value) < _WHOLE_UP_TO:
        return str(int(value))
    return repr(value)
