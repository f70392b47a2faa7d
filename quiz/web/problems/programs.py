"""The words for a program that asks for what there is not; who wrote it reads them."""

from collections.abc import Callable
from dataclasses import replace

from flask import url_for

from quiz.web.access.readings import TooManyReadings
from quiz.web.pages.languages import translate as _
from quiz.web.pages.waiting import how_long
from quiz.web.problems.pupil import Problem


def unknown_address() -> Problem:
    """No list is there."""
    return _described(
        404, _("Dit adres bestaat niet"), _("Er is hier geen lijst. Let op: geen / aan het eind.")
    )


def only_reading() -> Problem:
    """Something else than reading was tried."""
    return _described(405, _("Hier kan alleen gelezen worden"), _("Vraag dit adres met GET."))


def our_mistake() -> Problem:
    """Our own mistake."""
    return _described(500, _("Er ging bij ons iets mis"), _("Dat ligt niet aan je vraag."))


def not_now() -> Problem:
    """The database does not answer."""
    return _described(
        503, _("Even geduld"), _("Het lukt nu even niet. Probeer het over een minuut nog een keer.")
    )


def strange_request() -> Problem:
    """What no program should send."""
    return _described(400, _("Dit snappen we niet"), _("Er is niets veranderd."))


def too_many_readings(refused: TooManyReadings | None = None) -> Problem:
    """More answers in a short time than anybody needs."""
    refused = refused or TooManyReadings()
    return _described(
        429,
        _("Te veel vragen in korte tijd"),
        _(
            "Wacht %(wait)s. Stuur daarna de ETag mee van wat je al hebt: hetzelfde antwoord nog "
            "een keer telt niet.",
            wait=how_long(refused.wait),
        ),
    )


def strange_question(title: str, name: str, may_be: tuple[str, ...]) -> Problem:
    """A question with a part that it cannot have, named with what may stand there."""
    detail = _("Het gaat om: %(name)s.", name=name)
    if may_be:
        told = _("Wat er mag staan: %(words)s.", words=", ".join(may_be))
        detail = f"{detail} {told}"
    return _described(422, title, detail)


def in_their_words(problem: Problem) -> Problem:
    """A problem that anybody may have, as it is told to a program."""
    return replace(BY_STATUS.get(problem.status, strange_request)(), status=problem.status)


def _described(status: int, title: str, text: str) -> Problem:
    there = url_for("open_data.openapi")
    return Problem(status, title, text, _("Lees in de beschrijving wat er kan"), there)


BY_STATUS: dict[int, Callable[[], Problem]] = {
    404: unknown_address,
    405: only_reading,
    500: our_mistake,
    503: not_now,
}
