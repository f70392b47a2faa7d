"""Typed codes as guesses: wrong ones are counted, and whoever guesses too often waits."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import session

from quiz.domain.codes.errors import InvalidCode
from quiz.usecases.attempts.errors import UnknownCode
from quiz.web.access.board_links import came_from_board
from quiz.web.access.limits import Code, count_guess, refuse_guessing
from quiz.web.access.session_keys import KNOWN_CLASS


@contextmanager
def one_guess(code: Code, class_code: str | None = None) -> Iterator[None]:
    """Count a code that leads nowhere, and stop a browser that guessed too often.

    It is no guess when this browser gave this very class code before, or scanned it.
    """
    known = session.get(KNOWN_CLASS)
    if class_code is None or not (known == class_code or came_from_board(class_code)):
        refuse_guessing(code)
    try:
        yield
    except (InvalidCode, UnknownCode) as problem:
        count_guess(code, possible=isinstance(problem, UnknownCode))
        raise UnknownCode from problem
