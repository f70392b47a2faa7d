"""The end of the lesson and of a class: close, open again, remove with all that is in it."""

from flask import redirect, render_template, request, url_for

from quiz.classroom import operations, pages
from quiz.classroom.routes import Page, blueprint, require_class
from quiz.web.access import Audience, audience, require_staff

SURE = "ja"


@blueprint.get("/klassen/<int:class_id>/sluiten")
@audience(Audience.TEACHER)
def ask_to_close(class_id: int) -> Page:
    """Say what closing does, with the button to do it."""
    return render_template("classroom/close.html", view=pages.class_page(require_class(class_id)))


@blueprint.post("/klassen/<int:class_id>/sluiten")
@audience(Audience.TEACHER)
def close(class_id: int) -> Page:
    """Let nobody in any more."""
    operations.close(require_class(class_id).id, require_staff(Audience.TEACHER))
    return redirect(url_for("classroom.show", class_id=class_id), 303)


@blueprint.post("/klassen/<int:class_id>/heropenen")
@audience(Audience.TEACHER)
def reopen(class_id: int) -> Page:
    """Let pupils in for another twelve hours."""
    operations.reopen(require_class(class_id).id, require_staff(Audience.TEACHER))
    return redirect(url_for("classroom.show", class_id=class_id), 303)


@blueprint.get("/klassen/<int:class_id>/wissen")
@audience(Audience.TEACHER)
def ask_to_delete(class_id: int) -> Page:
    """Say what is removed, and ask for a tick."""
    view = pages.class_page(require_class(class_id))
    return render_template("classroom/delete.html", view=view, forgotten=False)


@blueprint.post("/klassen/<int:class_id>/wissen")
@audience(Audience.TEACHER)
def delete(class_id: int) -> Page:
    """Remove the class and everything in it, when the tick is there."""
    group = require_class(class_id)
    if request.form.get("zeker") != SURE:
        view = pages.class_page(group)
        return render_template("classroom/delete.html", view=view, forgotten=True), 422
    operations.delete(group.id, require_staff(Audience.TEACHER))
    return redirect(url_for("classroom.classes"), 303)
