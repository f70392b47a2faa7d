"""Figures, and the names of worlds in a sentence, as every page writes them."""

from collections.abc import Iterable

from babel.lists import format_list
from flask import Flask
from flask_babel import format_decimal

from quiz.web.pages.languages import current_language
from quiz.web.runtime import texts


def install(app: Flask) -> None:
    """Offer large numbers to templates, as a filter."""
    app.add_template_filter(counted)


def signed(number: float, digits: int = 1) -> str:
    """A number with its sign and so many decimals, as this language writes it: +0,4."""
    rounded = round(number, digits)
    text = str(format_decimal(abs(rounded), f"0.{'0' * digits}"))
    return f"+{text}" if rounded > 0 else f"−{text}" if rounded < 0 else text


def counted(number: int) -> str:
    """A number of rows or people, as this language writes it: 10.000."""
    return str(format_decimal(number))


def in_drawing(number: float, reach: float) -> float:
    """Where a number lies in a drawing that reaches so far to both sides of zero, 0 to 100."""
    return round(min(100.0, max(0.0, 50 + 50 * number / reach)), 1)


def world_names(worlds: Iterable[str]) -> str:
    """World names as a list in quotes: several of them hold commas themselves."""
    names = [f"“{texts().worlds[world].name}”" for world in worlds]
    return format_list(names, locale=current_language())
