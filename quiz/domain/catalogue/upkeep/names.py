"""The id of a row that somebody adds: made of its name, and of nobody else."""

import re
import unicodedata
from collections.abc import Container

LONGEST = 100
NAMELESS = "rij"
_BETWEEN = re.compile(r"[^a-z0-9]+")


def free_key(name: str, taken: Container[str]) -> str:
    """An id that is not taken, not even by a row that was taken away."""
    parts = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(part for part in parts if not unicodedata.combining(part))
    slug = _BETWEEN.sub("-", plain)[:LONGEST].strip("-") or NAMELESS
    found, number = slug, 1
    while found in taken:
        number += 1
        found = f"{slug}-{number}"
    return found
