"""The tables; importing this package makes all of them known to the metadata."""

from quiz.storage.tables import (
    agenda,
    attempt,
    catalogue,
    favourite,
    link,
    picture,
    region,
    school,
    share,
    staff,
    upkeep,
    wrong_count,
)

__all__ = [
    "agenda",
    "attempt",
    "catalogue",
    "favourite",
    "link",
    "picture",
    "region",
    "school",
    "share",
    "staff",
    "upkeep",
    "wrong_count",
]
