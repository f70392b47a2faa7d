"""Of whom the school asks the second step, for its admin."""

from flask import redirect, render_template, request, session, url_for

from quiz.blueprints.accounts import colleague_pages
from quiz.blueprints.accounts.forms import OFFERED_ROLES
from quiz.blueprints.accounts.routes import Page, blueprint
from quiz.storage.tables.staff import Staff
from quiz.usecases.staff.asked_step import ask_second_step, asked_roles
from quiz.usecases.staff.audit import Action, record_action
from quiz.web.access.acting import require_now
from quiz.web.access.audiences import Audience, StaffMember, audience, require_staff
from quiz.web.access.session_keys import STEP_ELSEWHERE
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import services


class OwnStepFirst(Exception):
    """Who asks the second step of admins has one: so there is always somebody who comes in."""


@blueprint.post("/collegas/extra-stap")
@audience(Audience.ADMIN)
def ask_step() -> Page:
    """Ask it of these roles and no others."""
    staff = require_staff()
    try:
        _ask(staff, set(request.form.getlist("asked")) & set(OFFERED_ROLES))
    except OwnStepFirst:
        error = _("Zet eerst je eigen extra stap aan. Anders kom je zelf niet meer binnen.")
        view = colleague_pages.colleagues(staff, step_error=error)
        return render_template("accounts/colleagues.html", view=view), 422
    return redirect(url_for("accounts.colleagues", klaar=1), 303)


def _ask(staff: StaffMember, roles: set[str]) -> None:
    with services().database.writing() as database:
        require_now(database, staff, Audience.ADMIN)
        own = database.get_one(Staff, staff.id)
        has_step = own.tf_totp_secret is not None or bool(session.get(STEP_ELSEWHERE))
        if Audience.ADMIN in roles and not has_step:
            raise OwnStepFirst
        others = asked_roles(database, staff.school_id) - set(OFFERED_ROLES)
        ask_second_step(database, staff.school_id, roles | others, able_admin=staff.id)
        record_action(database, staff, Action.SECOND_STEP_ASKED, "school", staff.school_id)
