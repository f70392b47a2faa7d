"""What a pupil reads who is no longer in the class: why, and what can be done about it."""

from quiz.usecases.attempts.state import AttemptState
from quiz.usecases.classes.seats import REGAINING
from quiz.web.pages.languages import translate as _


def about_class(state: AttemptState) -> str:
    """An honest word about the place in the class; nothing for a pupil who has one or never had."""
    if state.left_why is None:
        return ""
    if state.left_why not in REGAINING:
        return _(
            "Je docent heeft je uit de klas gehaald. "
            "Je antwoorden zijn bewaard en je kunt gewoon verder."
        )
    if state.left_class_id is None:
        return ""  # the class itself is gone
    if not state.answers:
        return _("Je docent ziet je nog niet. Geef je eerste antwoord, dan doe je mee met de klas.")
    return _(
        "Je doet niet mee met de klas: die is vol of dicht. Je antwoorden zijn bewaard en je kunt "
        "gewoon verder. Wil je er nog bij? Vraag het je docent."
    )
