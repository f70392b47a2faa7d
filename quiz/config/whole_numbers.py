"""Whole numbers as a form, an address or a setting brings them."""


def whole_number(text: str, digits: int) -> int | None:
    """The number in plain digits, at most so many; None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= digits else None
