"""What seven more questions did to a result, so that answering them was worth it."""

from collections.abc import Sequence

from quiz.domain.scoring.certainty import DOUBTS, doubt, pull
from quiz.domain.scoring.profile import Profile
from quiz.results.earned import EarnedWorlds, earned_worlds
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
    said = [_named("more.told", answered=result.answered)]
    said += _differences(before.profile, before, result.profile, result)
    return (" ".join(said),)


def _differences(
    then: Profile, before: FrozenResult, now: Profile, result: FrozenResult
) -> list[str]:
    """What is different, else what we are surer of, else that the same worlds are in front.

    Nothing of answers that are (nearly) all the same: no world is spoken of.
    """
    if now.flat:
        return []
    was, is_now = earned_worlds(then, before), earned_worlds(now, result)
    changed = _changed(was, is_now)
    if changed and before.made_with != result.made_with:
        return [*changed, _named("more.versions")]
    surer = [world for world in is_now.all if _is_surer(then, now, world)]
    return changed or _about("more.surer", surer) or [_named("more.same")]


def _changed(was: EarnedWorlds, is_now: EarnedWorlds) -> list[str]:
    said = _about("more.came", [world for world in is_now.all if world not in was.all])
    said += _about("more.left", [world for world in was.all if world not in is_now.all])
    front = set(was.front) != set(is_now.front)
    return said + _about("more.front", is_now.front if front and was.all else ())


def _is_surer(then: Profile, now: Profile, world: str) -> bool:
    """Whether the same words are said of this world, with less doubt."""
    if then.flat or pull(then, world) != pull(now, world):
        return False
    return DOUBTS.index(doubt(now, world)) < DOUBTS.index(doubt(then, world))


def _about(key: str, worlds: Sequence[str]) -> list[str]:
    """A sentence about some worlds, if there are any."""
    return [_named(key, worlds=bare_names(worlds, texts()))] if worlds else []


def _named(key: str, **blanks: object) -> str:
    return texts().results[key].format(**blanks)
