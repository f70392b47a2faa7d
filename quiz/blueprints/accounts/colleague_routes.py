"""The colleagues of a school as URLs, for its admin."""

from flask import redirect, render_template, request, url_for

from quiz.blueprints.accounts import colleague_operations, colleague_pages, mailing
from quiz.blueprints.accounts.class_routes import chosen_colleague
from quiz.blueprints.accounts.colleague_operations import AlreadyColleague, NotYourself, OwnAccount
from quiz.blueprints.accounts.forms import InviteForm, RolesForm
from quiz.blueprints.accounts.routes import Page, blueprint
from quiz.usecases.staff.emails import InvalidEmail, plain_email
from quiz.usecases.staff.links import AccountClosed
from quiz.usecases.staff.people import NoSuchColleague
from quiz.web.access.audiences import Audience, NotAllowed, StaffMember, audience, require_staff
from quiz.web.pages.languages import translate as _


@blueprint.get("/collegas")
@audience(Audience.ADMIN)
def colleagues() -> Page:
    """Everybody of the own school, and the form to invite another."""
    view = colleague_pages.colleagues(require_staff())
    return render_template("accounts/colleagues.html", view=view)


@blueprint.post("/collegas")
@audience(Audience.ADMIN)
def invite() -> Page:
    """Make an invitation and show its link, once."""
    staff, form = require_staff(), InviteForm()
    typed = form.email.data or ""
    try:
        email = plain_email(typed)
    except InvalidEmail:
        return _list_again(
            staff, typed, _("Typ een heel e-mailadres, met letters zonder accenten.")
        )
    if not form.validate():
        return _list_again(staff, typed, _("Kies wat deze collega hier gaat doen."))
    try:
        token = colleague_operations.invite_colleague(staff, email, form.roles.data)
    except AlreadyColleague:
        return _list_again(staff, typed, _("Deze collega heeft al een account bij je school."))
    return _show_link(token, email, is_new=True)


@blueprint.post("/collegas/uitnodiging/<int:invitation_id>")
@audience(Audience.ADMIN)
def withdraw(invitation_id: int) -> Page:
    """Let a link stop working: an invitation, or one to a new password.

    The list follows at once, with a button for another link: an address of somebody belongs
    neither in an address of ours nor in a cookie, so nothing remembers it on the way.
    """
    staff = require_staff()
    try:
        gone = colleague_operations.withdraw_link(staff, invitation_id)
    except NoSuchColleague as problem:
        raise NotAllowed from problem
    view, done = colleague_pages.colleagues(staff), colleague_pages.withdrawn(*gone)
    return render_template("accounts/colleagues.html", view=view, done=done)


@blueprint.get("/collegas/<int:staff_id>")
@audience(Audience.ADMIN)
def colleague(staff_id: int) -> Page:
    """One colleague, and what can be done for them."""
    try:
        row = colleague_pages.colleague(require_staff(), staff_id)
    except NoSuchColleague as problem:
        raise NotAllowed from problem
    return render_template("accounts/colleague.html", row=row)


@blueprint.post("/collegas/<int:staff_id>")
@audience(Audience.ADMIN)
def change(staff_id: int) -> Page:
    """Do what one of the buttons of a colleague's page says; for oneself there is /account."""
    staff = require_staff()
    try:
        colleague_operations.find_colleague(staff, staff_id)
        return _do(staff, staff_id, request.form.get("action", ""))
    except OwnAccount:
        return redirect(url_for("accounts.account"), 303)
    except (NoSuchColleague, NotYourself, AccountClosed) as problem:
        raise NotAllowed from problem


def _do(staff: StaffMember, staff_id: int, action: str) -> Page:
    if action == "link":
        token, email = colleague_operations.make_password_link(staff, staff_id)
        return _show_link(token, email, is_new=False)
    if action == "roles":
        form = RolesForm()
        if form.validate():
            colleague_operations.change_roles(staff, staff_id, form.roles.data)
    elif action == "without-code":
        colleague_operations.clear_second_step(staff, staff_id)
    elif action in ("close", "open"):
        heir = chosen_colleague("naar") if action == "close" else None
        colleague_operations.switch_account(staff, staff_id, active=action == "open", heir=heir)
    return redirect(url_for("accounts.colleague", staff_id=staff_id), 303)


def _show_link(token: str, email: str, *, is_new: bool) -> Page:
    view = mailing.hand_over(token, email, is_new=is_new)
    return render_template("accounts/new_link.html", view=view)


def _list_again(staff: StaffMember, email: str, error: str) -> tuple[str, int]:
    return render_template(
        "accounts/colleagues.html", view=colleague_pages.colleagues(staff, email, error)
    ), 422
