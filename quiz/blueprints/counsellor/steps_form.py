"""The form for a step to agree on: everything is picked from a list, nothing is typed."""

from collections.abc import Iterator
from datetime import date

from flask_wtf import FlaskForm
from wtforms import IntegerField, SelectField, StringField
from wtforms.validators import Optional

from quiz.blueprints.counsellor.view_models import Abouts, AgreedStepsView
from quiz.results.agreed import AgreedView, month_name, step_name
from quiz.results.view_models import ShownResult
from quiz.storage.identifiers import LARGEST_LONG_NUMBER
from quiz.usecases.sharing.agreed_steps import STEP_KINDS, AgreedStepDraft
from quiz.web.pages.choices import Choice
from quiz.web.pages.languages import translate as _

MONTHS_AHEAD = 12


class StepForm(FlaskForm):  # type: ignore[misc]
    """A new step: `kind`, `month`, and perhaps what it is about, by the key of a card."""

    kind = SelectField(choices=list(STEP_KINDS))
    month = SelectField(choices=[])
    about = SelectField(choices=[])

    @classmethod
    def offering(cls, today: date, abouts: Abouts) -> "StepForm":
        """The form with the months to come, and with what may be chosen for this pupil."""
        form = cls()
        form.month.choices = list(coming_months(today))
        form.about.choices = ["", *(key for _title, rows in abouts for key, _name in rows)]
        form.about.data = form.about.data or ""
        return form

    def draft(self) -> AgreedStepDraft:
        """The step that was picked."""
        return AgreedStepDraft(self.kind.data, self.month.data, self.about.data or None)


class ActionForm(FlaskForm):  # type: ignore[misc]
    """Which button was pressed, and for which step."""

    action = StringField()
    step = IntegerField(validators=[Optional()])

    def chosen_step(self) -> int | None:
        """The number of a step as far as it can be one."""
        self.validate()
        number = self.step.data
        return number if isinstance(number, int) and 0 < number <= LARGEST_LONG_NUMBER else None


def coming_months(today: date) -> Iterator[str]:
    """The running month and those after it, a year in all: '2026-11', ..."""
    for ahead in range(MONTHS_AHEAD):
        years, month = divmod(today.month - 1 + ahead, 12)
        yield f"{today.year + years:04}-{month + 1:02}"


def abouts_of(shown: ShownResult) -> Abouts:
    """What a step may be about: what the pupil keeps first, then what the result suggests."""
    kept = tuple((each.key, each.name) for each in shown.kept)
    groups = [(_("Bewaard door de leerling"), kept)]
    known = {key for key, _name in kept}
    for group in (*shown.steps, *shown.near):
        rows = tuple((card.key, card.name) for card in group.cards if card.key not in known)
        known |= {key for key, _name in rows}
        groups.append((group.title, rows))
    return tuple((title, rows) for title, rows in groups if rows)


def steps_view(
    steps: tuple[AgreedView, ...], abouts: Abouts, today: date, form: StepForm | None = None
) -> AgreedStepsView:
    """The steps, and the form; with a form that was sent also what is wrong with it."""
    kind, month, about = (
        (form.kind.data, form.month.data, form.about.data) if form else ("", "", "")
    )
    return AgreedStepsView(
        steps=steps,
        kinds=tuple(Choice(each, step_name(each), each == kind) for each in STEP_KINDS),
        months=tuple(
            Choice(each, month_name(each), each == month) for each in coming_months(today)
        ),
        abouts=tuple(
            (title, tuple(Choice(key, name, key == about) for key, name in rows))
            for title, rows in abouts
        ),
        errors=_errors(form) if form else {},
    )


def _errors(form: StepForm) -> dict[str, str]:
    words = {
        "kind": _("Kies wat jullie afspreken."),
        "month": _("Kies een maand."),
        "about": _("Dit staat niet meer in de lijst. Kies iets anders, of laat het leeg."),
    }
    return {name: words[name] for name in words if name in form.errors}
