"""What draws the pupils of a region, beside its gaps: the newest figures of its monitor."""

from collections.abc import Mapping
from dataclasses import dataclass

from quiz.blueprints.coordinator.gap_views import Pull
from quiz.blueprints.coordinator.monitor_page import school_year_words
from quiz.blueprints.coordinator.monitor_parts import STANDS_OUT, pull_of
from quiz.usecases.class_pictures.region_figure import region_years
from quiz.web.runtime import reading


@dataclass(frozen=True)
class Liked:
    """How each world draws, in which school year, and of about how many pupils."""

    years: str
    pupils: int
    worlds: Mapping[str, float]

    def pull(self, world: str) -> Pull | None:
        """How a world draws; nothing for one that the figures do not know."""
        return pull_of(self.worlds[world]) if world in self.worlds else None

    def draws_more(self, world: str) -> bool:
        """Whether it stands out."""
        return self.worlds.get(world, 0) >= STANDS_OUT


def liked(region: str) -> Liked | None:
    """The last school year of which the monitor shows something."""
    newest = next(iter(region_years(reading(), region)), None)
    if newest is None:
        return None
    return Liked(school_year_words(newest.year), newest.total.pupils, newest.total.worlds)
