"""During the lesson: the screen for the projector, the board, and taking a stray entry out."""

from contextlib import suppress

from flask import Response, redirect, render_template, request, url_for
from flask_wtf.csrf import generate_csrf

from quiz.attempts import NoAttempt
from quiz.classroom import board_page, operations
from quiz.classroom.lesson_page import lesson_view
from quiz.classroom.routes import Page, blueprint, require_class
from quiz.classroom.screen_page import screen_fragment, screen_of
from quiz.classroom.talk import talk_questions
from quiz.groups import frozen_picture
from quiz.web.access import Audience, audience, require_staff
from quiz.web.services import services
from quiz.web.typed import plain_name

LONGEST_NICKNAME = 60


@blueprint.get("/klassen/<int:class_id>/scherm")
@audience(Audience.TEACHER)
def screen(class_id: int) -> Page:
    """For the projector: the way in and two numbers, or that the class is closed; nothing else."""
    group = require_class(class_id)
    generate_csrf()  # for the form in the piece that comes later, which sends no cookie
    return render_template("classroom/screen.html", group=group, screen=screen_of(group))


@blueprint.get("/klassen/<int:class_id>/scherm/nu")
@audience(Audience.TEACHER, background=True)
def screen_now(class_id: int) -> Response:
    """What is on the screen, for one that keeps itself up to date."""
    return screen_fragment(require_class(class_id))


@blueprint.get("/klassen/<int:class_id>/voortgang")
@audience(Audience.TEACHER)
def progress(class_id: int) -> Page:
    """Who is where."""
    group = require_class(class_id)
    view = board_page.board(group, board_page.entries_of(group))
    return render_template("classroom/progress.html", view=view, group=group)


@blueprint.get("/klassen/<int:class_id>/voortgang/nu")
@audience(Audience.TEACHER, background=True)
def progress_now(class_id: int) -> Response:
    """The board alone, for a page that keeps itself up to date."""
    return board_page.board_fragment(require_class(class_id))


@blueprint.get("/klassen/<int:class_id>/les")
@audience(Audience.TEACHER)
def plan(class_id: int) -> Page:
    """The lesson plan, to read along or to print, with the talk questions of this class."""
    group = require_class(class_id)
    found = frozen_picture(services(), group.id)
    return render_template(
        "classroom/lesson.html",
        group=group,
        view=lesson_view(request.args.get("minuten")),
        talk=() if found is None else talk_questions(found),
    )


@blueprint.get("/klassen/<int:class_id>/ontkoppelen")
@audience(Audience.TEACHER)
def ask_to_detach(class_id: int) -> Page:
    """Ask before taking an entry out of the class."""
    group = require_class(class_id)
    nickname = plain_name(request.args.get("naam"))[:LONGEST_NICKNAME]
    if nickname not in {entry.nickname for entry in board_page.entries_of(group)}:
        return redirect(url_for("classroom.progress", class_id=class_id), 303)
    order = board_page.order()
    return render_template("classroom/detach.html", group=group, nickname=nickname, order=order)


@blueprint.post("/klassen/<int:class_id>/ontkoppelen")
@audience(Audience.TEACHER)
def detach(class_id: int) -> Page:
    """Take an entry out of the class; one that is gone already stays gone."""
    group = require_class(class_id)
    nickname = plain_name(request.form.get("naam"))[:LONGEST_NICKNAME]
    with suppress(NoAttempt):
        operations.detach(group.id, nickname, require_staff(Audience.TEACHER))
    order = str(board_page.order()) or None
    return redirect(url_for("classroom.progress", class_id=class_id, volgorde=order), 303)
