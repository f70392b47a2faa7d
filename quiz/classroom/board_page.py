"""Builds what is watched during the lesson, and says cheaply whether anything changed."""

from collections.abc import Sequence

from flask import Response, render_template

from quiz.classroom.board import COLUMNS, Entry, read_entries, read_rows
from quiz.classroom.board_views import BoardView, Counts
from quiz.classroom.classes import OwnClass
from quiz.web.fragments import fragment
from quiz.web.languages import current_language
from quiz.web.languages import translate as _
from quiz.web.services import services
from quiz.web.sorting import Column, Order, chosen_order, headings


def board(group: OwnClass, entries: Sequence[Entry]) -> BoardView:
    """Who is where, in the order that was chosen."""
    columns = (
        Column("naam", _("Bijnaam")),
        Column("ver", _("Hoe ver"), largest_first=True),
        Column("laatste", _("Laatste antwoord"), largest_first=True),
    )
    chosen = order()
    return BoardView(
        counts=counts(entries),
        rows=tuple(read_rows(services(), entries, chosen)),
        resting=_resting(group, entries),
        order=chosen,
        headings=headings(columns, chosen, "classroom.progress", {"class_id": group.id}),
    )


def order() -> Order:
    """The order of the board; the usual one has who stands still on top."""
    return chosen_order(COLUMNS)


def counts(entries: Sequence[Entry]) -> Counts:
    """The numbers above the board."""
    return Counts(
        joined=len(entries),
        finished=sum(entry.finished for entry in entries),
        stuck=sum(entry.stuck for entry in entries),
    )


def entries_of(group: OwnClass) -> Sequence[Entry]:
    """The pupils on the board of a class."""
    return read_entries(services(), group.id)


def board_fragment(group: OwnClass) -> Response:
    """The board alone, or 304 when nothing on it changed: then no answer was counted either."""
    entries = entries_of(group)
    seen = [(entry.id, entry.last_used_at.isoformat(), entry.silent) for entry in entries]
    content = ("board", group.id, group.doors, current_language(), str(order()), sorted(seen))
    return fragment(
        content,
        lambda: render_template(
            "classroom/parts/board.html", view=board(group, entries), group=group
        ),
    )


def _resting(group: OwnClass, entries: Sequence[Entry]) -> bool:
    """Nothing more will change: nobody can join and all are done."""
    return group.doors.closed_at is not None and all(entry.finished for entry in entries)
