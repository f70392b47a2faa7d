"""The lesson in the language of this visitor, read once."""

from functools import cache

from quiz.domain.bank.lesson import Lesson, load_lesson
from quiz.web.pages.languages import current_language


def lesson() -> Lesson:
    """Lesson plans and talk questions."""
    return _read(current_language())


@cache
def _read(language: str) -> Lesson:
    return load_lesson(language)
