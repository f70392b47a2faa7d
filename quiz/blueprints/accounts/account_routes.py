"""The own account as URLs: the password and the second step."""

from collections.abc import Sequence

from flask import Response, current_app, redirect, render_template, request, url_for

from quiz.blueprints.accounts import own_account, own_second_step, pages
from quiz.blueprints.accounts.devices import remember_browser
from quiz.blueprints.accounts.forms import NewPasswordForm, SetUpForm
from quiz.blueprints.accounts.operations import WrongDigits, WrongPassword
from quiz.blueprints.accounts.own_account import SignInAgain
from quiz.blueprints.accounts.own_second_step import NoSecondStep, SecondStepIsOn, StepIsAsked
from quiz.blueprints.accounts.routes import Page, blueprint
from quiz.storage.tables.staff import Staff
from quiz.usecases.staff.easy_passwords import is_easy
from quiz.web.access.audiences import Audience, StaffMember, audience, require_staff


@blueprint.get("/account")
@audience(Audience.STAFF)
def account() -> Page:
    """Who I am here, and what I can change."""
    return render_template("accounts/account.html", view=pages.account(require_staff()))


@blueprint.post("/account")
@audience(Audience.STAFF)
def change_password() -> Page:
    """Change the own password; other browsers are signed out."""
    staff, form = require_staff(), NewPasswordForm()
    if not form.validate():
        return account_again(pages.bad_password())
    if is_easy(form.password.data, staff.email):
        return account_again(pages.easy_password())
    try:
        changed = own_account.change_password(staff, form.present.data or "", form.password.data)
    except WrongPassword:
        return account_again(pages.wrong_present())
    return saved(changed)


@blueprint.get("/account/code")
@audience(Audience.STAFF, before_set_up=True)
def set_up() -> Page:
    """Show what an app on a phone needs for the second step."""
    try:
        return render_template("accounts/set_up.html", view=pages.setup(require_staff()))
    except SecondStepIsOn:
        return redirect(url_for("accounts.account"), 303)


@blueprint.post("/account/code")
@audience(Audience.STAFF, before_set_up=True)
def set_up_now() -> Page:
    """Switch the second step on, after the password and a code that shows that the app works."""
    staff, form = require_staff(), SetUpForm()
    try:
        changed = own_second_step.switch_second_step_on(
            staff, form.present.data or "", form.digits()
        )
    except (WrongDigits, WrongPassword, SignInAgain) as problem:
        return _set_up_again(staff, problem)
    except SecondStepIsOn:
        return redirect(url_for("accounts.account"), 303)
    response = current_app.make_response(_codes_page(staff, changed.codes, just_on=True))
    remember_browser(response, changed.person)
    return response


@blueprint.post("/account/herstelcodes")
@audience(Audience.STAFF)
def renew_recovery_codes() -> Page:
    """Another set of codes for who loses the phone, after the password; shown this once."""
    staff = require_staff()
    try:
        codes = own_second_step.renew_recovery_codes(staff, request.form.get("present", ""))
    except WrongPassword:
        return account_again(pages.wrong_present())
    except SignInAgain:
        return account_again(pages.sign_in_again())
    except NoSecondStep:
        return redirect(url_for("accounts.set_up"), 303)
    return _codes_page(staff, codes, just_on=False)


@blueprint.post("/account/code/uit")
@audience(Audience.STAFF)
def take_down() -> Page:
    """Switch the second step off, after the password."""
    try:
        changed = own_second_step.switch_second_step_off(
            require_staff(), request.form.get("present", "")
        )
    except WrongPassword:
        return account_again(pages.wrong_present())
    except SignInAgain:
        return account_again(pages.sign_in_again())
    except StepIsAsked:
        return account_again(pages.step_is_asked())
    return saved(changed)


def saved(person: Staff) -> Response:
    """Back to the own account; this browser knows it as it is now."""
    response = current_app.make_response(redirect(url_for("accounts.account", klaar=1), 303))
    remember_browser(response, person)
    return response


def _codes_page(staff: StaffMember, codes: Sequence[str], *, just_on: bool) -> str:
    view = pages.recovery_codes(staff.email, codes, just_on=just_on)
    return render_template("accounts/recovery_codes.html", view=view)


def _set_up_again(staff: StaffMember, problem: Exception) -> Page:
    try:
        view = pages.setup(staff, problem)
    except SecondStepIsOn:
        return redirect(url_for("accounts.account"), 303)
    return render_template("accounts/set_up.html", view=view), 422


def account_again(error: str) -> tuple[str, int]:
    """The own account once more, with what is wrong."""
    view = pages.account(require_staff(), error)
    return render_template("accounts/account.html", view=view), 422
