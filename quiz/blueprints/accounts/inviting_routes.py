"""Inviting several colleagues at once, as URLs, for the admin of a school."""

from flask import render_template

from quiz.blueprints.accounts import inviting
from quiz.blueprints.accounts.colleague_operations import school_name
from quiz.blueprints.accounts.forms import InviteManyForm
from quiz.blueprints.accounts.routes import Page, blueprint
from quiz.web.access.audiences import Audience, audience, require_staff
from quiz.web.runtime import end_reading


@blueprint.get("/collegas/uitnodigen")
@audience(Audience.ADMIN)
def ask_to_invite_many() -> Page:
    """A field for a list of addresses."""
    return render_template("accounts/invite_many.html", view=inviting.empty())


@blueprint.post("/collegas/uitnodigen")
@audience(Audience.ADMIN)
def invite_many() -> Page:
    """Invite everybody on the list and show the links once; or nobody, and what is wrong."""
    staff, form = require_staff(), InviteManyForm()
    listed = inviting.listed_in(form)
    if wrong := inviting.findings(form, listed):
        view = inviting.again(form, wrong)
        return render_template("accounts/invite_many.html", view=view), 422
    school = school_name(staff)
    end_reading()  # mailing takes a while
    made = inviting.invite_listed(staff, listed)
    return render_template("accounts/new_links.html", view=inviting.shown_once(school, made))
