"""Signing in with the school's account, linking one and undoing that, as URLs."""

from flask import current_app, redirect, render_template, request, url_for
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.wrappers import Response

from quiz.blueprints.accounts import begun, linking, own_account, pages, school_account
from quiz.blueprints.accounts.account_routes import account_again, saved
from quiz.blueprints.accounts.operations import WrongPassword
from quiz.blueprints.accounts.routes import (
    Page,
    asked_onward,
    blueprint,
    broken_link,
    onward_page,
    take_step,
)
from quiz.usecases.staff.links import LinkProblem
from quiz.usecases.staff.people import NoSuchColleague
from quiz.web.access.audiences import Audience, NotAllowed, audience, current_staff, require_staff

LONGEST_PART = 4096
_PARTS = ("state", "code", "error", "iss")  # of an answer; a description of an error is not read


@blueprint.get("/inloggen/school/<provider>")
@audience(Audience.ANYONE)
def to_school(provider: str) -> Page:
    """Send somebody to the provider. A school may put this address in its portal."""
    token, asked_for = request.args.get("link", ""), request.args.get("voor", "")
    if current_staff() is not None and not token and not asked_for:
        return redirect(onward_page(asked_onward()), 303)
    try:
        purpose = school_account.purpose(asked_for, token)
    except LinkProblem as problem:
        return broken_link(problem)
    address, one = school_account.begin(provider, purpose, token or asked_onward())
    response = current_app.make_response(redirect(address, 302))
    begun.remember(response, one)
    return response


@blueprint.get("/inloggen/school/<provider>/terug")
@audience(Audience.ANYONE)
def from_school(provider: str) -> Page:
    """Somebody comes back: in, or on to the page that asks whether to link."""
    one, subject = school_account.come_back(provider, _answer())
    response = _go_on(one, subject)
    begun.forget(response)
    return response


def _answer() -> dict[str, str]:
    """What the provider had this browser bring; no link on a page repeats it."""
    brought, request.args = request.args, ImmutableMultiDict()
    return {name: brought[name][:LONGEST_PART] for name in _PARTS if name in brought}


def _go_on(one: begun.Begun, subject: bytes) -> Response:
    if not one.purpose:
        step = school_account.enter(one.provider, subject)
        return take_step(step, one.onward, known=False)
    linking.note_proven(one, subject)
    if one.purpose.startswith("account:"):
        place = url_for("accounts.ask_to_link")
    else:
        place = url_for("accounts.ask_to_link_invited", token=one.onward)
    return current_app.make_response(redirect(place, 303))


@blueprint.get("/account/koppelen")
@audience(Audience.STAFF)
def ask_to_link() -> Page:
    """Ask the owner of the account whether to link, and for the password."""
    return _link_page()


@blueprint.post("/account/koppelen")
@audience(Audience.STAFF)
def link_own() -> Page:
    """Link the own account to the school account that just came back."""
    try:
        return saved(linking.link_own(require_staff(), request.form.get("present", "")))
    except WrongPassword:
        return _link_page(pages.wrong_present()), 422


def _link_page(error: str = "") -> str:
    staff = require_staff()
    found = linking.proven(linking.purpose_of(staff))
    view = pages.linking(found.provider, staff.email, error)
    return render_template("accounts/link_own.html", view=view)


@blueprint.post("/account/ontkoppelen")
@audience(Audience.STAFF)
def unlink_own() -> Page:
    """Undo the link with a provider, after the password."""
    staff, form = require_staff(), request.form
    try:
        changed = linking.unlink_own(staff, form.get("provider", ""), form.get("present", ""))
    except WrongPassword:
        return account_again(pages.wrong_present())
    return saved(changed)


@blueprint.get("/wachtwoord/<token>/koppelen")
@audience(Audience.ANYONE)
def ask_to_link_invited(token: str) -> Page:
    """Ask whoever has a one-time link whether to link its account. Looking uses nothing up."""
    try:
        email = own_account.look_at_link(token).email
    except LinkProblem as problem:
        return broken_link(problem)
    found = linking.proven(linking.purpose_of_link(token))
    view = pages.linking(found.provider, email)
    return render_template("accounts/link_invited.html", view=view, token=token)


@blueprint.post("/wachtwoord/<token>/koppelen")
@audience(Audience.ANYONE)
def link_invited(token: str) -> Page:
    """Link the account of the one-time link, which is used up, and go in."""
    found = linking.proven(linking.purpose_of_link(token))
    try:
        person = linking.link_invited(token)
    except LinkProblem as problem:
        return broken_link(problem)
    return take_step(school_account.go_in(found.provider, person), "", known=False)


@blueprint.post("/collegas/<int:staff_id>/ontkoppelen")
@audience(Audience.ADMIN)
def unlink_colleague(staff_id: int) -> Page:
    """Undo every link of a colleague: of who has another school account now, for instance."""
    try:
        linking.unlink_colleague(require_staff(), staff_id)
    except NoSuchColleague as problem:
        raise NotAllowed from problem
    return redirect(url_for("accounts.colleague", staff_id=staff_id), 303)
