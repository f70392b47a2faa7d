"""What seven more questions did to a result, so that answering them was worth it."""

from quiz.results.earned import earned_worlds
from quiz.results.worlds import bare_names
from quiz.usecases.attempts.finish import FrozenResult, earlier_result
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
    said = [
        words[key].format(worlds=bare_names(worlds, texts())) for key, worlds in changes if worlds
    ]
    told = words["more.told"].format(answered=result.answered)
    return (" ".join((told, *(said or [words["more.same"]]))),)
