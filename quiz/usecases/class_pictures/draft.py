"""A picture as it would be: made from the pupils, and dropped when the rule does not allow it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quiz.usecases.class_pictures.figures import (
    pupils_of,
    standing_out,
    tech_figures,
    world_figures,
)
from quiz.usecases.class_pictures.histories import history_with, next_histories
from quiz.usecases.class_pictures.members import Member
from quiz.usecases.class_pictures.picture import FULL, RANKING, ClassPicture
from quiz.usecases.class_pictures.rule import ABSENT, FULL_FROM, may_show
from quiz.usecases.services import Services


@dataclass(frozen=True)
class Draft:
    """A picture that may be shown.

    `covered`: the attempts in it with the number of their result, and the history of each;
    `histories`: how many pupils have which history from now on; `counted`: every attempt that
    finished, also with too few answers for a figure.
    """

    picture: ClassPicture
    covered: Mapping[tuple[int, int], str]
    histories: Mapping[str, int]
    counted: tuple[int, ...]


def draft_picture(
    services: Services,
    members: Sequence[Member],
    earlier: Sequence[ClassPicture],
    stored: Mapping[str, int],
    classes: int,
) -> Draft | None:
    """The picture that comes after the earlier ones of these classes; None if it may not come."""
    covered = {
        (member.attempt_id, member.result_number): history_with(member, len(earlier))
        for member in members
        if member.profile
    }
    histories = next_histories(stored, list(covered.values()))
    if not may_show(histories):
        return None
    counts = len(covered) >= FULL_FROM and not _counted_before(list(covered.values()), earlier)
    picture = _picture(services, members, counts=counts, number=len(earlier) + 1, classes=classes)
    counted = tuple(member.attempt_id for member in members)
    return Draft(picture, covered, histories, counted)


def _counted_before(histories: Sequence[str], earlier: Sequence[ClassPicture]) -> bool:
    """Whether somebody is already in a picture with counts.

    Two tables of counts over partly the same pupils would give the counts of the others: a few.
    """
    full = [place for place, picture in enumerate(earlier) if picture.level == FULL]
    return any(history[place] != ABSENT for history in histories for place in full)


def _picture(
    services: Services, members: Sequence[Member], *, counts: bool, number: int, classes: int
) -> ClassPicture:
    pupils = pupils_of(members)
    worlds = world_figures(services.bank, pupils, counts=counts)
    above, below = standing_out(worlds, len(pupils.profiles))
    return ClassPicture(
        number=number,
        made_at=services.clock(),
        classes=classes,
        pupils=len(members),
        level=FULL if counts else RANKING,
        worlds=worlds,
        tech_types=tech_figures(services.bank, pupils, counts=counts),
        above=above,
        below=below,
        versions=tuple(sorted({each.model_version for each in members if each.profile})),
    )
