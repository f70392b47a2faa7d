"""What one file cannot know alone: what a row points at exists, kind, level and code agree."""

from collections.abc import Collection, Iterable, Mapping

from quiz.domain.catalogue.files import columns as tables
from quiz.domain.catalogue.files.csv_file import MOST_FINDINGS, CatalogueFile
from quiz.domain.catalogue.files.findings import Finding, did_you_mean
from quiz.domain.catalogue.files.register_codes import BRIN_LENGTH, LOCATION_LENGTH
from quiz.domain.catalogue.files.schema import LEVELS_OF_KIND
from quiz.domain.text.words import Words

# The columns that name subjects.
_OF_SUBJECTS = {"tags", "only_tags"}


def check_references(sheets: Mapping[str, CatalogueFile]) -> list[Finding]:
    """Find every id that no row of the other file has, and every level foreign to its kind.

    A reference to a row, or into a file, that was itself refused is no second finding.
    """
    for sheet in sheets.values():
        for column, target in sheet.table.references.items():
            if sheets[target].readable:
                _check_column(sheet, column, {key[0] for key in sheets[target].keys}, target)
    _check_levels(sheets[tables.PROGRAMMES.file])
    _check_codes(sheets[tables.INSTITUTIONS.file])
    return [finding for sheet in sheets.values() for finding in sheet.findings]


def check_tags(sheets: Mapping[str, CatalogueFile], known: Collection[str]) -> None:
    """Report every tag that the questions do not have. What is stored already is not asked."""
    for sheet in sheets.values():
        for column in _OF_SUBJECTS.intersection(sheet.table.columns):
            _check_column(sheet, column, known, "questions/tags.yaml")


def _check_column(sheet: CatalogueFile, column: str, known: Collection[str], target: str) -> None:
    for number, row in sheet.rows:
        if len(sheet.findings) >= MOST_FINDINGS:
            return
        value = getattr(row, column)
        names: Iterable[str] = (value,) if isinstance(value, str) else value
        for name in names:
            if name not in known:
                reason = Words("'%(name)s' staat niet in %(target)s", name=name, target=target)
                advice = did_you_mean(name, known) or Words(
                    "Voeg het daar toe, of haal het hier weg."
                )
                sheet.report(number, column, reason, advice)


def _check_levels(programmes: CatalogueFile) -> None:
    for number, row in programmes.rows:
        levels = LEVELS_OF_KIND[row.kind]
        if row.level not in levels:
            reason = Words(
                "'%(level)s' hoort niet bij de soort '%(kind)s'", level=row.level, kind=row.kind
            )
            programmes.report(
                number, "level", reason, Words("Kies uit: %(known)s.", known=", ".join(levels))
            )


def _check_codes(institutions: CatalogueFile) -> None:
    """Report every code of the wrong length for its kind, and every code that two schools have."""
    owners: dict[tuple[str, str], str] = {}
    for number, row in institutions.rows:
        length = LOCATION_LENGTH if row.kind == "vo" else BRIN_LENGTH
        for code in row.register_codes:
            owner = owners.setdefault((row.kind, code), row.id)
            if len(code) != length:
                reason = Words("'%(code)s' heeft geen %(length)s tekens", code=code, length=length)
                advice = Words(
                    "Bij vo hoort de code van de locatie (02DC00), anders de BRIN (25LW)."
                )
                institutions.report(number, "register_codes", reason, advice)
            elif owner != row.id:
                reason = Words("'%(code)s' staat ook bij '%(owner)s'", code=code, owner=owner)
                institutions.report(
                    number, "register_codes", reason, Words("Haal een van de twee weg.")
                )
