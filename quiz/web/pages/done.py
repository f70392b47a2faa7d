"""What was done a moment ago, on the page to which that led (templates/parts/done.html)."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class JustDone:
    """One line: what was done. With `action` a form undoes it, which sends `fields`."""

    words: str
    action: str = ""
    button: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
