"""Keeping histories: who was in which picture, as counts that outlive nobody (see rule.py)."""

from collections import Counter
from collections.abc import Mapping, Sequence

from quiz.usecases.class_pictures.members import Member
from quiz.usecases.class_pictures.rule import ABSENT

FIRST = "a"


def history_with(member: Member, pictures: int) -> str:
    """The history of a member once one more picture, after `pictures` of them, covers them."""
    before, number = member.pictured or ("", 0)
    before = before.ljust(pictures, ABSENT)
    last = before[-1:]
    is_same = last not in ("", ABSENT) and number == member.result_number
    return before + (last if is_same else _next_letter(before))


def next_histories(stored: Mapping[str, int], covered: Sequence[str]) -> dict[str, int]:
    """How many pupils have which history once one more picture is made.

    `stored`: the same before it; `covered`: the new histories of everybody in it. Whoever was
    stored and is not covered is absent from it, be it by erasing, leaving or a poorer result.
    """
    left = Counter(stored)
    left.subtract(history[:-1] for history in covered if history[:-1].strip(ABSENT))
    absent = {history + ABSENT: count for history, count in left.items() if count > 0}
    return absent | Counter(covered)


def _next_letter(before: str) -> str:
    used = before.replace(ABSENT, "")
    return chr(ord(max(used)) + 1) if used else FIRST
