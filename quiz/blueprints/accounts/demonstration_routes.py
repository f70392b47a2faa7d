"""The demonstration from the beginning, for its admin; anywhere else there is no such page."""

from flask import current_app, render_template

from quiz.blueprints.accounts.routes import Page, blueprint
from quiz.domain.codes.class_codes import display_class_code
from quiz.domain.codes.return_codes import display_return_code
from quiz.usecases.demonstration.filling import BusyFilling, fill
from quiz.usecases.demonstration.school import demonstration_class
from quiz.usecases.staff.audit import Action, record_action
from quiz.web.access.audiences import Audience, NotAllowed, audience, require_staff
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import services

KIND = "demonstration"


@blueprint.get("/demonstratie")
@audience(Audience.ADMIN)
def ask_to_begin_again() -> Page:
    """Say what happens, with the button for it."""
    _only_here()
    return render_template("accounts/demonstration.html", made=None)


@blueprint.post("/demonstratie")
@audience(Audience.ADMIN)
def begin_again() -> Page:
    """Make the examples anew and say where they are; or leave everything as it was."""
    _only_here()
    try:
        made = fill(services())
    except BusyFilling:
        problem = _("De voorbeelden worden al gemaakt. Wacht een ogenblik en kijk bij de klassen.")
        return render_template("accounts/demonstration.html", made=None, problem=problem), 409
    code = demonstration_class(services().database)
    with services().database.writing() as session:
        record_action(session, require_staff(), Action.DEMONSTRATION_RENEWED, KIND, None)
    return render_template(
        "accounts/demonstration.html",
        made=made,
        class_code=display_class_code(code),
        return_code=display_return_code(made.return_code),
    )


def _only_here() -> None:
    if not current_app.config["DEMO"]:
        raise NotAllowed
