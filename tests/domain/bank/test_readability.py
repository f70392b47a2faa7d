"""The measure of reading ease does what its sources say."""

import pytest

from quiz.domain.bank.rules.likeness import alike, alike_pairs
from quiz.domain.bank.rules.readability import reading_ease, syllables, words


@pytest.mark.parametrize(
    ("word", "language", "count"),
    [
        ("brace", "nl", 2),
        ("ziekenhuis", "nl", 3),
        ("patiënten", "nl", 4),
        ("kijken", "nl", 2),
        ("zonnepanelen", "nl", 5),
        ("brrr", "nl", 1),
        ("make", "en", 1),
        ("people", "en", 2),
        ("lights", "en", 1),
        ("classmates", "en", 2),
    ],
)
def test_syllables_are_counted_as_spoken(word: str, language: str, count: int) -> None:
    assert syllables(word, language) == count


def test_dutch_reading_ease_is_the_formula_of_douma() -> None:
    # One sentence of 6 words and 7 syllables.
    score = reading_ease(["De hond loopt door het water"], "nl")
    assert score == pytest.approx(206.84 - 0.93 * 6 - 77 * 7 / 6)


def test_english_reading_ease_is_the_formula_of_flesch() -> None:
    # Two sentences of 3 and 2 words, 5 syllables in all.
    score = reading_ease(["The dog runs. It barks."], "en")
    assert score == pytest.approx(206.835 - 1.015 * 2.5 - 84.6)


def test_every_text_counts_as_a_sentence_even_without_a_full_stop() -> None:
    assert reading_ease(["De kat", "De hond"], "nl") == reading_ease(["De kat. De hond."], "nl")


def test_no_words_are_no_burden() -> None:
    assert reading_ease(["3 + 4"], "nl") == 100


def test_numbers_and_punctuation_are_no_words() -> None:
    assert words("In 3D printen, iemands foto's!") == ["in", "d", "printen", "iemands", "foto's"]


def test_questions_are_alike_by_their_telling_words_or_by_their_letters() -> None:
    assert alike("Een robot bouwen", "Bouwen aan een robot", "nl")
    assert alike("Een huis tekenen in de stad", "Een huis rekenen in de stad", "nl")
    assert not alike("Een huis tekenen", "Een robot leren praten", "nl")
    assert not alike("Aan het", "Met de", "nl")


def test_each_pair_of_likes_is_given_once() -> None:
    texts = {"a": "Een robot bouwen", "b": "Vissen tellen", "c": "Een robot bouwen"}
    assert list(alike_pairs(texts, "nl")) == [("a", "c")]
