"""The 2,048 simple Dutch words of which every return code takes two."""

import functools
import re
from pathlib import Path

from quiz.config import paths
from quiz.domain.codes.errors import WordsError
from quiz.domain.spreadsheets.whole import read_whole

RETURN_WORD_COUNT = 2_048
RETURN_WORDS_FILE = paths.QUESTIONS / "words" / "return_words.txt"
_WORD = re.compile(r"[a-z]{3,8}")


@functools.cache
def load_return_words(path: Path = RETURN_WORDS_FILE) -> tuple[str, ...]:
    """The words in order, one from each line of the file; read once per process.

    The place of a word in the file is part of every code that is derived, so the order matters.

    Raises WordsError: the file is missing, or a line, the order or the number of words is wrong.
    """
    try:
        words = tuple(read_whole(path).splitlines())
    except (OSError, UnicodeDecodeError) as problem:
        raise WordsError(f"{path}: cannot be read as UTF-8 text ({problem}).") from problem
    _check_words(path, words)
    return words


def _check_words(path: Path, words: tuple[str, ...]) -> None:
    """Raise WordsError for the first rule that the words break."""
    for number, word in enumerate(words, start=1):
        if not _WORD.fullmatch(word):
            raise WordsError(f"{path}, line {number}: write one word of 3 to 8 letters a-z.")
    if list(words) != sorted(set(words)):
        raise WordsError(f"{path}: sort the words and take out doubles.")
    if len(words) != RETURN_WORD_COUNT:
        raise WordsError(f"{path}: {len(words)} words, but it must be {RETURN_WORD_COUNT}.")
