"""Signing in and out, and the one-time link, as URLs."""

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quiz.blueprints.accounts import operations, own_account, pages, which_school
from quiz.blueprints.accounts.devices import remember_browser
from quiz.blueprints.accounts.forms import (
    LONGEST_ADDRESS,
    NewPasswordForm,
    SecondStepForm,
    SignInForm,
)
from quiz.blueprints.accounts.operations import SignIn, StartAgain, WrongDigits, WrongPassword
from quiz.blueprints.accounts.view_models import LinkView, SchoolsView, SignInView
from quiz.domain.text.names import plain_text
from quiz.usecases.staff.easy_passwords import is_easy
from quiz.usecases.staff.links import LinkProblem
from quiz.web.access.audiences import Audience, audience, current_staff, require_staff
from quiz.web.pages.menu import home_of
from quiz.web.pages.said_once import say_password_set

blueprint = Blueprint("accounts", __name__)
Page = str | Response | tuple[str, int]


@blueprint.get("/inloggen")
@audience(Audience.ANYONE)
def sign_in() -> Page:
    """The form to sign in; a member who is signed in goes on."""
    if current_staff() is not None:
        return redirect(onward_page(asked_onward()), 303)
    return _sign_in_page(pages.sign_in(onward=asked_onward()))


@blueprint.post("/inloggen")
@audience(Audience.ANYONE)
def sign_in_now() -> Page:
    """Check address and password, and go on or ask for the second step."""
    form = SignInForm()
    onward = form.verder.data or ""
    try:
        step = operations.check_address(form.email.data or "", form.password.data or "")
    except WrongPassword:
        return _sign_in_page(pages.wrong_password(form)), 422
    return take_step(step, onward)


@blueprint.get("/inloggen/kies")
@audience(Audience.ANYONE)
def choose_school() -> Page:
    """Who works at two schools with one password chooses; others begin at the beginning."""
    view = SchoolsView(tuple(which_school.choices()), asked_onward())
    if not view.schools:
        return redirect(url_for("accounts.sign_in"), 303)
    return render_template("accounts/choose_school.html", view=view)


@blueprint.post("/inloggen/kies")
@audience(Audience.ANYONE)
def choose_school_now() -> Page:
    """Go on as the account of the chosen school."""
    onward = _asked_form()
    person = which_school.chosen(request.form.get("account", ""))
    if person is None:
        return redirect(url_for("accounts.sign_in", verder=onward or None), 303)
    step = operations.go_on(person, elsewhere=which_school.step_was_elsewhere())
    return take_step(step, onward)


@blueprint.get("/inloggen/code")
@audience(Audience.ANYONE)
def second_step() -> Page:
    """Ask for the six digits; without a password first, it begins there."""
    try:
        operations.waiting()
    except StartAgain:
        return redirect(url_for("accounts.sign_in"), 303)
    view = pages.second_step(asked_onward())
    return render_template("accounts/second_step.html", view=view)


@blueprint.post("/inloggen/code")
@audience(Audience.ANYONE)
def second_step_now() -> Page:
    """Check the six digits and go on."""
    form = SecondStepForm()
    onward = form.verder.data or ""
    try:
        step = operations.take_second_step(form.digits())
    except StartAgain:
        return redirect(url_for("accounts.sign_in", verder=onward or None), 303)
    except WrongDigits:
        view = pages.second_step(onward, wrong=True)
        return render_template("accounts/second_step.html", view=view), 422
    return take_step(step, onward)


@blueprint.get("/uitloggen")
@audience(Audience.STAFF, before_set_up=True)
def sign_out() -> Page:
    """Ask before signing out: here, or everywhere."""
    return render_template("accounts/sign_out.html")


@blueprint.post("/uitloggen")
@audience(Audience.STAFF, before_set_up=True)
def sign_out_now() -> Page:
    """Sign out in this browser, or in every browser."""
    if request.form.get("action") == "everywhere":
        operations.sign_out_everywhere(require_staff())
    else:
        operations.sign_out(require_staff())
    return redirect(url_for("accounts.sign_in"), 303)


@blueprint.get("/wachtwoord/<token>")
@audience(Audience.ANYONE)
def link(token: str) -> Page:
    """Where a one-time link leads: choose a password. Looking uses nothing up."""
    try:
        return _link_page(token, pages.link(own_account.look_at_link(token)))
    except LinkProblem as problem:
        return broken_link(problem)


@blueprint.post("/wachtwoord/<token>")
@audience(Audience.ANYONE)
def link_now(token: str) -> Page:
    """Set the password and go in; the link is used up. A second step is still asked."""
    form = NewPasswordForm()
    try:
        found = own_account.look_at_link(token)
        if error := _refused(form, found.email):
            return _link_page(token, pages.link(found, error)), 422
        person = own_account.set_password_by_link(token, form.password.data)
    except LinkProblem as problem:
        return broken_link(problem)
    step = operations.go_on(person)
    say_password_set()
    return take_step(step, "")


def _refused(form: NewPasswordForm, email: str) -> str:
    if not form.validate():
        return pages.bad_password()
    return pages.easy_password() if is_easy(form.password.data, email) else ""


def _sign_in_page(view: SignInView) -> str:
    return render_template("accounts/sign_in.html", view=view)


def _link_page(token: str, view: LinkView) -> str:
    return render_template("accounts/link.html", view=view, token=token)


def broken_link(problem: LinkProblem) -> tuple[str, int]:
    """The page of a one-time link that does not work."""
    return render_template("accounts/broken_link.html", view=pages.broken_link(problem)), 410


def take_step(step: SignIn, onward: str, *, known: bool = True) -> Response:
    """On to what is still to be asked, or in; a browser that got in is known from then on.

    Not `known`: who came from another website, without the cookie of what is known here.
    """
    if step.next_page is not None or step.person is None:
        return redirect(url_for(step.next_page or "accounts.sign_in", verder=onward or None), 303)
    response = current_app.make_response(redirect(onward_page(onward), 303))
    if known:
        remember_browser(response, step.person)
    return response


def asked_onward() -> str:
    """The page that the address says somebody was on the way to."""
    return (plain_text(request.args.get("verder")) or "")[:LONGEST_ADDRESS]


def _asked_form() -> str:
    return (plain_text(request.form.get("verder")) or "")[:LONGEST_ADDRESS]


def onward_page(wanted: str) -> str:
    """The page that somebody was on the way to, if it is one of ours; else their first page."""
    ours = wanted.startswith("/") and not wanted.startswith(("//", "/\\"))
    if ours and wanted.isprintable():
        return wanted
    return home_of(require_staff())
