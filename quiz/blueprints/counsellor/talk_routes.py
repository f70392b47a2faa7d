"""The talk as URLs: the page of one shared result after the pupil's yes, and the agreed steps."""

from collections.abc import Mapping
from typing import Any

from flask import redirect, render_template, request, url_for

from quiz.blueprints.counsellor import taken_away, talk_page
from quiz.blueprints.counsellor.operations import note, require_share
from quiz.blueprints.counsellor.routes import Page, blueprint
from quiz.blueprints.counsellor.steps_form import ActionForm, StepForm, steps_view
from quiz.blueprints.counsellor.talk_guide import chosen_minutes
from quiz.blueprints.counsellor.waiting_routes import waiting_page
from quiz.results.agreed import agreed_views
from quiz.usecases.attempts.errors import NoShare
from quiz.usecases.sharing.agreed_steps import agree_step, drop_step, mark_step_done
from quiz.usecases.sharing.share import OpenShare
from quiz.usecases.staff.audit import Action
from quiz.web.access.audiences import Audience, audience
from quiz.web.runtime import services

MINUTES = "minuten"
CHANGES = {"done": mark_step_done, "remove": drop_step}
NOTHING: Mapping[str, str] = {}
LINES = {"done": Action.STEP_DONE, "remove": Action.STEP_DROPPED}


@blueprint.get("/gesprekken/<long:share_id>")
@audience(Audience.COUNSELLOR)
def talk(share_id: int) -> Page:
    """One shared result; before the pupil's yes the page to wait on."""
    share = require_share(share_id)
    return _show(share) if share.confirmed else waiting_page(share)


@blueprint.post("/gesprekken/<long:share_id>/stappen")
@audience(Audience.COUNSELLOR)
def change_steps(share_id: int) -> Page:
    """Agree on a step, mark one as done, take one away or put it back.

    Anything else changes nothing.
    """
    share = require_share(share_id)
    if not share.confirmed:
        raise NoShare
    sent = ActionForm()
    action, step = sent.action.data or "", sent.chosen_step()
    if action == "add":
        return _add(share)
    if action == "undo":
        return _put_back(share)
    change = CHANGES.get(action)
    if change is None or step is None:
        return _back(share)
    found = taken_away.step_with(step, share.attempt_id) if action == "remove" else None
    if change(services(), share.attempt_id, step, share.id):
        note(LINES[action], share.id)
    return _back(share, taken_away.in_address(found))


def _put_back(share: OpenShare) -> Page:
    """The step that was taken away stands on the list again; what is none changes nothing."""
    draft = taken_away.draft_in(request.form)
    if draft is not None and agree_step(services(), share.attempt_id, draft, share.id):
        note(Action.STEP_PUT_BACK, share.id)
    return _back(share)


def _add(share: OpenShare) -> Page:
    """Write the picked step down; where something is missing, the page says what."""
    loaded = talk_page.load(share.attempt_id)
    view = talk_page.talk_view(loaded, agreed_views(share.attempt_id), None)
    form = StepForm.offering(services().today(), view.abouts if view else ())
    if not form.validate():
        return _show(share, form), 422
    if agree_step(services(), share.attempt_id, form.draft(), share.id):
        note(Action.STEP_AGREED, share.id)
    return _back(share)


def _show(share: OpenShare, form: StepForm | None = None) -> str:
    loaded, steps = talk_page.load(share.attempt_id), agreed_views(share.attempt_id)
    view = talk_page.talk_view(loaded, steps, request.args.get(MINUTES))
    today = services().today()
    return render_template(
        "counsellor/talk.html",
        share=share,
        head=talk_page.head(share, loaded),
        view=view,
        steps=steps_view(steps, view.abouts if view else (), today, form),
        done=taken_away.just_done(share.id, steps),
    )


def _back(share: OpenShare, told: Mapping[str, str] = NOTHING) -> Page:
    """To the steps on the page of this result, with the talk as long as it was."""
    asked: dict[str, Any] = {MINUTES: chosen_minutes(request.args.get(MINUTES)), **told}
    here = url_for("counsellor.talk", share_id=share.id, _anchor="stappen", **asked)
    return redirect(here, 303)
