"""The picture of a class: everything that screen, projector, CSV, XLSX and PDF may show.

Exports take a ClassPicture and never rows about pupils, so the minimum-group rule
(docs/adr/0009) is kept once, where a picture is made, and holds for every way of showing it.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal

Level = Literal["full", "ranking"]
FULL: Level = "full"
RANKING: Level = "ranking"


@dataclass(frozen=True)
class WorldFigure:
    """One world in a class.

    `interest`: mean over the pupils of their interest minus their own mean over worlds, in
    standard deviations, one decimal; `spread`: its standard deviation over the pupils, one
    decimal, never shown below SMALLEST_SPREAD; `top_three`: how many pupils have the world in
    their top three, or None when the number is not shown (few, nearly all, or a second number
    hidden with it: every None reads the same to whoever looks).
    """

    world: str
    interest: float
    spread: float
    top_three: int | None


@dataclass(frozen=True)
class TechFigure:
    """One way of approaching technology in a class.

    `agreement`: the mean answer (1 to 5; "I don't know" counts as 3), one decimal; `strongest`:
    for how many pupils it is one of at most two strongest, or None when that is not shown.
    """

    type: str
    agreement: float
    strongest: int | None


@dataclass(frozen=True)
class ClassPicture:
    """A frozen picture of one class, or of several parallel classes together.

    `number` counts the pictures of the same class or classes from 1; `classes` says how many
    classes it shows; `pupils` how many of them finished (those with too few real answers are
    among them, but in no figure). `level` is "full" with counts, or "ranking" without any.
    `worlds` and `tech_types` stand in the order of their shown means, ties in the order of the
    question bank. `above` and `below`: worlds whose mean lies more than two standard errors
    over or under zero. `versions`: the models that made the results.
    """

    number: int
    made_at: datetime
    classes: int
    pupils: int
    level: Level
    worlds: tuple[WorldFigure, ...]
    tech_types: tuple[TechFigure, ...]
    above: tuple[str, ...]
    below: tuple[str, ...]
    versions: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain JSON types; `from_json` gives exactly this picture back."""
        content = asdict(self)
        content["made_at"] = self.made_at.isoformat()
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in content.items()
        }

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> "ClassPicture":
        """Read what `as_json` wrote; TypeError or KeyError when it is something else."""
        lists = {name: tuple(content[name]) for name in ("above", "below", "versions")}
        return cls(
            **{
                **content,
                **lists,
                "made_at": datetime.fromisoformat(content["made_at"]),
                "worlds": tuple(WorldFigure(**each) for each in content["worlds"]),
                "tech_types": tuple(TechFigure(**each) for each in content["tech_types"]),
            }
        )
