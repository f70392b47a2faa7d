"""The words for when a file of ours could not be made: what is still there, and a way on."""

from flask import request, url_for

from quiz.web.pages.languages import translate as _
from quiz.web.problems.pupil import Problem

_FILES = (".pdf", ".csv", ".xlsx")
_OURS = 500


def asks_for_a_file() -> bool:
    """Whether this request is for a file to download, not for a page."""
    return str(request.url_rule).endswith(_FILES)


def no_file() -> Problem:
    """Our own mistake while making a file, in the words of who asked for it."""
    room = {"pupil": _no_result, "classroom": _no_class_file, "counsellor": _no_talk}
    return room.get(request.blueprint or "", _no_sheet)()


def _no_result() -> Problem:
    return Problem(
        _OURS,
        _("Het blad kon niet gemaakt worden"),
        _(
            "Dat ligt niet aan jou. Je resultaat is er gewoon nog. "
            "Open het en print die pagina: daar staat hetzelfde op."
        ),
        _("Naar je resultaat"),
        url_for("pupil.result", keer=request.args.get("keer")),
    )


def _no_class_file() -> Problem:
    return Problem(
        _OURS,
        _("Het bestand kon niet gemaakt worden"),
        _(
            "Dat ligt niet aan jou, en de rest van je klas werkt gewoon. "
            "Probeer een ander bestand (PDF, CSV of Excel), of print de pagina met het "
            "klassenbeeld."
        ),
        _("Naar het klassenbeeld"),
        url_for("classroom.picture", **(request.view_args or {})),
    )


def _no_talk() -> Problem:
    return Problem(
        _OURS,
        _("Het blad kon niet gemaakt worden"),
        _(
            "Dat ligt niet aan jou, en het gesprek is er gewoon nog. "
            "Open het en print die pagina: daar staat hetzelfde op."
        ),
        _("Naar het gesprek"),
        url_for("counsellor.talk", **(request.view_args or {})),
    )


def _no_sheet() -> Problem:
    return Problem(
        _OURS,
        _("Het blad kon niet gemaakt worden"),
        _(
            "Dat ligt niet aan jou, en de rest van de site werkt gewoon. "
            "Print zolang de pagina met de zeven werelden."
        ),
        _("Naar de werelden"),
        url_for("public.worlds"),
    )
