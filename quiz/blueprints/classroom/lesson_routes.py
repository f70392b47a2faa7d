"""During the lesson: the screen for the projector, the board, and the plan to read along."""

from flask import Response, render_template, request
from flask_wtf.csrf import generate_csrf

from quiz.blueprints.classroom import board_page, just_done
from quiz.blueprints.classroom.lesson_page import lesson_view
from quiz.blueprints.classroom.routes import Page, blueprint, require_class
from quiz.blueprints.classroom.screen_page import screen_fragment, screen_of
from quiz.blueprints.classroom.talk import talk_questions
from quiz.usecases.class_pictures.operations import frozen_picture
from quiz.web.access.audiences import Audience, audience
from quiz.web.access.screen_pass import make_pass
from quiz.web.runtime import reading


@blueprint.get("/klassen/<int:class_id>/scherm")
@audience(Audience.TEACHER)
def screen(class_id: int) -> Page:
    """For the projector: the way in and two numbers, or that the class is closed; nothing else."""
    group = require_class(class_id)
    generate_csrf()  # for the form in the piece that comes later, which sends no cookie
    return render_template(
        "classroom/screen.html",
        group=group,
        screen=screen_of(group),
        screen_pass=make_pass(group.id),
    )


@blueprint.get("/klassen/<int:class_id>/scherm/nu")
@audience(Audience.SCREEN, background=True)
def screen_now(class_id: int) -> Response:
    """What is on the screen, as a page asks for it by itself, also when nobody is signed in."""
    return screen_fragment(require_class(class_id))


@blueprint.get("/klassen/<int:class_id>/voortgang")
@audience(Audience.TEACHER)
def progress(class_id: int) -> Page:
    """Who is where."""
    group = require_class(class_id)
    view = board_page.board_of(group)
    done = just_done.on_board(group, view)
    generate_csrf()  # for the form in the piece that comes later, which sends no cookie
    shown = board_page.parts(group, view, made=board_page.is_pictured(group))
    return render_template("classroom/progress.html", group=group, done=done, **shown)


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
    found = frozen_picture(reading(), group.id)
    return render_template(
        "classroom/lesson.html",
        group=group,
        view=lesson_view(request.args.get("minuten")),
        talk=() if found is None else talk_questions(found),
    )
