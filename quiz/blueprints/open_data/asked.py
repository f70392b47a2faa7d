"""What somebody asks of a list, read from the address; what we do not know is never left out."""

import re
from dataclasses import dataclass

from flask import request

from quiz.blueprints.open_data.resources import Filter, Resource

JSON, CSV = "json", "csv"
FORMATS = (JSON, CSV)
FORMAT, PAGE, SIZE = "formaat", "pagina", "paginagrootte"
FIRST, LAST_PAGE = 1, 1_000_000
ON_A_PAGE, MOST_ON_A_PAGE = 100, 500
_NUMBER = re.compile(r"[0-9]{1,7}")


class StrangeQuestion(ValueError):
    """A question that cannot be answered: `name` of what is wrong, and what may stand there."""

    def __init__(self, name: str, may_be: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name, self.may_be = name, may_be


class UnknownName(StrangeQuestion):
    """A list cannot be asked this; `may_be`: what it can be asked."""


class AskedTwice(StrangeQuestion):
    """The same thing is asked more than once."""


class UnknownWord(StrangeQuestion):
    """Something is asked with a word or number that it cannot have."""


@dataclass(frozen=True)
class Question:
    """What is asked: a format, one page, and these filters with their words."""

    format: str
    page: int
    size: int
    filters: tuple[tuple[Filter, str], ...]


def question_about(resource: Resource) -> Question:
    """What this request asks of a list. Raises UnknownName, UnknownWord or AskedTwice."""
    filters = {each.name: each for each in resource.filters}
    names = (*filters, FORMAT, PAGE, SIZE)
    given: dict[str, str] = {}
    for name, word in request.args.items(multi=True):
        if name not in names:
            raise UnknownName(name, names)
        if name in given:
            raise AskedTwice(name, ())
        given[name] = word
    return Question(
        format=_word(FORMAT, given.get(FORMAT, JSON), FORMATS),
        page=_number(PAGE, given.get(PAGE, str(FIRST)), LAST_PAGE),
        size=_number(SIZE, given.get(SIZE, str(ON_A_PAGE)), MOST_ON_A_PAGE),
        filters=tuple(
            (each, _word(name, given[name], tuple(each.words())))
            for name, each in filters.items()
            if name in given
        ),
    )


def _word(name: str, word: str, known: tuple[str, ...]) -> str:
    if word not in known:
        raise UnknownWord(name, known)
    return word


def _number(name: str, text: str, most: int) -> int:
    if not _NUMBER.fullmatch(text) or not FIRST <= int(text) <= most:
        raise UnknownWord(name, (f"{FIRST}-{most}",))
    return int(text)
