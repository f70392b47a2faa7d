"""Words for people that remember how they were made, so that a page can say them in its language.

The domain speaks Dutch and knows no page. What it says is text like any other; who shows it looks
up the sentence it was made of (quiz/web/pages/languages.py), and fills in the same values.
"""

from collections.abc import Mapping
from typing import TypeGuard


def counted(number: int) -> str:
    """A number with Dutch thousands: 10.000."""
    return f"{number:,}".replace(",", ".")


def is_large(value: object) -> TypeGuard[int]:
    """Whether a value is a number of five digits or more, which nobody reads without points."""
    return type(value) is int and value > 9999


class Words(str):
    """A sentence in Dutch, with values in the places of `%(name)s`."""

    __slots__ = ("sentence", "values")
    sentence: str
    values: Mapping[str, object]

    def __new__(cls, sentence: str, **values: object) -> "Words":
        """Fill in the values; without them the sentence is taken as it is."""
        shown = {n: counted(value) if is_large(value) else value for n, value in values.items()}
        words = super().__new__(cls, sentence % shown if shown else sentence)
        words.sentence, words.values = sentence, values
        return words
