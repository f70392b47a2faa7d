"""A catalogue as plain cells of text, the form in which a database keeps it, and back again."""

from collections.abc import Iterable, Mapping

from quiz.domain.catalogue.catalogue import Catalogue, build_catalogue
from quiz.domain.catalogue.files.columns import TABLES
from quiz.domain.catalogue.files.csv_file import read_cells
from quiz.domain.catalogue.files.findings import CatalogueError
from quiz.domain.catalogue.files.references import check_references

Cells = Mapping[str, str]


def cells_of(catalogue: Catalogue) -> dict[str, dict[str, Cells]]:
    """For every file its rows in order: the key of each row, and its cells as written."""
    return {
        table.file: {
            " ".join(cells[column] for column in table.key): cells
            for cells in map(table.write, catalogue.rows[table.file])
        }
        for table in TABLES
    }


def catalogue_of_cells(files: Mapping[str, Iterable[Cells]]) -> Catalogue:
    """Read cells of every file as the files themselves are read; raises CatalogueError.

    A column that is newer than the cells counts as empty; a row number in a finding counts from
    the first row, as it would in an export.
    """
    sheets = {table.file: read_cells(table, files.get(table.file, ())) for table in TABLES}
    findings = check_references(sheets)
    if findings:
        raise CatalogueError(findings)
    return build_catalogue({file: [row for _, row in sheet.rows] for file, sheet in sheets.items()})
