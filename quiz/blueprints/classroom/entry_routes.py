"""Entries that do not belong in a class: take one out, or all empty ones, and put them back."""

from contextlib import suppress
from typing import Any

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quiz.blueprints.classroom import board_page, just_done, operations
from quiz.blueprints.classroom.board import attempt_called
from quiz.blueprints.classroom.routes import Page, blueprint, require_class
from quiz.domain.text.names import plain_name
from quiz.storage.tables.attempt import LONGEST_NICKNAME
from quiz.usecases.attempts.errors import NoAttempt
from quiz.usecases.classes.leaving import taken_out, was_pictured
from quiz.web.access.audiences import Audience, audience
from quiz.web.runtime import reading, services


@blueprint.get("/klassen/<int:class_id>/ontkoppelen")
@audience(Audience.TEACHER)
def ask_to_detach(class_id: int) -> Page:
    """Ask before taking an entry out of the class."""
    group, nickname = require_class(class_id), _nickname(request.args.get("naam"))
    if nickname not in {row.nickname for row in board_page.board_of(group).rows}:
        return _to_board(class_id)
    entry = attempt_called(reading(), class_id, nickname)
    return render_template(
        "classroom/detach.html",
        group=group,
        nickname=nickname,
        order=board_page.order(),
        stays_out=was_pictured(reading(), entry),
    )


@blueprint.post("/klassen/<int:class_id>/ontkoppelen")
@audience(Audience.TEACHER)
def detach(class_id: int) -> Page:
    """Take an entry out of the class; one that is gone already stays gone."""
    group, nickname = require_class(class_id), _nickname(request.form.get("naam"))
    with suppress(NoAttempt):
        operations.detach(group, nickname)
    return _to_board(class_id, uit=nickname)


@blueprint.get("/klassen/<int:class_id>/leeg")
@audience(Audience.TEACHER)
def ask_to_clear(class_id: int) -> Page:
    """Ask before taking out everybody who has answered nothing yet."""
    group = require_class(class_id)
    view = board_page.board_of(group)
    if not view.counts.empty:
        return _to_board(class_id)
    return render_template("classroom/clear.html", group=group, view=view)


@blueprint.post("/klassen/<int:class_id>/leeg")
@audience(Audience.TEACHER)
def clear(class_id: int) -> Page:
    """Take them all out at once."""
    operations.clear(require_class(class_id))
    return _to_board(class_id, nu=just_done.CLEARED)


@blueprint.get("/klassen/<int:class_id>/terugzetten")
@audience(Audience.TEACHER)
def ask_to_put_back(class_id: int) -> Page:
    """Who was taken out today, each with a button to put them back."""
    group = require_class(class_id)
    out = taken_out(reading(), group.id, services().clock())
    if not out:
        return _to_board(class_id)
    order = board_page.order()
    return render_template("classroom/put_back.html", group=group, out=out, order=order)


@blueprint.post("/klassen/<int:class_id>/terugzetten")
@audience(Audience.TEACHER)
def put_back(class_id: int) -> Page:
    """Put one entry back, or without a nickname all empty ones."""
    group, nickname = require_class(class_id), _nickname(request.form.get("naam"))
    operations.put_back(group, nickname)
    return _to_board(class_id, terug=nickname or None)


def _nickname(text: str | None) -> str:
    return plain_name(text)[:LONGEST_NICKNAME]


def _to_board(class_id: int, **done: Any) -> Response:
    order = str(board_page.order()) or None
    return redirect(url_for("classroom.progress", class_id=class_id, volgorde=order, **done), 303)
