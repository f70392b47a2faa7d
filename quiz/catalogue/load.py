"""Read the catalogue from a folder of CSV files: all of it, or nothing with every reason."""

from pathlib import Path

from quiz import paths
from quiz.catalogue.catalogue import Catalogue, build_catalogue
from quiz.catalogue.findings import CatalogueError, Finding
from quiz.catalogue.references import check_references
from quiz.catalogue.sheet import Sheet, read_sheet
from quiz.catalogue.tables import TABLES


def load_catalogue(folder: Path = paths.CATALOGUE_SEED) -> Catalogue:
    """Give the catalogue in a folder, or raise CatalogueError with every finding."""
    sheets, findings = _read(folder)
    if findings:
        raise CatalogueError(findings)
    return build_catalogue({file: [row for _, row in sheet.rows] for file, sheet in sheets.items()})


def check_catalogue(folder: Path = paths.CATALOGUE_SEED) -> list[str]:
    """Say everything that is wrong in a folder, one line each; an empty list means good."""
    return [str(finding) for finding in _read(folder)[1]]


def _read(folder: Path) -> tuple[dict[str, Sheet], list[Finding]]:
    sheets = {table.file: read_sheet(folder, table) for table in TABLES}
    return sheets, check_references(sheets)
