"""Builds what is watched during the lesson, and says cheaply whether anything changed."""

from collections.abc import Sequence

from flask import Response, render_template

from quiz.blueprints.classroom.board import COLUMNS, Entry, Row, read_entries, read_rows
from quiz.blueprints.classroom.board_view_models import BoardView, Counts
from quiz.blueprints.classroom.classes import OwnClass
from quiz.usecases.classes.leaving import TakenOut, taken_out
from quiz.web.pages.languages import current_language
from quiz.web.pages.languages import translate as _
from quiz.web.pages.sorting import Column, Order, chosen_order, headings
from quiz.web.responses.fragments import fragment
from quiz.web.runtime import reading, services


def board(group: OwnClass, entries: Sequence[Entry], out: TakenOut) -> BoardView:
    """Who is where, in the order that was chosen."""
    columns = (
        Column("naam", _("Bijnaam")),
        Column("ver", _("Hoe ver"), largest_first=True),
        Column("laatste", _("Laatste antwoord"), largest_first=True),
    )
    chosen = order()
    rows = tuple(read_rows(reading(), services().bank, entries, chosen))
    return BoardView(
        counts=counts(rows),
        out=out,
        rows=rows,
        resting=_resting(group, entries),
        order=chosen,
        headings=headings(columns, chosen, "classroom.progress", {"class_id": group.id}),
    )


def order() -> Order:
    """The order of the board; the usual one puts pupils who have stopped answering on top."""
    return chosen_order(COLUMNS)


def counts(rows: Sequence[Row]) -> Counts:
    """The numbers above the board."""
    return Counts(
        joined=len(rows),
        finished=sum(row.finished for row in rows),
        stuck=sum(row.stuck for row in rows),
        empty=sum(row.empty for row in rows),
    )


def board_of(group: OwnClass) -> BoardView:
    """The board of a class as it is now."""
    return board(group, *_read(group))


def board_fragment(group: OwnClass) -> Response:
    """The board alone, or 304 when nothing on it changed: then no answer was counted either."""
    entries, out = _read(group)
    seen = [(entry.id, entry.last_used_at.isoformat(), entry.idle_minutes) for entry in entries]
    content = (
        "board",
        group.id,
        group.opening,
        current_language(),
        str(order()),
        sorted(seen),
        out,
    )
    return fragment(
        content,
        lambda: render_template(
            "classroom/parts/board.html", view=board(group, entries, out), group=group
        ),
    )


def _read(group: OwnClass) -> tuple[Sequence[Entry], TakenOut]:
    """Who is in the class, and who was taken out of it."""
    session, now = reading(), services().clock()
    return read_entries(session, group.id, now), taken_out(session, group.id, now)


def _resting(group: OwnClass, entries: Sequence[Entry]) -> bool:
    """Nothing more will change: nobody can join and all are done."""
    return group.opening.closed_at is not None and all(entry.finished for entry in entries)
