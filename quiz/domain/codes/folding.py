"""Bring what people type to plain characters, so that each code forgives the same things."""

import unicodedata


def fold(text: str) -> str:
    """`text` without accents and compatibility forms, with every digit as 0-9.

    A phone adds accents by itself, types full-width characters or writes Arabic digits; a code
    does not care. Case, spaces and punctuation stay as they are.
    """
    parts = unicodedata.normalize("NFKD", text)
    return "".join(_plain(part) for part in parts if not unicodedata.combining(part))


def _plain(character: str) -> str:
    """A digit of any script as 0-9 and everything else unchanged."""
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)
