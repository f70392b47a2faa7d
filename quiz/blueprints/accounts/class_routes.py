"""The classes of a school as URLs, for its admin: who gives the lesson, also when one leaves."""

from typing import Any

from flask import redirect, render_template, request, url_for

from quiz.blueprints.accounts import class_operations, class_pages, colleague_operations
from quiz.blueprints.accounts.routes import Page, blueprint
from quiz.config.whole_numbers import whole_number
from quiz.storage.identifiers import LARGEST_NUMBER
from quiz.usecases.staff.people import NoSuchColleague
from quiz.web.access.audiences import Audience, NotAllowed, audience, require_staff


@blueprint.get("/collegas/klassen")
@audience(Audience.ADMIN)
def classes() -> Page:
    """Every class of the school; those that nobody can open stand on top."""
    rows = class_pages.classes(require_staff())
    return render_template("accounts/classes.html", rows=rows)


@blueprint.get("/collegas/klassen/<int:class_id>")
@audience(Audience.ADMIN)
def class_of_school(class_id: int) -> Page:
    """One class, to name a substitute or to hand it over."""
    view = class_pages.class_of_school(require_staff(), class_id)
    return render_template("accounts/class.html", view=view, forgotten="")


@blueprint.post("/collegas/klassen/<int:class_id>")
@audience(Audience.ADMIN)
def change_class(class_id: int) -> Page:
    """Name a substitute, take one out, or give the class away. Without a colleague: ask again."""
    staff, action = require_staff(), request.form.get("action", "")
    view = class_pages.class_of_school(staff, class_id)
    chosen = chosen_colleague("collega")
    if chosen is None or action not in ("add", "give", "remove"):
        return render_template("accounts/class.html", view=view, forgotten=action), 422
    try:
        class_operations.change_class(staff, class_id, action, chosen)
    except NoSuchColleague as problem:
        raise NotAllowed from problem
    done: dict[str, Any] = {class_pages.DONE: action, class_pages.WHO: str(chosen)}
    return redirect(url_for("accounts.class_of_school", class_id=class_id, **done), 303)


@blueprint.get("/collegas/<int:staff_id>/sluiten")
@audience(Audience.ADMIN)
def ask_to_close(staff_id: int) -> Page:
    """Say what closing an account does, and ask who gets the classes."""
    staff = require_staff()
    try:
        person = colleague_operations.find_colleague(staff, staff_id)
    except NoSuchColleague as problem:
        raise NotAllowed from problem
    if person.id == staff.id or not person.active:
        return redirect(url_for("accounts.colleague", staff_id=staff_id), 303)
    return render_template("accounts/close.html", view=class_pages.closing(staff, person))


def chosen_colleague(field: str) -> int | None:
    """The number of the colleague that was chosen in this field of a form."""
    number = whole_number(request.form.get(field, ""), len(str(LARGEST_NUMBER)))
    return number if number is not None and number <= LARGEST_NUMBER else None
