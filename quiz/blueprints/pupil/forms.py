"""What a pupil may send us. Nothing here asks for a name, an address or a birthday."""

from collections.abc import Iterable, Mapping

from quiz.config.whole_numbers import whole_number
from quiz.usecases.attempts.answers import Given

MOST_DIGITS = 16


class InvalidForm(ValueError):
    """A form holds something that our own pages cannot send."""


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
    """A whole number; nothing else passes."""
    if not text:
        return None
    number = whole_number(text, MOST_DIGITS)
    if number is None:
        raise InvalidForm(name)
    return number
