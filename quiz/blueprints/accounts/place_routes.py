"""Where the school stands, for its admin."""

from flask import redirect, render_template, url_for

from quiz.blueprints.accounts import place_page
from quiz.blueprints.accounts.routes import Page, blueprint
from quiz.domain.catalogue.places.lookup import UnknownPlace
from quiz.usecases.staff.audit import Action, record_action
from quiz.usecases.staff.school_place import place_school
from quiz.web.access.acting import require_now
from quiz.web.access.audiences import Audience, audience, require_staff
from quiz.web.runtime import services


@blueprint.get("/collegas/plaats")
@audience(Audience.ADMIN)
def school_place() -> Page:
    """Where the school stands now, and what follows from it."""
    view = place_page.school_place(require_staff())
    return render_template("accounts/school_place.html", view=view)


@blueprint.post("/collegas/plaats")
@audience(Audience.ADMIN)
def place() -> Page:
    """Say it; an empty field: for no region."""
    staff = require_staff()
    try:
        municipality = place_page.typed_municipality()
    except UnknownPlace as problem:
        error = place_page.words_for(problem)
        view = place_page.school_place(staff, place_page.typed_place(), error)
        return render_template("accounts/school_place.html", view=view), 422
    with services().database.writing() as database:
        require_now(database, staff, Audience.ADMIN)
        place_school(database, staff.school_id, municipality)
        record_action(database, staff, Action.SCHOOL_PLACED, "school", staff.school_id)
    return redirect(url_for("accounts.school_place", klaar=1), 303)
