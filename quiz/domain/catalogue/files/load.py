"""Read the catalogue from files of a folder, or from a workbook: all of it, or why not."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from quiz.config import paths
from quiz.domain.bank.load import load_bank
from quiz.domain.bank.schema import BankError
from quiz.domain.catalogue.catalogue import Catalogue, build_catalogue
from quiz.domain.catalogue.files.csv_file import CatalogueFile, read_sheet
from quiz.domain.catalogue.files.findings import CatalogueError
from quiz.domain.catalogue.files.references import check_references, check_tags
from quiz.domain.catalogue.files.sources import find_sources


@dataclass(frozen=True)
class Reading:
    """A catalogue, with the files that it was read from."""

    catalogue: Catalogue
    sheets: Sequence[CatalogueFile]

    @property
    def notes(self) -> list[str]:
        """Lines about what is not as it was meant, and was read all the same."""
        return [note for sheet in self.sheets for note in sheet.notes()]


def read_files(place: Path) -> Reading:
    """Read a folder or a workbook; raises CatalogueError with every finding."""
    sheets = {table.file: read_sheet(source, table) for source, table in find_sources(place)}
    known = _tags_of_questions()
    if known is not None:
        check_tags(sheets, known)
    findings = check_references(sheets)
    if findings:
        raise CatalogueError(findings)
    rows = {file: [row for _, row in sheet.rows] for file, sheet in sheets.items()}
    return Reading(build_catalogue(rows), tuple(sheets.values()))


def load_catalogue(place: Path = paths.CATALOGUE_SEED) -> Catalogue:
    """The catalogue in a folder or a workbook, or raise CatalogueError with every finding."""
    return read_files(place).catalogue


def check_catalogue(place: Path = paths.CATALOGUE_SEED) -> list[str]:
    """Say everything that is wrong, one line each; an empty list means good."""
    try:
        read_files(place)
    except CatalogueError as problem:
        return [str(finding) for finding in problem.findings]
    return []


def _tags_of_questions() -> Collection[str] | None:
    """The tags that there are; None where the questions cannot be read: `quiz check` says that."""
    try:
        return load_bank().tags
    except BankError:
        return None
