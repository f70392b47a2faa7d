"""One thing that doctor looked at."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """How it is."""

    WELL = "ok"
    NOTE = "note"
    WRONG = "WRONG"


@dataclass(frozen=True)
class Finding:
    """What was looked at, how it is, and what to do about it."""

    mark: Mark
    subject: str
    text: str
    advice: str = ""

    def line(self) -> str:
        """As a person reads it."""
        advice = f" -> {self.advice}" if self.advice else ""
        return f"{self.mark:<6}{self.subject:<12} {self.text}{advice}"

    def words(self) -> Mapping[str, str]:
        """As a program reads it."""
        return {
            "mark": self.mark.lower(),
            "subject": self.subject,
            "text": self.text,
            "advice": self.advice,
        }


def well(subject: str, text: str) -> Finding:
    """A thing that is well."""
    return Finding(Mark.WELL, subject, text)


def note(subject: str, text: str, advice: str) -> Finding:
    """A thing to know of."""
    return Finding(Mark.NOTE, subject, text, advice)


def wrong(subject: str, text: str, advice: str) -> Finding:
    """A thing to mend."""
    return Finding(Mark.WRONG, subject, text, advice)
