"""Which rows may lapse because an overview of RIO no longer holds them.

An overview is as whole as the colleges make it: some deliver little or nothing, and many rows lack
a place. So a row stays when the college still gives that programme somewhere, and all rows of a
college stay when the overview holds less than half of them.
"""

from collections import defaultdict

from quiz.domain.catalogue.duo.overviews import Overview
from quiz.domain.catalogue.duo.proposal import Proposal, from_duo
from quiz.domain.catalogue.duo.providers import Family
from quiz.domain.catalogue.duo.standing import Cells, Key
from quiz.domain.catalogue.files.columns import OFFERINGS

INCOMPLETE = "school met minder dan de helft van haar opleidingen in het overzicht: alles blijft"


class Coverage:
    """Collects what an overview holds, then says which rows it speaks about."""

    def __init__(self, proposal: Proposal, overview: Overview) -> None:
        known = proposal.standing.programmes.items()
        self._proposal = proposal
        self._programmes = {
            one for (system, _), ids in known if system in overview.systems for one in ids
        }
        self._somewhere: set[tuple[str, str, str]] = set()

    def seen(self, programme: str, family: Family, mode: str) -> None:
        """A college gives this programme, in a place that we cannot find."""
        self._somewhere |= {(programme, college, mode) for college in family}

    def cover(self) -> None:
        """Say which rows may lapse."""
        colleges: dict[str, list[tuple[Key, Cells]]] = defaultdict(list)
        for key, cells in self._proposal.standing.live(OFFERINGS.file):
            if cells["programme_id"] in self._programmes and from_duo(cells):
                colleges[cells["institution_id"]].append((key, cells))
        for college, rows in colleges.items():
            lost = [key for key, cells in rows if not self._holds(key, cells)]
            if 2 * len(lost) > len(rows):
                name = self._proposal.cells_of(college)["name"]
                self._proposal.notes.add(INCOMPLETE, f"{name}: {len(lost)} van {len(rows)} niet")
            else:
                self._proposal.covered |= {key for key, cells in rows if not self._elsewhere(cells)}

    def _holds(self, key: Key, cells: Cells) -> bool:
        return key in self._proposal.rows or self._elsewhere(cells)

    def _elsewhere(self, cells: Cells) -> bool:
        row = (cells["programme_id"], cells["institution_id"], cells["mode"])
        return row in self._somewhere
