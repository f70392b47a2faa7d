"""What a pupil may send us. Nothing here asks for a name, an address or a birthday."""

from collections.abc import Iterable, Mapping

from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import Length

from quiz.usecases.attempts.answers import Given
from quiz.web.pages.cleaning import plain_text
from quiz.web.pages.schooling_form import SchoolingForm

LONGEST_CODE = 100
LONGEST_PLACE = 80


class InvalidForm(ValueError):
    """A form holds something that our own pages cannot send."""


class CodeForm(FlaskForm):  # type: ignore[misc]
    """One field for a class code or a return code."""

    code = StringField(filters=[plain_text], validators=[Length(max=LONGEST_CODE)])


class StartForm(SchoolingForm):
    """School type, year, and without a class the town (optional)."""

    place = StringField(filters=[plain_text], validators=[Length(max=LONGEST_PLACE)])


def read_answers(fields: Mapping[str, str], questions: Iterable[str]) -> list[Given]:
    """The answers that a page of radios sends; open questions are simply absent.

    A script may send a `sequence` for each question beside it. Raises InvalidForm.
    """
    sent = dict(fields.items())  # werkzeug's own mapping is slow to say that a name is absent
    sequence = _number(sent.get("sequence"), "sequence")
    return [
        Given(question, _required(sent[question], question), sequence)
        for question in questions
        if sent.get(question)
    ]


def read_one_answer(fields: Mapping[str, str]) -> Given:
    """One answer as a script sends it while the pupil goes on. Raises InvalidForm."""
    return Given(
        question=fields.get("question", ""),
        value=_required(fields.get("value"), "value"),
        sequence=_number(fields.get("sequence"), "sequence"),
        milliseconds=_number(fields.get("milliseconds"), "milliseconds"),
    )


def _required(text: str | None, name: str) -> int:
    number = _number(text, name)
    if number is None:
        raise InvalidForm(name)
    return number


def _number(text: str | None, name: str) -> int | None:
    """A whole number of at most 16 plain digits; nothing else passes."""
    if text is None or text == "":
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 16):
        raise InvalidForm(name)
    return int(text)
