"""What was done a moment ago, on the page to which that led, with the button that undoes it.

It stands in the address, so that it works without JavaScript and a second look does no harm. Names
are shown only where they are true: what somebody writes into an address is not repeated.
"""

from flask import request, url_for

from quiz.blueprints.classroom.board_view_models import BoardView
from quiz.blueprints.classroom.classes import OwnClass
from quiz.domain.text.names import plain_name
from quiz.web.pages.done import JustDone
from quiz.web.pages.languages import translate as _

NOW, OUT, BACK = "nu", "uit", "terug"
CHANGED, CLOSED, DELETED, CLEARED = "gewijzigd", "dicht", "gewist", "leeg"


def on_list() -> JustDone | None:
    """On the list of classes."""
    gone = _("De klas is gewist, met alles wat erin zat.")
    return JustDone(gone) if request.args.get(NOW) == DELETED else None


def on_class(group: OwnClass) -> JustDone | None:
    """On the page of a class."""
    done = request.args.get(NOW)
    if done == CHANGED:
        return JustDone(_("Bewaard. Zo staat de klas er nu in."))
    if done != CLOSED or group.opening.closed_at is None:
        return None
    words = _("De klas is dicht: er kan niemand meer bij.")
    undo = url_for("classroom.reopen", class_id=group.id)
    return JustDone(words, undo, _("Maak ongedaan"), {"ongedaan": "ja"})


def on_board(group: OwnClass, view: BoardView) -> JustDone | None:
    """On the page with the progress: who was taken out, or put back."""
    if (out := plain_name(request.args.get(OUT))) and out not in _present(view):
        return _taken_out(group, view, out)
    if (back := plain_name(request.args.get(BACK))) in _present(view):
        return JustDone(_("%(name)s is weer in de klas.", name=back))
    if request.args.get(NOW) == CLEARED and view.out.empty:
        words = _("Leeg en uit de klas gehaald: %(number)s.", number=view.out.empty)
        return JustDone(words, _undo(group, view), _("Maak ongedaan"))
    return None


def _taken_out(group: OwnClass, view: BoardView, nickname: str) -> JustDone:
    if nickname not in view.out.nicknames:
        return JustDone(_("De leerling is uit de klas."))
    words = _("%(name)s is uit de klas.", name=nickname)
    return JustDone(words, _undo(group, view), _("Maak ongedaan"), {"naam": nickname})


def _present(view: BoardView) -> frozenset[str]:
    return frozenset(row.nickname for row in view.rows)


def _undo(group: OwnClass, view: BoardView) -> str:
    order = str(view.order) or None
    return url_for("classroom.put_back", class_id=group.id, volgorde=order)
