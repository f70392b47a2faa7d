"""Sharing a class with colleagues, as URLs."""

from typing import Any

from flask import redirect, render_template, request, url_for

from quiz.blueprints.classroom import sharing_operations, sharing_page
from quiz.blueprints.classroom.classes import OwnClass
from quiz.blueprints.classroom.routes import Page, blueprint, require_class
from quiz.blueprints.classroom.which_picture import numbers
from quiz.usecases.staff.people import NoSuchColleague
from quiz.web.access.audiences import Audience, NotAllowed, audience


@blueprint.get("/klassen/<int:class_id>/samen")
@audience(Audience.TEACHER)
def with_whom(class_id: int) -> Page:
    """Who may give the lesson of this class."""
    group = require_class(class_id)
    return _show(group)


@blueprint.post("/klassen/<int:class_id>/samen")
@audience(Audience.TEACHER)
def share(class_id: int) -> Page:
    """Add a colleague, or close the class for one. Nothing happens without a colleague chosen."""
    group, chosen = require_class(class_id), numbers(request.form.getlist("collega"))
    if not chosen:
        return _show(group, forgotten=True), 422
    done = _do(group, request.form.get("action", ""), chosen[0])
    if not group.is_mine and chosen[0] == group.teacher.id:
        return redirect(url_for("classroom.classes"), 303)
    return redirect(url_for("classroom.with_whom", class_id=class_id, **done), 303)


def _do(group: OwnClass, action: str, staff_id: int) -> dict[str, Any]:
    try:
        if action == "add":
            sharing_operations.add_colleague(group, staff_id)
            return {sharing_page.COME: staff_id}
        if action == "remove":
            sharing_operations.remove_colleague(group, staff_id)
            return {sharing_page.GONE: staff_id}
    except NoSuchColleague as problem:
        raise NotAllowed from problem
    return {}


def _show(group: OwnClass, *, forgotten: bool = False) -> str:
    view = sharing_page.sharing(group)
    done = sharing_page.just_shared(group, view)
    return render_template(
        "classroom/sharing.html", group=group, view=view, done=done, forgotten=forgotten
    )
