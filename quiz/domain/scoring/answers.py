"""Reads a pupil's answers: refuses what does not exist, and puts the rest in one fixed order."""

from collections.abc import Mapping

from quiz.domain.scoring.errors import ResponseError
from quiz.domain.scoring.model import Form


class AnswerReader:
    """Turns {question id: value} into codes, one whole number per real answer.

    code = position of the question * number of values + position of the value. Codes come out
    sorted, so that sums over them are the same to the last bit whatever the order of the answers.
    """

    def __init__(self, form: Form) -> None:
        self.form = form
        self.positions = {item: position for position, item in enumerate(form.items)}
        width = len(form.values)
        self._codes = {
            item: {value: position * width + k for k, value in enumerate(form.values)}
            for item, position in self.positions.items()
        }
        for codes in self._codes.values():
            codes[form.unknown] = -1

    def codes(self, responses: Mapping[str, int]) -> list[int]:
        """The sorted codes of the real answers; ResponseError for anything unknown."""
        known = self._codes
        try:
            found = sorted(
                [
                    known[item][value]
                    for item, value in responses.items()
                    if value is not True and value is not False
                ]
            )
        except (KeyError, TypeError):
            raise self._refusal(responses) from None
        if len(found) < len(responses):
            raise self._refusal(responses)
        return found[found.count(-1) :]

    def asked(self, responses: Mapping[str, int]) -> list[int]:
        """The positions of all questions asked (also answered 0), in the order given."""
        return [self.positions[item] for item in responses]

    def values(self, responses: Mapping[str, int]) -> list[int]:
        """The real answers in the order given: the order of the screens."""
        return [value for value in responses.values() if value != self.form.unknown]

    def _refusal(self, responses: Mapping[str, int]) -> ResponseError:
        strange = [item for item in responses if item not in self.positions]
        if strange:
            return ResponseError(f"unknown question {strange[0]!r}: it is not in the bank")
        allowed = (*self.form.values, self.form.unknown)
        item, value = next(
            (item, value)
            for item, value in responses.items()
            if isinstance(value, bool) or value not in allowed
        )
        return ResponseError(
            f"question {item!r} has answer {value!r}: use {', '.join(map(str, allowed[:-1]))}, "
            f"or {allowed[-1]} for no answer"
        )
