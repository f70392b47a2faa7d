"""The fields of a row, made from the schema of the catalogue: one form for every kind."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from quiz.blueprints.coordinator.choice_words import choice_word, weight_words
from quiz.blueprints.coordinator.column_words import hint_of, label_of
from quiz.blueprints.coordinator.own_regions import own_towns
from quiz.blueprints.coordinator.row_view_models import FieldView, PartView
from quiz.domain.catalogue.files import cells as kinds
from quiz.domain.catalogue.files import columns as tables
from quiz.domain.catalogue.files.months import MONTHS
from quiz.domain.catalogue.files.table import Table
from quiz.web.pages.choices import Choice
from quiz.web.pages.dates import show_month
from quiz.web.pages.levels import level_name
from quiz.web.pages.sorting import name_key
from quiz.web.runtime import catalogue, texts

# Filled in by us: the place on the map follows the municipality, the id the name.
AUTOMATIC = frozenset(
    (
        *("id", "lat", "lon", "coord_precision", "checked_on", "scope"),
        *("register_codes", "also_in", "only_worlds", "only_tags"),
    )
)
Cells = Mapping[str, str]


class Widget(StrEnum):
    """How a cell is filled in."""

    LINE = "line"
    SELECT = "select"
    WEIGHTS = "weights"
    MONTHS = "months"
    TAGS = "tags"


def asked_columns(table: Table, *, is_new: bool) -> list[str]:
    """The columns that a form asks for; what a row is known by cannot change."""
    known_by = frozenset() if is_new else frozenset(table.key)
    return [column for column in table.columns if column not in AUTOMATIC | known_by]


def widget_of(table: Table, column: str) -> Widget:
    """How a column is filled in."""
    cell = table.columns[column]
    if cell in _WIDGETS:
        return _WIDGETS[cell]
    picked = cell.known or table.references.get(column) in _PICKED
    return Widget.SELECT if picked else Widget.LINE


def field(table: Table, column: str, cells: Cells, error: str = "", now: str = "") -> FieldView:
    """One field with what stands in it; `now`: what somebody else wrote there meanwhile."""
    value, widget = cells.get(column, ""), widget_of(table, column)
    return FieldView(
        name=column,
        label=label_of(column),
        hint=hint_of(column),
        error=error,
        now=now,
        widget=widget.value,
        value=value,
        choices=_choices(table, column, value, widget),
        parts=_parts(value, widget),
        kept=column in table.references,
    )


def _choices(table: Table, column: str, value: str, widget: Widget) -> tuple[Choice, ...]:
    if widget is Widget.MONTHS:
        chosen = {str(month) for month in _months(value)}
        return tuple(
            Choice(str(n), show_month(date(2026, n, 1)), str(n) in chosen) for n in range(1, 13)
        )
    if widget is not Widget.SELECT:
        return ()
    found = dict(_options(table, column))
    if value and value not in found:
        found[value] = value
    return tuple(Choice(word, label, word == value) for word, label in found.items())


def _options(table: Table, column: str) -> Iterator[tuple[str, str]]:
    cell = table.columns[column]
    if cell in (kinds.YES_NO, kinds.YES_UNLESS_NO):
        yield from ((word, choice_word(word)) for word in ("yes", "no"))
    elif cell.known:
        yield from ((word, choice_word(word)) for word in cell.known)
    elif cell is kinds.MUNICIPALITY:
        yield from own_towns()
    elif column == "programme_id":
        yield from _programmes()
    else:
        yield from _schools()


def _programmes() -> Iterator[tuple[str, str]]:
    every = sorted(catalogue().programmes.values(), key=lambda each: name_key(each.name_nl))
    yield from ((each.id, f"{each.name_nl} ({level_name(each.level)})") for each in every)


def _schools() -> Iterator[tuple[str, str]]:
    """Colleges of the whole country, and the secondary schools of the own regions."""
    own = {code for code, _name in own_towns()}
    every = catalogue().institutions.values()
    schools = (each for each in every if each.kind != "vo" or each.municipality in own)
    named = sorted(schools, key=lambda each: name_key(each.name))
    yield from ((each.id, each.name) for each in named)


def _parts(value: str, widget: Widget) -> tuple[PartView, ...]:
    if widget is Widget.WEIGHTS:
        given = dict(part.split(":", 1) for part in value.split(";") if ":" in part)
        worlds = ((world, texts().worlds[world].name) for world in catalogue().world_order)
        return tuple(
            PartView(world, name, _weights(given.get(world, ""))) for world, name in worlds
        )
    if widget is Widget.TAGS:
        chosen = (value.split(";") if value else []) + [""] * kinds.MOST_TAGS
        return tuple(PartView(str(n), str(n + 1), _tags(chosen[n])) for n in range(kinds.MOST_TAGS))
    return ()


def _weights(given: str) -> tuple[Choice, ...]:
    known = dict(weight_words())
    if given and given not in known:
        known[given] = given
    return tuple(Choice(value, words, value == given) for value, words in known.items())


def _tags(chosen: str) -> tuple[Choice, ...]:
    named = sorted(texts().tags.items(), key=lambda tag: name_key(tag[1]))
    return tuple(Choice(tag, name, tag == chosen) for tag, name in [("", "—"), *named])


def _months(value: str) -> tuple[int, ...]:
    try:
        found: tuple[int, ...] = MONTHS.read(value)
    except ValueError:
        return ()
    return found


_WIDGETS = {
    kinds.WORLDS: Widget.WEIGHTS,
    kinds.TAGS: Widget.TAGS,
    MONTHS: Widget.MONTHS,
    kinds.YES_NO: Widget.SELECT,
    kinds.YES_UNLESS_NO: Widget.SELECT,
    kinds.MUNICIPALITY: Widget.SELECT,
}
_PICKED = {tables.PROGRAMMES.file, tables.INSTITUTIONS.file}
