"""Builds what is watched during the lesson, and says cheaply whether anything changed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from flask import Response, render_template

from quiz.blueprints.classroom.board import COLUMNS, Entry, Row, read_entries, read_rows
from quiz.blueprints.classroom.board_view_models import BoardView, Counts
from quiz.blueprints.classroom.classes import OwnClass
from quiz.blueprints.classroom.lesson_clock import lesson_clock
from quiz.blueprints.classroom.opening import state_in_short
from quiz.blueprints.classroom.to_picture import to_picture
from quiz.usecases.class_pictures.operations import pictured_classes
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
        state=state_in_short(group),
        counts=counts(rows),
        size=group.size,
        first_at=_first(entries),
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
    made = is_pictured(group)
    seen = [(entry.id, entry.last_used_at.isoformat(), entry.idle_minutes) for entry in entries]
    content = (
        "board",
        group.id,
        group.opening,
        made,
        group.size,
        lesson_clock(group, _first(entries), made=made),
        state_in_short(group),
        current_language(),
        str(order()),
        sorted(seen),
        out,
    )
    return fragment(
        content,
        lambda: render_template(
            "classroom/parts/board.html",
            group=group,
            **parts(group, board(group, entries, out), made=made),
        ),
    )


def is_pictured(group: OwnClass) -> bool:
    """Whether this class has a picture."""
    return bool(pictured_classes(reading(), [group.id]))


def parts(group: OwnClass, view: BoardView, *, made: bool) -> dict[str, Any]:
    """What the piece that keeps itself up to date shows: board, lesson, the way to the picture."""
    return {
        "view": view,
        "picture": to_picture(group, view.counts, made=made),
        "clock": lesson_clock(group, view.first_at, made=made),
    }


def _first(entries: Sequence[Entry]) -> datetime | None:
    return min((entry.came_at for entry in entries), default=None)


def _read(group: OwnClass) -> tuple[Sequence[Entry], TakenOut]:
    """Who is in the class, and who was taken out of it."""
    session, now = reading(), services().clock()
    return read_entries(session, group.id, now), taken_out(session, group.id, now)


def _resting(group: OwnClass, entries: Sequence[Entry]) -> bool:
    """Nothing more will change: nobody can join and all are done."""
    return group.opening.closed_at is not None and all(entry.finished for entry in entries)
