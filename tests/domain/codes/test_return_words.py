"""The 2,048 words: simple, and so far apart that a typing error is never another word."""

from collections import Counter
from pathlib import Path

import pytest

from quiz.domain.codes.errors import WordsError
from quiz.domain.codes.return_words import RETURN_WORD_COUNT, load_return_words


def test_there_are_2048_sorted_words_of_3_to_8_plain_letters() -> None:
    words = load_return_words()
    assert len(words) == RETURN_WORD_COUNT == 2_048
    assert list(words) == sorted(set(words))
    for word in words:
        assert 3 <= len(word) <= 8, word
        assert word.isascii(), word
        assert word.isalpha(), word
        assert word.islower(), word


def test_any_two_words_differ_in_at_least_two_letters() -> None:
    """With one letter changed or left out of each, no two words may become the same.

    Two words at distance one share a form with one letter blanked (a letter changed), or one is
    the other without a letter (a letter added or left out).
    """
    words = load_return_words()
    blanked = Counter(form for word in words for form in _forms(word, "?"))
    assert [form for form, count in blanked.items() if count > 1] == []
    shortened = {form for word in words for form in _forms(word, "")}
    assert shortened.isdisjoint(words)


def test_two_letters_swapped_never_make_another_word() -> None:
    words = set(load_return_words())
    for word in words:
        for at in range(len(word) - 1):
            swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            assert swapped == word or swapped not in words


def test_no_word_is_the_plural_or_the_diminutive_of_another() -> None:
    words = set(load_return_words())
    endings = ["en", "s", *(f"{link}je" for link in ("", "t", "p", "et"))]
    related = [word + ending for word in words for ending in endings if word + ending in words]
    doubled = [word + word[-1] + "en" for word in words if word + word[-1] + "en" in words]
    assert related == []
    assert doubled == []


def _forms(word: str, mark: str) -> set[str]:
    """Return the word with each letter in turn replaced by `mark`."""
    return {word[:at] + mark + word[at + 1 :] for at in range(len(word))}


def test_a_file_with_too_few_words_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    file.write_text("appel\notter\n", encoding="utf-8")
    with pytest.raises(WordsError, match="2 words, but it must be 2048"):
        load_return_words(file)


@pytest.mark.parametrize("word", ["Otter", "ot", "otterbrood", "één", "o ter", ""])
def test_a_line_that_is_not_one_plain_word_is_refused(tmp_path: Path, word: str) -> None:
    file = tmp_path / "words.txt"
    file.write_text(f"appel\n{word}\n", encoding="utf-8")
    with pytest.raises(WordsError, match="line 2"):
        load_return_words(file)


@pytest.mark.parametrize("text", ["otter\nappel\n", "appel\nappel\n"])
def test_an_unsorted_or_double_word_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "words.txt"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WordsError, match="sort the words"):
        load_return_words(file)


def test_a_missing_or_unreadable_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WordsError, match="cannot be read"):
        load_return_words(tmp_path / "missing.txt")
    file = tmp_path / "bytes.txt"
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(WordsError, match="cannot be read"):
        load_return_words(file)
