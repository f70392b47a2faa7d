"""The life of a class: how many get in, close, open again, remove with all that is in it."""

from flask import redirect, render_template, request, url_for

from quiz.blueprints.classroom import capacity_page as room_page
from quiz.blueprints.classroom import just_done, operations, pages
from quiz.blueprints.classroom.classes import OwnClass
from quiz.blueprints.classroom.forms import RoomForm
from quiz.blueprints.classroom.routes import Page, blueprint, require_class
from quiz.web.access.audiences import Audience, NotAllowed, audience

SURE = "ja"


@blueprint.get("/klassen/<int:class_id>/plaatsen")
@audience(Audience.TEACHER)
def ask_for_room(class_id: int) -> Page:
    """How many get in and for how long, to change."""
    group = require_class(class_id)
    line, room = pages.class_line(group), room_page.room_of(group)
    return render_template("classroom/room.html", line=line, room=room)


@blueprint.post("/klassen/<int:class_id>/plaatsen")
@audience(Audience.TEACHER)
def room(class_id: int) -> Page:
    """Let more or fewer pupils in."""
    group, form = require_class(class_id), RoomForm()
    if not form.validate():
        line, room = pages.class_line(group), room_page.room_again(form)
        return render_template("classroom/room.html", line=line, room=room), 422
    operations.change_room(form, group)
    return redirect(url_for("classroom.show", class_id=class_id), 303)


@blueprint.get("/klassen/<int:class_id>/sluiten")
@audience(Audience.TEACHER)
def ask_to_close(class_id: int) -> Page:
    """Say what closing does, with the button to do it."""
    return render_template("classroom/close.html", view=pages.class_page(require_class(class_id)))


@blueprint.post("/klassen/<int:class_id>/sluiten")
@audience(Audience.TEACHER)
def close(class_id: int) -> Page:
    """Let nobody in any more."""
    operations.close(require_class(class_id))
    return redirect(url_for("classroom.show", class_id=class_id, nu=just_done.CLOSED), 303)


@blueprint.post("/klassen/<int:class_id>/heropenen")
@audience(Audience.TEACHER)
def reopen(class_id: int) -> Page:
    """Let pupils in again, or undo closing; back to the page of the class, or to the projector."""
    group = require_class(class_id)
    (operations.undo_closing if "ongedaan" in request.form else operations.reopen)(group)
    page = "screen" if request.form.get("terug") == "bord" else "show"
    return redirect(url_for(f"classroom.{page}", class_id=class_id), 303)


@blueprint.get("/klassen/<int:class_id>/wissen")
@audience(Audience.TEACHER)
def ask_to_delete(class_id: int) -> Page:
    """Say what is removed, and ask for a tick."""
    view = pages.class_page(_require_mine(class_id))
    return render_template("classroom/delete.html", view=view, forgotten=False)


@blueprint.post("/klassen/<int:class_id>/wissen")
@audience(Audience.TEACHER)
def delete(class_id: int) -> Page:
    """Remove the class and everything in it, when the tick is there."""
    group = _require_mine(class_id)
    if request.form.get("zeker") != SURE:
        view = pages.class_page(group)
        return render_template("classroom/delete.html", view=view, forgotten=True), 422
    operations.delete(group)
    return redirect(url_for("classroom.classes", nu=just_done.DELETED), 303)


def _require_mine(class_id: int) -> OwnClass:
    """A class that is gone is gone for all who give its lesson: only its owner deletes it."""
    group = require_class(class_id)
    if not group.is_mine:
        raise NotAllowed
    return group
