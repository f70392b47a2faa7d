"""Builds the form above the list of shared results, and the pages below it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from flask import request, url_for

from quiz.blueprints.counsellor.chosen import COMING, DUE, NONE, STEPS, WITHOUT_CLASS, Chosen
from quiz.blueprints.counsellor.list_view_models import FilterView, PagesView
from quiz.config.whole_numbers import whole_number
from quiz.results.topics import topic_name
from quiz.usecases.sharing.shared_list import SharedResult
from quiz.usecases.sharing.topics import Topic
from quiz.web.pages.choices import Choice
from quiz.web.pages.languages import translate as _
from quiz.web.pages.schooling import school_type_name
from quiz.web.pages.sorting import PARAMETER, Order, name_key

PAGE, LIST = "blad", "counsellor.conversations"
ON_A_PAGE = 40
MOST_DIGITS = 9


def filters(shared: Sequence[SharedResult], asked: Chosen, order: Order) -> FilterView:
    """The form, with only what there is to choose between."""
    classes = sorted({each.class_name for each in shared if each.class_name}, key=name_key)
    found = (
        ("klas", _("Klas"), _choices(_classes(shared, classes), asked.klas)),
        ("schooltype", _("Schooltype"), _choices(_school_types(shared), asked.schooltype)),
        ("stap", _("Volgende stap"), _choices(_steps(), asked.stap)),
        ("onderwerp", _("Onderwerp"), _choices(_topics(shared), asked.onderwerp)),
    )
    return FilterView(
        search=asked.zoek,
        fields=tuple((name, label, each) for name, label, each in found if len(each) > 1),
        order=str(order) if request.args.get(PARAMETER) else "",
        chosen=bool(asked.parts()),
    )


def page_asked_for(found: int) -> int:
    """The number of the page in the address, from 1 to the last one that there is."""
    asked = whole_number(request.args.get(PAGE, ""), MOST_DIGITS) or 1
    return min(max(asked, 1), _last(found))


def pages(found: int, asked: Chosen, order: Order) -> PagesView:
    """Which page this is of a list of so many, with the ways to the next and the one before."""
    number, last = page_asked_for(found), _last(found)

    def address(page: int) -> str:
        parts: dict[str, Any] = {**asked.parts(), PARAMETER: str(order), PAGE: page}
        return url_for(LIST, _anchor="gedeeld", **parts) if 1 <= page <= last else ""

    return PagesView(number, last, address(number - 1), address(number + 1))


def _last(found: int) -> int:
    return max(1, -(-found // ON_A_PAGE))


def _choices(found: Iterable[tuple[str, str]], chosen: str) -> tuple[Choice, ...]:
    return tuple(Choice(value, label, value == chosen) for value, label in found)


def _classes(shared: Sequence[SharedResult], names: Sequence[str]) -> list[tuple[str, str]]:
    alone = any(each.class_name is None for each in shared)
    return [*((name, name) for name in names), *([(WITHOUT_CLASS, _("zonder klas"))] * alone)]


def _school_types(shared: Sequence[SharedResult]) -> list[tuple[str, str]]:
    found = {each.school_type: school_type_name(each.school_type) for each in shared}
    return sorted(found.items(), key=lambda pair: name_key(pair[1]))


def _steps() -> list[tuple[str, str]]:
    return [(word, _STEP_WORDS[word]()) for word in STEPS]


def _topics(shared: Sequence[SharedResult]) -> list[tuple[str, str]]:
    said = {each.topic for each in shared}
    return [(topic, topic_name(topic)) for topic in Topic if topic in said]


_STEP_WORDS: Mapping[str, Callable[[], str]] = {
    DUE: lambda: _("stap deze maand of eerder"),
    COMING: lambda: _("stap later"),
    NONE: lambda: _("nog niets afgesproken"),
}
