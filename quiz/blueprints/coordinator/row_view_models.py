"""What the page of one row shows, as plain values: the contract with its templates."""

from dataclasses import dataclass
from typing import NamedTuple

from quiz.web.pages.choices import Choice
from quiz.web.pages.done import JustDone


class PartView(NamedTuple):
    """One of the lists of a field that has several: its part of the name, label and choices."""

    id: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class FieldView:
    """One field. `now`: what somebody else wrote there meanwhile, "" where nobody did.

    `kept`: its choices are names, which no translator may change.
    """

    name: str
    label: str
    hint: str
    error: str
    now: str
    widget: str
    value: str
    choices: tuple[Choice, ...]
    parts: tuple[PartView, ...]
    kept: bool


@dataclass(frozen=True)
class FormView:
    """The form of a row: its fields, the digest of the row as it was shown, what is wrong.

    `others`: what is wrong with the row as a whole; `checked`: the tick that it was looked at.
    """

    action: str
    fields: tuple[FieldView, ...]
    digest: str
    others: tuple[str, ...]
    conflict: str
    checked: bool


class Difference(NamedTuple):
    """One column that became something else; "" for nothing."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class ChangeView:
    """One line of the history. `url`: the page of the row; `undo`: where it is undone, or ""."""

    when: str
    who: str
    what: str
    name: str
    kind: str
    url: str
    version: int
    undo: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class RowView:
    """The page of a row. `check`: where it is said to be right still, "" without a source.

    `form` is None for a row that was taken away.
    """

    name: str
    kind: str
    facts: tuple[str, ...]
    links: tuple[str, ...]
    done: JustDone | None
    form: FormView | None
    digest: str
    check: str
    remove: str
    refused: str
    history: tuple[ChangeView, ...]


@dataclass(frozen=True)
class NewRowView:
    """The form of a row that is to be added.

    `told`: that it offers only what fills a gap, "" where it offers all; `whole_url`: all of it.
    """

    kind: str
    form: FormView
    told: str
    whole_url: str


@dataclass(frozen=True)
class HistoryView:
    """What was changed in the own regions, and where the older ones are."""

    changes: tuple[ChangeView, ...]
    older: str
