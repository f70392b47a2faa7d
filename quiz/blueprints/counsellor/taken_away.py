"""An agreed step that was taken away a moment ago, with the button that puts it back.

It stands in the address as it was picked from the lists: a second look does no harm, and only what
could be a step is said or put back. A step that was done comes back as one to come.
"""

from collections.abc import Mapping

from flask import request, url_for

from quiz.results.agreed import AgreedView, about_name, month_name, step_name
from quiz.usecases.attempts.errors import InvalidStep
from quiz.usecases.sharing.agreed_steps import (
    AgreedStepDraft,
    KeptAgreement,
    agreed_steps,
    refuse_invalid,
)
from quiz.web.pages.done import JustDone
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import reading

STEP, MONTH, ABOUT = "weg", "maand", "over"


def step_with(number: int, attempt_id: int) -> KeptAgreement | None:
    """The step of this pupil with this number, as long as it is there."""
    steps = agreed_steps(reading(), attempt_id)
    return next((each for each in steps if each.id == number), None)


def in_address(step: KeptAgreement | None) -> dict[str, str]:
    """What the address says of a step that goes."""
    return {} if step is None else _fields(AgreedStepDraft(step.kind, step.month, step.about))


def draft_in(told: Mapping[str, str]) -> AgreedStepDraft | None:
    """The step that an address or a form tells of, if it could be one."""
    draft = AgreedStepDraft(told.get(STEP, ""), told.get(MONTH, ""), told.get(ABOUT) or None)
    try:
        refuse_invalid(draft)
    except InvalidStep:
        return None
    return draft


def just_done(share_id: int, steps: tuple[AgreedView, ...]) -> JustDone | None:
    """The line above the list; none once the step is back."""
    gone = draft_in(request.args)
    if gone is None:
        return None
    what, month, about = step_name(gone.kind), month_name(gone.month), about_name(gone.about)
    if (what, month, about) in [(each.what, each.month, each.about) for each in steps]:
        return None
    step = f"{what} ({about})" if about else what
    words = _("Van de lijst: %(step)s, %(month)s.", step=step, month=month)
    here = url_for(
        "counsellor.change_steps", share_id=share_id, minuten=request.args.get("minuten")
    )
    return JustDone(words, here, _("Maak ongedaan"), {"action": "undo", **_fields(gone)})


def _fields(draft: AgreedStepDraft) -> dict[str, str]:
    fields = {STEP: draft.kind, MONTH: draft.month}
    return {**fields, ABOUT: draft.about} if draft.about else fields
