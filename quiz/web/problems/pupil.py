"""The words of each problem: what happened, kindly, and the one thing to do next."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import url_for

from quiz.usecases.attempts.errors import (
    AlreadyFinished,
    InvalidAnswer,
    InvalidStep,
    NoAttempt,
    NotFinished,
    SentTwice,
)
from quiz.web.pages.addresses import address_here
from quiz.web.pages.languages import translate as _
from quiz.web.pages.menu import beginning


@dataclass(frozen=True)
class Problem:
    """What the error page shows."""

    status: int
    title: str
    text: str
    action: str
    url: str


def no_attempt() -> Problem:
    """The session ended, or nothing was started here."""
    return Problem(
        403,
        _("We weten niet meer wie je bent"),
        _(
            "Op dit apparaat is geen quiz bezig. Was je al begonnen? "
            "Met je terugkomcode ga je verder waar je was. Je antwoorden zijn bewaard."
        ),
        _("Ga verder met je code"),
        url_for("pupil.resume"),
    )


def sent_twice() -> Problem:
    """The browser dropped the answer to the first press, and there is no way back to it."""
    return Problem(
        409,
        _("Je drukte twee keer"),
        _("Toen ging het antwoord op de eerste keer verloren. Begin nog een keer, met één druk."),
        _("Begin nog een keer"),
        address_here() or url_for("pupil.start"),
    )


def already_finished() -> Problem:
    """Answers that come after the result."""
    return Problem(
        409,
        _("Je resultaat is al gemaakt"),
        _("Nieuwe antwoorden tellen niet meer mee. Je vorige antwoorden zijn bewaard."),
        _("Naar je resultaat"),
        url_for("pupil.result"),
    )


def not_finished() -> Problem:
    """The result is asked for too early."""
    return Problem(
        409,
        _("Je resultaat is er nog niet"),
        _("Er staan nog vragen open. Wat je al hebt ingevuld, is bewaard."),
        _("Naar de vragen"),
        url_for("pupil.questions"),
    )


def invalid_answer() -> Problem:
    """An answer that our own pages cannot make."""
    return Problem(
        422,
        _("Dit antwoord kunnen we niet lezen"),
        _("Er is niets veranderd. Wat je eerder hebt ingevuld, is bewaard."),
        _("Naar de vragen"),
        url_for("pupil.questions"),
    )


def not_found() -> Problem:
    """No such page."""
    return Problem(
        404,
        _("Deze pagina bestaat niet"),
        _("Misschien is het adres niet helemaal goed getypt."),
        _("Naar het begin"),
        beginning(),
    )


def too_large() -> Problem:
    """A body far larger than any of our forms."""
    nothing = _("We hebben niets bewaard. Open de pagina opnieuw.")
    questions = url_for("pupil.questions")
    return Problem(413, _("Dit is te veel tegelijk"), nothing, _("Verder met de quiz"), questions)


def strange_request() -> Problem:
    """Everything else that a browser of a pupil does not send."""
    nothing = _("Er is niets veranderd.")
    home = url_for("public.home")
    return Problem(400, _("Dit snappen we niet"), nothing, _("Naar het begin"), home)


def sorry() -> Problem:
    """Our own mistake."""
    return Problem(
        500,
        _("Er ging bij ons iets mis"),
        _("Dat ligt niet aan jou. Je eerdere antwoorden zijn bewaard."),
        _("Probeer het opnieuw"),
        url_for("pupil.questions"),
    )


Describe = Callable[[], Problem]

BY_EXCEPTION: dict[type[Exception], Describe] = {
    NoAttempt: no_attempt,
    SentTwice: sent_twice,
    AlreadyFinished: already_finished,
    NotFinished: not_finished,
    InvalidAnswer: invalid_answer,
    InvalidStep: strange_request,
}
BY_STATUS: dict[int, Describe] = {404: not_found, 413: too_large, 500: sorry}
