"""The result for one pupil, as it is shown and stored."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from quiz.domain.bank.schema import TOP_WORLDS
from quiz.domain.scoring.outcome import Outcome
from quiz.domain.scoring.quality import SAYS_NOTHING
from quiz.domain.scoring.standing import standing


@dataclass(frozen=True)
class Profile:
    """A picture over the worlds, with how sure it is. Never a level, a grade or a verdict.

    `worlds` by descending probability (ties in bank order); `probabilities` sum to 1; `interest`
    is the interest minus the mean over worlds, in standard deviations, `uncertainty` its standard
    deviation; `top` the worlds to show as equal first; `answered` counts real answers; `remarks`
    are codes of `quiz.domain.scoring.quality`; `fallback` tells that the plain sum made it.
    """

    worlds: tuple[str, ...]
    probabilities: Mapping[str, float]
    interest: Mapping[str, float]
    uncertainty: Mapping[str, float]
    outcome: Outcome
    top: tuple[str, ...]
    answered: int
    remarks: tuple[str, ...]
    fallback: bool

    @property
    def flat(self) -> bool:
        """Whether all answers are (nearly) the same, so that the order of the worlds is chance."""
        return bool(SAYS_NOTHING & set(self.remarks))

    @property
    def shown_worlds(self) -> tuple[str, ...]:
        """The worlds that a result speaks of, with cards, reasons and next steps."""
        return self.worlds[:TOP_WORLDS]

    @cached_property
    def standing(self) -> Mapping[str, float]:
        """The interest in each world as it is shown: never more for a world that comes later."""
        return standing(self.worlds, self.interest, len(self.top))

    def as_json(self) -> dict[str, Any]:
        """Plain JSON types; `from_json` gives exactly this profile back."""
        content = asdict(self)
        for name in ("worlds", "top", "remarks"):
            content[name] = list(content[name])
        return content

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> "Profile":
        """Read what `as_json` wrote; TypeError or KeyError when it is something else."""
        lists = {name: tuple(content[name]) for name in ("worlds", "top", "remarks")}
        return cls(**{**content, **lists})
