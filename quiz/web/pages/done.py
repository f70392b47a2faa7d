"""What was done a moment ago, on the page to which that led (templates/parts/done.html)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class JustDone:
    """One line: what was done. With `action` a form undoes it, which sends `fields`.

    A field with several values is sent once for each.
    """

    words: str
    action: str = ""
    button: str = ""
    fields: Mapping[str, str | Sequence[str]] = field(default_factory=dict)
