"""Takes the ticked rows of a file over: all of them, or none."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.domain.catalogue.files.columns import TABLES
from quiz.domain.catalogue.files.origins import EDITED
from quiz.domain.catalogue.files.table import Table
from quiz.domain.catalogue.upkeep.check_row import Judge
from quiz.domain.catalogue.upkeep.line import Line, Outcome, Standing, stand_of
from quiz.domain.catalogue.upkeep.preview import Against, preview
from quiz.domain.catalogue.upkeep.region_rows import key_of
from quiz.domain.catalogue.upkeep.uploaded import UNUSED
from quiz.storage.catalogue_rows import CatalogueAt, StoredRow
from quiz.storage.tables.catalogue import CatalogueRow
from quiz.usecases.region_rows.drafts import Draft, draft_of
from quiz.usecases.region_rows.errors import NoRow
from quiz.usecases.region_rows.work import working
from quiz.usecases.services import Services
from quiz.usecases.staff.regions import SignedIn, regions_of

TAKEN_OVER = frozenset((Outcome.NEW, Outcome.CHANGED, Outcome.CONFLICT))


class Moved(Exception):
    """What the file would do is not what was shown: something changed meanwhile."""


@dataclass(frozen=True)
class Chosen:
    """Rows of a file by their numbers, and how all of it stood when they were chosen.

    `rest`: outcomes of which every row goes along that stands behind the first `shown`.
    """

    draft: int
    numbers: Collection[int]
    stand: str
    rest: Collection[Outcome] = ()
    shown: int = 0

    def of(self, lines: Sequence[Line]) -> Iterator[Line]:
        """The lines that were chosen, of those that can be taken over."""
        seen = Counter[Outcome]()
        for line in lines:
            seen[line.outcome] += 1
            unseen = line.outcome in self.rest and seen[line.outcome] > self.shown
            if line.outcome in TAKEN_OVER and (unseen or line.number in self.numbers):
                yield line


def lines_of(
    services: Services, session: Session, at: CatalogueAt, draft: Draft, regions: frozenset[str]
) -> tuple[Line, ...]:
    """What a file would do now."""
    table = next((each for each in TABLES if each.file == draft.file), None)
    if table is None:
        raise NoRow
    judge = Judge(at.catalogue, table, services.bank.tags, regions)
    stored = _stored(session, at, table)
    against = Against(at.catalogue, table, stored, regions, services.tag_names)
    rows = [
        (
            number,
            {
                column: cell
                for column, cell in zip(draft.mapping, cells, strict=True)
                if column != UNUSED
            },
        )
        for number, cells in draft.uploaded.rows
    ]
    return preview(judge, against, rows)


def take_over(services: Services, staff: SignedIn, at: CatalogueAt, chosen: Chosen) -> int:
    """Write the chosen rows; how many there were. The file stays, for the rows that are left.

    Raises NoRow, Moved (nothing was written) or CatalogueMoved.
    """
    with services.database.reading() as session:
        draft = draft_of(session, staff.id, chosen.draft, services.clock())
        regions = regions_of(session, staff.id)
        lines = lines_of(services, session, at, draft, regions)
    if stand_of(lines) != chosen.stand:
        raise Moved
    with working(services, staff, at) as work:  # looking took long: pupils write meanwhile
        if work.regions != regions:
            raise Moved
        changes = [
            ((draft.file, line.key), _before(line), StoredRow(0, line.cells, EDITED))
            for line in chosen.of(lines)
        ]
        work.write_all("imported", changes)
        return work.written


def _before(line: Line) -> StoredRow | None:
    return None if line.before is None else StoredRow(0, line.before.cells, line.before.origin)


def _stored(session: Session, at: CatalogueAt, table: Table) -> dict[str, Standing]:
    if at.version is None:
        rows = at.catalogue.rows[table.file]
        return {key_of(table, row): Standing(table.write(row), "seed") for row in rows}
    query = select(CatalogueRow.key, CatalogueRow.cells, CatalogueRow.origin)
    found = session.execute(query.where(CatalogueRow.file == table.file))
    return {row.key: Standing(row.cells, row.origin) for row in found}
