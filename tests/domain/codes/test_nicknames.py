"""A nickname is friendly, fits everybody and is unique in the class."""

import random
import secrets
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quiz.domain.codes.errors import NoNicknameLeft, WordsError
from quiz.domain.codes.nicknames import NICKNAMES_FILE, choose_nickname, load_nicknames


def test_there_are_more_than_1600_different_nicknames() -> None:
    nicknames = load_nicknames()
    assert len(set(nicknames)) == len(nicknames) > 1_600
    content = yaml.safe_load(NICKNAMES_FILE.read_text(encoding="utf-8"))
    assert len(content["adjectives"]) >= 40
    assert len(content["animals"]) >= 40


def test_a_nickname_is_an_adjective_and_an_animal() -> None:
    assert "Blauwe Otter" in load_nicknames()
    for nickname in load_nicknames():
        adjective, animal = nickname.split(" ")
        assert adjective[0].isupper()
        assert animal[0].isupper()
        assert len(nickname) <= 26, nickname


def test_every_adjective_fits_a_de_word() -> None:
    """Dutch: the form with -e, or one of the few that never change."""
    for nickname in load_nicknames():
        adjective = nickname.split(" ")[0]
        assert adjective.endswith("e") or adjective in {"Gouden", "Zilveren"}


@pytest.mark.parametrize(
    "word", ["Dikke", "Rode", "Zwarte", "Witte", "Bruine", "Aap", "Varken", "Slang", "Koe", "Worm"]
)
def test_no_nickname_can_be_used_to_tease(word: str) -> None:
    assert not [nickname for nickname in load_nicknames() if word in nickname.split(" ")]


@given(st.randoms(), st.sets(st.sampled_from(load_nicknames()), max_size=40))
def test_a_nickname_is_never_one_that_is_taken(randomness: random.Random, taken: set[str]) -> None:
    assert choose_nickname(randomness, taken) in set(load_nicknames()) - taken


def test_the_last_free_nickname_is_found() -> None:
    *taken, last = load_nicknames()
    assert choose_nickname(secrets.SystemRandom(), taken) == last


def test_when_all_are_taken_it_says_so() -> None:
    with pytest.raises(NoNicknameLeft):
        choose_nickname(secrets.SystemRandom(), load_nicknames())


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- Blauwe", "'adjectives' must be a list"),
        ("adjectives: []", "'adjectives' must be a list"),
        ("adjectives: [Blauwe]", "'animals' must be a list"),
        ("adjectives: [blauwe]", "must be a word with a capital"),
        ("adjectives: [3]", "must be a word with a capital"),
        ("adjectives: [Blauwe, Blauwe]", "holds a word twice"),
        ("adjectives: [", "cannot be read as YAML"),
    ],
)
def test_a_catalogue_that_breaks_a_rule_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    file = tmp_path / "nicknames.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WordsError, match=problem):
        load_nicknames(file)


def test_a_missing_catalogue_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WordsError, match="cannot be read"):
        load_nicknames(tmp_path / "missing.yaml")
