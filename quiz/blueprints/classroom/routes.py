"""The classes of a teacher as URLs: the list, a new class, the page of one class."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from quiz.blueprints.classroom import operations, pages
from quiz.blueprints.classroom.classes import OwnClass, own_class
from quiz.blueprints.classroom.forms import ClassForm
from quiz.domain.catalogue.places.lookup import UnknownPlace
from quiz.web.access.audiences import Audience, audience, require_staff
from quiz.web.runtime import reading

blueprint = Blueprint("classroom", __name__)
Page = str | Response | tuple[str, int]


def require_class(class_id: int) -> OwnClass:
    """The class with this number, if it belongs to the teacher in this browser.

    Raises NotSignedIn or NotAllowed: somebody else's class is as if it did not exist.
    """
    return own_class(reading(), require_staff(), class_id)


@blueprint.get("/klassen")
@audience(Audience.TEACHER)
def classes() -> Page:
    """All classes of this teacher."""
    view = pages.class_list(require_staff())
    return render_template("classroom/list.html", view=view)


@blueprint.get("/klassen/nieuw")
@audience(Audience.TEACHER)
def new() -> Page:
    """Four fields for a new class."""
    view = pages.new_class(require_staff())
    return render_template("classroom/new.html", view=view)


@blueprint.post("/klassen/nieuw")
@audience(Audience.TEACHER)
def make() -> Page:
    """Make the class and show its code."""
    form = ClassForm()
    if not form.validate():
        return render_template("classroom/new.html", view=pages.again(form)), 422
    try:
        made = operations.make_class(form, require_staff())
    except UnknownPlace as problem:
        view = pages.unknown_place(form, problem)
        return render_template("classroom/new.html", view=view), 422
    return redirect(url_for("classroom.show", class_id=made), 303)


@blueprint.get("/klassen/<int:class_id>")
@audience(Audience.TEACHER)
def show(class_id: int) -> Page:
    """One class: how to get in, how it goes, and the lesson."""
    return render_template("classroom/class.html", view=pages.class_page(require_class(class_id)))
