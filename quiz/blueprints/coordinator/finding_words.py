"""What is wrong with a row or a file, and what to do, in the language of who reads it."""

from quiz.blueprints.coordinator.column_words import label_of
from quiz.domain.catalogue.files.findings import Finding
from quiz.domain.spreadsheets.errors import FileRefused
from quiz.web.pages.languages import in_this_language
from quiz.web.pages.languages import translate as _


def said(reason: str, suggestion: str) -> str:
    """A reason and what to do about it."""
    return f"{in_this_language(reason)}. {in_this_language(suggestion)}".strip()


def sentence(reason: str, suggestion: str) -> str:
    """The same where it stands by itself, and so begins with a capital."""
    text = said(reason, suggestion)
    return text[:1].upper() + text[1:]


def of_cell(finding: Finding) -> str:
    """The same, beside the field it is about."""
    return said(finding.reason, finding.suggestion)


def of_row(finding: Finding) -> str:
    """The same, where the column has to be named."""
    where = f"{label_of(finding.column)}: " if finding.column else ""
    return f"{where}{of_cell(finding)}"


def of_file(problem: FileRefused) -> str:
    """Why a whole file cannot be read; the row is named where it is known."""
    if not problem.row:
        return sentence(problem.reason, problem.suggestion)
    where = _("Rij %(number)s", number=problem.row)
    return f"{where}: {said(problem.reason, problem.suggestion)}"
