"""The choices a form offers, as plain values that any template part can draw."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Choice:
    """One radio button or option: the submitted value, the words, and whether it is chosen."""

    value: str
    label: str
    chosen: bool = False
