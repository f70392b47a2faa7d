"""The words of what can go wrong on joining a class: what happened, and the one thing to do."""

from flask import url_for

from quiz.usecases.attempts.errors import (
    ClassClosed,
    ClassFull,
    ClassPictured,
    MustStay,
    UnknownCode,
)
from quiz.web.access.audiences import current_attempt
from quiz.web.pages.languages import translate as _
from quiz.web.problems.pupil import Describe, Problem


def unknown_class() -> Problem:
    """A class code in an address that leads nowhere."""
    return Problem(
        404,
        _("Deze klascode kennen we niet"),
        _("Kijk nog eens goed naar de code op het bord. Hij heeft zes letters en cijfers."),
        _("Typ de code opnieuw"),
        url_for("pupil.join"),
    )


def class_closed() -> Problem:
    """The class was closed, or its hours are over."""
    title = _("Deze klas is dicht")
    return _go_on_there(title) or Problem(
        409,
        title,
        _(
            "Je kunt niet meer bij deze klas komen. Was je al begonnen? Dan ga je verder met je "
            "terugkomcode. Anders doe je mee zonder klas, of je vraagt je docent om een code."
        ),
        _("Doe mee zonder klas"),
        url_for("pupil.start"),
    )


def class_full() -> Problem:
    """All places of the class are taken."""
    title = _("Deze klas is vol")
    return _go_on_there(title) or Problem(
        409,
        title,
        _("Er is geen plek meer in deze klas. Vraag je docent om een andere code."),
        _("Doe mee zonder klas"),
        url_for("pupil.start"),
    )


def answers_stay() -> Problem:
    """Answers that cannot come into a class: it has its picture, or they are in another one."""
    return Problem(
        409,
        _("Je antwoorden blijven waar ze zijn"),
        _(
            "Er is al een klassenbeeld gemaakt. Daarna verhuizen antwoorden niet meer. "
            "Je bent niets kwijt."
        ),
        _("Ga verder waar je was"),
        url_for("pupil.questions"),
    )


def _go_on_there(title: str) -> Problem | None:
    """The way on for a pupil who is busy already and cannot come into another class."""
    if current_attempt() is None:
        return None
    text = _(
        "Je kunt er niet meer bij, en je antwoorden ook niet. "
        "Wat je hebt ingevuld, blijft bewaard waar het is."
    )
    return Problem(409, title, text, _("Ga verder waar je was"), url_for("pupil.questions"))


BY_EXCEPTION: dict[type[Exception], Describe] = {
    UnknownCode: unknown_class,
    ClassClosed: class_closed,
    ClassFull: class_full,
    ClassPictured: answers_stay,
    MustStay: answers_stay,
}
