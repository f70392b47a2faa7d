"""Words for people that remember how they were made, so that a page can say them in its language.

The domain speaks Dutch and knows no page. What it says is text like any other; who shows it looks
up the sentence it was made of (quiz/web/pages/languages.py), and fills in the same values.
"""

from collections.abc import Mapping


class Words(str):
    """A sentence in Dutch, with values in the places of `%(name)s`."""

    __slots__ = ("sentence", "values")
    sentence: str
    values: Mapping[str, object]

    def __new__(cls, sentence: str, **values: object) -> "Words":
        """Fill in the values; without them the sentence is taken as it is."""
        words = super().__new__(cls, sentence % values if values else sentence)
        words.sentence, words.values = sentence, values
        return words
