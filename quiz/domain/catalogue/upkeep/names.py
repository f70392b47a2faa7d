"""The id of a row that somebody adds: made of its name, and of nobody else."""

import re
from collections.abc import Container

from quiz.domain.codes.folding import fold

LONGEST = 100
NAMELESS = "rij"
_BETWEEN = re.compile(r"[^a-z0-9]+")


def free_key(name: str, taken: Container[str]) -> str:
    """An id that is not taken, not even by a row that was taken away."""
    slug = _BETWEEN.sub("-", fold(name).casefold())[:LONGEST].strip("-") or NAMELESS
    found, number = slug, 1
    while found in taken:
        number += 1
        found = f"{slug}-{number}"
    return found
