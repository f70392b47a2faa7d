"""Values that several rooms show: the choices of a form, and the field for a class code."""

from dataclasses import dataclass
from typing import NamedTuple


class Choice(NamedTuple):
    """One radio button or option: the submitted value, the words, and whether it is chosen."""

    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True)
class JoinView:
    """The one big field for a class code: on the home page and on /meedoen."""

    code: str = ""
    error: str = ""
