"""What seven more questions did to a result, so that answering them was worth it."""

from collections.abc import Sequence

from quiz.results.earned import earned_worlds
from quiz.usecases.attempts.finish import FrozenResult, earlier_result
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import reading, texts


def what_more_did(attempt_id: int, result: FrozenResult) -> tuple[str, ...]:
    """One line beside the result of the same attempt before; none for a first result."""
    if result.number == 1:
        return ()
    before = earlier_result(reading(), attempt_id, result.number - 1)
    if before is None or before.profile is None or result.profile is None:
        return ()
    words = texts().results
    then, now = (earned_worlds(one.profile, one).all for one in (before, result) if one.profile)
    changes = (
        ("more.came", [world for world in now if world not in then]),
        ("more.left", [world for world in then if world not in now]),
    )
    said = [words[key].format(worlds=_names(worlds)) for key, worlds in changes if worlds]
    told = words["more.told"].format(answered=result.answered)
    return (" ".join((told, *(said or [words["more.same"]]))),)


def _names(worlds: Sequence[str]) -> str:
    return _(" en ").join(texts().worlds[world].name for world in worlds)
