"""Files of DUO as lists for a coordinator: what they hold that is new here, kind by kind.

They are read as `quiz catalogue import duo` reads them. What comes of it is an ordinary list of
each kind, so that it is shown, judged and taken over as any other; schools first, for what they
teach needs them.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from quiz.domain.catalogue.duo.importing import Facts, propose
from quiz.domain.catalogue.duo.standing import Cells, Key, Standing, Stored
from quiz.domain.catalogue.files.columns import INSTITUTIONS, OFFERINGS
from quiz.domain.catalogue.files.origins import SEED
from quiz.domain.catalogue.files.stored import cells_of
from quiz.domain.catalogue.files.table import Table
from quiz.domain.catalogue.upkeep.region_rows import region_of_cells
from quiz.domain.catalogue.upkeep.uploaded import MOST_ROWS, Uploaded
from quiz.domain.spreadsheets.errors import FileRefused
from quiz.domain.text.words import Words
from quiz.storage.catalogue_rows import CatalogueAt, stored_rows
from quiz.usecases.services import Services

FIRST_ROW = 2  # as a spreadsheet counts


def lists_of_duo(
    services: Services,
    session: Session,
    at: CatalogueAt,
    paths: Sequence[Path],
    regions: frozenset[str],
) -> Mapping[str, Uploaded]:
    """By file of the catalogue the rows of these regions that would change. Raises FileRefused."""
    facts = Facts(services.today())
    for path in paths:
        facts.read(path)
    rows = propose(_standing(session, at), facts).rows
    here = {
        key: cells for key, cells in rows.items() if region_of_cells(at.catalogue, cells) in regions
    }
    found = {table.file: _list(table, here) for table in (INSTITUTIONS, OFFERINGS)}
    return {file: uploaded for file, uploaded in found.items() if uploaded.rows}


def _list(table: Table, rows: Mapping[Key, Cells]) -> Uploaded:
    found = [cells for (file, _key), cells in rows.items() if file == table.file]
    if len(found) > MOST_ROWS:
        raise FileRefused(
            Words("er staan meer dan %(most_rows)s rijen voor jouw regio in", most_rows=MOST_ROWS),
            Words("Deel het op."),
        )
    columns = tuple(table.columns)
    numbered = enumerate(found, FIRST_ROW)
    cells = ((n, tuple(row.get(column, "") for column in columns)) for n, row in numbered)
    return Uploaded(columns, tuple(cells), ())


def _standing(session: Session, at: CatalogueAt) -> Standing:
    if at.version is None:
        stored = {
            (file, key): Stored(cells, SEED)
            for file, rows in cells_of(at.catalogue).items()
            for key, cells in rows.items()
        }
    else:
        stored = {key: Stored(row.cells, row.origin) for key, row in stored_rows(session).items()}
    return Standing(at.catalogue, stored)
