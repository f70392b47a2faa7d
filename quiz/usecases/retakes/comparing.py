"""Then and now: what changed between two attempts of a pupil, and how far that can be compared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.domain.scoring.change import WorldChange, change_between
from quiz.domain.scoring.profile import Profile
from quiz.storage.tables.attempt import Result
from quiz.usecases.retakes.retakes import attempts_of

FEW, FLAT, PLAIN_SUM = "few", "flat", "plain_sum"
OTHER_WORLDS, OTHER_VERSIONS = "other_worlds", "other_versions"


@dataclass(frozen=True)
class Change:
    """An attempt beside the attempt before it.

    `then` and `now`: when their results were made. `worlds`: what changed for each world, in the
    order of now; empty when the two cannot be compared. `caution`: why not, or with
    OTHER_VERSIONS why the differences are to be read with care; "" when there is nothing to say.
    """

    then: datetime
    now: datetime
    worlds: Mapping[str, WorldChange] = field(default_factory=dict)
    caution: str = ""

    @property
    def perhaps(self) -> tuple[str, ...] | None:
        """The worlds that perhaps changed, in the order of now; None when nobody can say."""
        if not self.worlds:
            return None
        return tuple(name for name, one in self.worlds.items() if one.direction != "same")


def change_since(session: Session, attempt_id: int) -> Change | None:
    """What changed since the attempt before this one; None for a first attempt or without a result.

    An attempt with too few answers, or with (nearly) the same answer everywhere, is passed over
    where an earlier one says more. Raises NoAttempt.
    """
    attempts = [
        attempt.id for attempt in attempts_of(session, attempt_id) if attempt.id <= attempt_id
    ]
    if len(attempts) == 1:
        return None
    newest = _newest_results(session, attempts)
    if attempt_id not in newest or len(newest) == 1:
        return None
    *earlier, now = newest.values()
    enough = [result for result in earlier if "profile" in result.outcome]
    telling = [result for result in enough if not _profile(result).flat]
    return _compare((telling or enough or earlier)[-1], now)


def _newest_results(session: Session, attempts: Sequence[int]) -> dict[int, Result]:
    """The newest result of each of these attempts that has one, in their order."""
    rows = select(Result).where(Result.attempt_id.in_(attempts))
    found = session.scalars(rows.order_by(Result.attempt_id, Result.number))
    return {result.attempt_id: result for result in found}


def _compare(then: Result, now: Result) -> Change:
    profiles = [_profile(result) for result in (then, now) if "profile" in result.outcome]
    caution = _caution(then, now, profiles)
    if caution not in ("", OTHER_VERSIONS):
        return Change(then.scored_at, now.scored_at, caution=caution)
    return Change(then.scored_at, now.scored_at, change_between(*profiles), caution)


def _profile(result: Result) -> Profile:
    return Profile.from_json(result.outcome["profile"])


def _caution(then: Result, now: Result, profiles: Sequence[Profile]) -> str:
    """Why two results cannot be compared, or only with care."""
    if len(profiles) < 2:
        return FEW
    if any(profile.flat for profile in profiles):
        return FLAT
    if then.fallback or now.fallback:
        return PLAIN_SUM
    if set(profiles[0].worlds) != set(profiles[1].worlds):
        return OTHER_WORLDS
    same = (then.bank_hash, then.model_version) == (now.bank_hash, now.model_version)
    return "" if same else OTHER_VERSIONS
