"""The workbook of a class: a first sheet to print and send on, then the tables with figures."""

from collections.abc import Sequence

from quiz.blueprints.classroom import export_tables
from quiz.blueprints.classroom.export_files import Exported, Pictured
from quiz.blueprints.classroom.view_models import PictureView
from quiz.config.school_time import day_of
from quiz.domain.spreadsheets.printed import Chart, Front, Workbook
from quiz.domain.spreadsheets.spreadsheets import Cell, Sheet
from quiz.web.pages.languages import current_language
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import services


def workbook(it: Exported) -> Workbook:
    """The workbook in the language of this visitor."""
    tables: list[Sheet] = []
    front = Front(_("Klas"), it.title, _facts(it), [_("Er is nog geen klassenbeeld gemaakt.")])
    if it.picture is not None:
        tables = [export_tables.worlds(it.picture), export_tables.types(it.picture)]
        front = _front(it, it.picture, tables[0])
    return Workbook(front, tables, current_language(), services().clock())


def _front(it: Exported, picture: Pictured, worlds: Sheet) -> Front:
    view = picture.view
    return Front(
        title=_("Klassenbeeld"),
        heading=it.title,
        facts=_facts(it),
        sentences=[view.headline, *view.remarks],
        tables=[_worlds(view), _types(view)],
        notes=_notes(view),
        chart=Chart(
            title=_("Welke wereld trekt deze groep?"),
            axis=_("minder  ←  eigen gemiddelde van elke leerling  →  meer"),
            sheet=worlds,
            names=1,
            values=3,
        ),
    )


def _facts(it: Exported) -> list[tuple[str, Cell]]:
    """What stands below the title. Of several classes only their picture says how many."""
    group, picture = it.group, it.picture
    facts: list[tuple[str, Cell]] = [(_("Schooltype en plaats"), it.about)]
    if picture is not None:
        facts += [
            (_("Klassenbeeld van"), picture.day),
            (_("Leerlingen in het beeld"), picture.frozen.pupils),
        ]
    if picture is None:
        facts.append((_("Gemaakt"), day_of(group.created_at, services().zone)))
    if picture is None or it.counts:
        facts += [(_("Doen mee"), group.joined), (_("Klaar"), group.finished)]
    return facts


def _worlds(view: PictureView) -> Sheet:
    rows = [(each.name, each.words, each.count.words) for each in view.worlds]
    headings = (_("Wereld"), _("Deze wereld ..."), _("In de top drie"))
    return _table(headings, rows, counts=view.with_counts)


def _types(view: PictureView) -> Sheet:
    rows = [(each.name, each.short, each.count.words) for each in view.tech_types]
    headings = (_("Aanpak"), _("Wie dat is"), _("Het sterkst bij"))
    return _table(headings, rows, counts=view.with_type_counts)


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]], *, counts: bool) -> Sheet:
    """A table for the first sheet, without the counts where none are shown."""
    kept = len(headings) if counts else len(headings) - 1
    return Sheet(headings[0], headings[:kept], [row[:kept] for row in rows])


def _notes(view: PictureView) -> list[str]:
    hidden = [view.about_hidden] if view.hides else []
    counts = [view.about_counts] if view.with_counts else []
    foot = _("Zeven Werelden. Een beeld van de klas als geheel, geen oordeel over een leerling.")
    return [*counts, *hidden, view.about_figures, foot]
