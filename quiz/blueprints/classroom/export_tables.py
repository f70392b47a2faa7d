"""The tables in the files of a class: one subject each, and no column that holds nothing."""

from collections.abc import Callable, Sequence

from quiz.blueprints.classroom.export_files import Exported, Pictured
from quiz.blueprints.classroom.pages import class_line, place_name
from quiz.blueprints.classroom.picture_words import (
    count_in_words,
    how_it_draws,
    place_of,
    world_name,
)
from quiz.config.school_time import day_of
from quiz.domain.spreadsheets.spreadsheets import Cell, Sheet
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import services, texts

WORLDS, TYPES, CLASS = "werelden", "aanpak", "klas"


def worlds(pictured: Pictured) -> Sheet:
    """The worlds in order, with words and figures."""
    found = pictured.frozen
    headings = [_("Plek"), _("Wereld"), _("In woorden"), _("Gemiddelde"), _("Spreiding")]
    rows: list[list[Cell]] = [
        [
            place_of(found, each.world),
            world_name(each.world),
            how_it_draws(found, each.world),
            each.interest,
            each.spread,
        ]
        for each in found.worlds
    ]
    counts = [each.top_three for each in found.worlds]
    return _with_counts(_("Werelden"), headings, rows, _("In de top drie"), counts)


def types(pictured: Pictured) -> Sheet:
    """The ways of approaching technology in order."""
    told, found = texts().tech_types, pictured.frozen.tech_types
    headings = [_("Aanpak"), _("Wie dat is"), _("Gemiddeld antwoord (1 tot 5)")]
    rows: list[list[Cell]] = [
        [told[each.type].name, told[each.type].short, each.agreement] for each in found
    ]
    counts = [each.strongest for each in found]
    return _with_counts(_("Aanpak van techniek"), headings, rows, _("Het sterkst bij"), counts)


def about_class(it: Exported) -> Sheet:
    """The class with how many take part: all there is before a picture."""
    group, line = it.group, class_line(it.group)
    facts: list[tuple[str, Cell]] = [
        (_("Klas"), group.name),
        (_("Schooltype"), line.who),
        (_("Plaats"), place_name(group)),
        (_("Gemaakt"), day_of(group.created_at, services().zone)),
        (_("Doen mee"), group.joined),
        (_("Klaar"), group.finished),
    ]
    filled = [(heading, cell) for heading, cell in facts if cell != ""]
    return Sheet(_("Klas"), [name for name, _cell in filled], [[cell for _name, cell in filled]])


def one_table(it: Exported, asked: str) -> Sheet:
    """The table that somebody asks for, worlds if none, with whose it is.

    Without a picture there is only the class itself.
    """
    if it.picture is None or asked == CLASS:
        return about_class(it)
    made: dict[str, Callable[[Pictured], Sheet]] = {WORLDS: worlds, TYPES: types}
    sheet = made.get(asked, worlds)(it.picture)
    headings = (_("Klas"), _("Klassenbeeld van"), _("Leerlingen"), *sheet.headings)
    before = (it.shown, it.picture.day, it.picture.frozen.pupils)
    return Sheet(sheet.title, headings, [(*before, *row) for row in sheet.rows])


def _with_counts(
    title: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    heading: str,
    counts: Sequence[int | None],
) -> Sheet:
    """A table with its counts, or without where none is shown."""
    if all(count is None for count in counts):
        return Sheet(title, headings, rows)
    cells = [count_in_words(None, 0) if count is None else count for count in counts]
    return Sheet(
        title, (*headings, heading), [(*row, cell) for row, cell in zip(rows, cells, strict=True)]
    )
