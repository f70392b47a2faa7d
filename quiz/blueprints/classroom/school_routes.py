"""Onze school, as URLs: for teachers the school as a whole, for counsellors each frozen picture."""

from flask import redirect, render_template, request, url_for

from quiz.blueprints.classroom import operations, picture_page, school_page
from quiz.blueprints.classroom.routes import Page, blueprint
from quiz.blueprints.classroom.which_picture import asked_of
from quiz.usecases.class_pictures.operations import frozen_pictures
from quiz.usecases.class_pictures.school_figure import TooFewClasses
from quiz.web.access.audiences import Audience, NotAllowed, audience, require_staff
from quiz.web.pages.done import JustDone
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import reading

NOW, MADE, KEPT = "nu", "gemaakt", "bleef"


@blueprint.get("/school")
@audience(Audience.SCHOOL)
def our_school() -> Page:
    """The class pictures by school year, and the figure of the school."""
    view = school_page.school(require_staff())
    return render_template("classroom/school.html", view=view, done=_just_done())


@blueprint.post("/school")
@audience(Audience.COUNSELLOR)
def make_school_figure() -> Page:
    """Freeze what the pictures of this school year say together, or say why not."""
    staff = require_staff()
    try:
        made = operations.make_figure(staff)
    except TooFewClasses:
        view = school_page.too_few(school_page.school(staff))
        return render_template("classroom/school.html", view=view, done=None), 409
    return redirect(url_for("classroom.our_school", nu=MADE if made else KEPT), 303)


@blueprint.get("/school/klassen/<int:class_id>")
@audience(Audience.COUNSELLOR)
def school_picture(class_id: int) -> Page:
    """A frozen picture of a class of the own school; no progress and no pupil."""
    group = school_page.class_of_school(require_staff(), class_id)
    found = asked_of(frozen_pictures(reading(), group.id))
    if found is None:
        raise NotAllowed
    view = picture_page.picture_view(group, found)
    return render_template("classroom/school_picture.html", view=view)


def _just_done() -> JustDone | None:
    done = request.args.get(NOW)
    if done == MADE:
        return JustDone(_("Het schoolbeeld is gemaakt."))
    if done != KEPT:
        return None
    return JustDone(
        _(
            "Er is geen nieuw schoolbeeld gemaakt: sinds het vorige zijn er nog geen drie klassen "
            "bij gekomen of veranderd."
        )
    )
