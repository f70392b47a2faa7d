"""The words of the problems that nobody in front of a screen can help: wait, and try again."""

from flask import url_for
from limits.errors import StorageError

from quiz.storage.identifiers import WrongClock
from quiz.web.pages.languages import translate as _
from quiz.web.problems.pupil import Describe, Problem


def busy() -> Problem:
    """The database does not answer for a moment."""
    return Problem(
        503,
        _("Even geduld"),
        _("Het is nu erg druk. Je eerdere antwoorden zijn bewaard. Probeer het zo nog een keer."),
        _("Probeer het opnieuw"),
        url_for("pupil.questions"),
    )


def nothing_is_kept() -> Problem:
    """The database is away, or its disk is full or cannot be written."""
    return Problem(
        503,
        _("We kunnen nu niets bewaren"),
        _(
            "Dat ligt niet aan jou. Je eerdere antwoorden zijn bewaard. Wacht even en probeer het "
            "dan nog een keer. Lukt het dan nog niet? Zeg het tegen je docent."
        ),
        _("Probeer het opnieuw"),
        url_for("pupil.questions"),
    )


def cannot_check() -> Problem:
    """Wrong codes cannot be counted now, so no code and no password is tried."""
    return Problem(
        503,
        _("Even geduld"),
        _(
            "We kunnen codes en wachtwoorden nu even niet nakijken. Dat ligt niet aan jou. "
            "Probeer het zo nog een keer. Wie al bezig was, gaat gewoon verder."
        ),
        _("Naar het begin"),
        url_for("public.home"),
    )


def wrong_clock() -> Problem:
    """A machine that started without knowing what day it is."""
    text = _(
        "De klok van onze server staat verkeerd. Dat ligt niet aan jou. Zeg het tegen je docent."
    )
    return Problem(
        503, _("Je kunt nu niet beginnen"), text, _("Naar het begin"), url_for("public.home")
    )


BY_EXCEPTION: dict[type[Exception], Describe] = {
    WrongClock: wrong_clock,
    StorageError: cannot_check,
}
