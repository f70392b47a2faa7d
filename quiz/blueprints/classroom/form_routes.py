"""The form of a class as URLs: to make one, and to correct one."""

from flask import redirect, render_template, url_for

from quiz.blueprints.classroom import class_form_page as form_page
from quiz.blueprints.classroom import just_done, operations
from quiz.blueprints.classroom.classes import OwnClass
from quiz.blueprints.classroom.forms import ChangeForm, ClassForm, NameForm
from quiz.blueprints.classroom.routes import Page, blueprint, require_class
from quiz.blueprints.classroom.view_models import ClassFormView
from quiz.domain.catalogue.places.lookup import UnknownPlace
from quiz.usecases.classes.changing import SchoolingStays, schooling_stays
from quiz.web.access.audiences import Audience, audience, require_staff
from quiz.web.runtime import reading


@blueprint.get("/klassen/nieuw")
@audience(Audience.TEACHER)
def new() -> Page:
    """Four fields for a new class."""
    return render_template("classroom/new.html", view=form_page.new_class(require_staff()))


@blueprint.post("/klassen/nieuw")
@audience(Audience.TEACHER)
def make() -> Page:
    """Make the class and show its code."""
    form = ClassForm()
    if not form.validate():
        return render_template("classroom/new.html", view=form_page.new_again(form)), 422
    try:
        made = operations.make_class(form, require_staff())
    except UnknownPlace as problem:
        view = form_page.unknown_place(form_page.new_again(form), form.place.data, problem)
        return render_template("classroom/new.html", view=view), 422
    return redirect(url_for("classroom.show", class_id=made), 303)


@blueprint.get("/klassen/<int:class_id>/wijzig")
@audience(Audience.TEACHER)
def ask_to_change(class_id: int) -> Page:
    """The class as it is, to correct."""
    group = require_class(class_id)
    return render_template("classroom/change.html", group=group, view=form_page.change(group))


@blueprint.post("/klassen/<int:class_id>/wijzig")
@audience(Audience.TEACHER)
def change(class_id: int) -> Page:
    """Correct the class, or say why not; then nothing is changed."""
    group = require_class(class_id)
    problem = _rename(group) if schooling_stays(reading(), group.id) else _correct(group)
    if problem is not None:
        view, status = problem
        return render_template("classroom/change.html", group=group, view=view), status
    return redirect(url_for("classroom.show", class_id=class_id, nu=just_done.CHANGED), 303)


def _rename(group: OwnClass) -> tuple[ClassFormView, int] | None:
    form = NameForm()
    if not form.validate():
        return form_page.name_again(form, group), 422
    operations.rename(form, group)
    return None


def _correct(group: OwnClass) -> tuple[ClassFormView, int] | None:
    form = ChangeForm()
    if not form.validate():
        return form_page.change_again(form), 422
    try:
        operations.change_class(form, group)
    except UnknownPlace as problem:
        again = form_page.change_again(form)
        return form_page.unknown_place(again, form.place.data, problem), 422
    except SchoolingStays:
        return form_page.too_late(form, group), 409
    return None
