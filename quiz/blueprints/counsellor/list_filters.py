"""Builds the form above the list of shared results: what there is to choose between."""

from collections.abc import Callable, Mapping, Sequence

from quiz.blueprints.counsellor.chosen import COMING, DUE, NONE, STEPS, WITHOUT_CLASS, Chosen
from quiz.results.topics import topic_name
from quiz.usecases.sharing.shared_list import SharedResult
from quiz.usecases.sharing.topics import Topic
from quiz.web.pages.languages import translate as _
from quiz.web.pages.listing import FilterView, Place, choices, filter_view
from quiz.web.pages.schooling import school_type_name
from quiz.web.pages.sorting import Order, name_key

LIST = Place("counsellor.conversations", "gedeeld")


def filters(shared: Sequence[SharedResult], asked: Chosen, order: Order) -> FilterView:
    """The form, with only what there is to choose between."""
    classes = sorted({each.class_name for each in shared if each.class_name}, key=name_key)
    found = (
        ("klas", _("Klas"), choices(_classes(shared, classes), asked.klas)),
        ("schooltype", _("Schooltype"), choices(_school_types(shared), asked.schooltype)),
        ("stap", _("Volgende stap"), choices(_steps(), asked.stap)),
        ("onderwerp", _("Onderwerp"), choices(_topics(shared), asked.onderwerp)),
    )
    return filter_view(found, asked.parts(), order)


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
