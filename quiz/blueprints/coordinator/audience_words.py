"""For whom an event is, as a coordinator types it and as a page says it."""

from dataclasses import replace

from quiz.domain.catalogue.files.audience import AUDIENCE
from quiz.domain.catalogue.files.findings import BadCell, Finding
from quiz.domain.catalogue.upkeep.spoken_audience import audience_code
from quiz.web.pages.schooling import school_type_name


def typed_audience(text: str) -> str:
    """The cell of what was typed; what nobody understands stays, and is refused by its column."""
    try:
        return audience_code(text)
    except BadCell:
        return text


def about_audience(finding: Finding, text: str) -> Finding:
    """What is wrong with an audience in the words of who typed it, not of the catalogue."""
    try:
        audience_code(text)
    except BadCell as problem:
        return replace(finding, reason=problem.reason, suggestion=problem.suggestion)
    return finding


def audience_words(cell: str) -> str:
    """School types by their names, each with its years."""
    try:
        audience = AUDIENCE.read(cell)
    except BadCell:
        return cell
    return "; ".join(
        f"{school_type_name(school)}: {'-'.join(map(str, sorted({years[0], years[-1]})))}"
        if years
        else school_type_name(school)
        for school, years in audience.items()
    )
