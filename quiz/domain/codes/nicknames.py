"""Friendly nicknames such as "Blauwe Otter": an adjective and an animal, unique in a class."""

import functools
import random
from collections.abc import Collection, Sequence
from pathlib import Path

import yaml

from quiz.config import paths
from quiz.domain.codes.errors import NoNicknameLeft, WordsError
from quiz.domain.spreadsheets.whole import read_whole

NICKNAMES_FILE = paths.QUESTIONS / "words" / "nicknames.yaml"


@functools.cache
def load_nicknames(path: Path = NICKNAMES_FILE) -> tuple[str, ...]:
    """Every nickname: each adjective with each animal, in the order of the file.

    Raises WordsError: the file is missing, is no YAML, or a list of words is not in order.
    """
    try:
        content = yaml.safe_load(read_whole(path))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as problem:
        raise WordsError(f"{path}: cannot be read as YAML ({problem}).") from problem
    adjectives = _word_list(path, content, "adjectives")
    animals = _word_list(path, content, "animals")
    return tuple(f"{adjective} {animal}" for adjective in adjectives for animal in animals)


def choose_nickname(randomness: random.Random, taken: Collection[str]) -> str:
    """A nickname that is not in `taken`, each free one equally likely.

    Raises NoNicknameLeft: all of them are taken.
    """
    free: Sequence[str] = load_nicknames()
    if taken:
        in_use = frozenset(taken)
        free = [nickname for nickname in free if nickname not in in_use]
    if not free:
        raise NoNicknameLeft("Every nickname is taken; add words to questions/words.")
    return randomness.choice(free)


def _word_list(path: Path, content: object, name: str) -> list[str]:
    """The list called `name`: texts that begin with a capital, without doubles."""
    words = content.get(name) if isinstance(content, dict) else None
    if not isinstance(words, list) or not words:
        raise WordsError(f"{path}: '{name}' must be a list of words.")
    for word in words:
        if not isinstance(word, str) or not word[:1].isupper():
            raise WordsError(f"{path}: {word!r} in '{name}' must be a word with a capital.")
    if len(set(words)) != len(words):
        raise WordsError(f"{path}: '{name}' holds a word twice.")
    return words
