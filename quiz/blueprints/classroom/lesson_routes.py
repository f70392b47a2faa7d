"""During the lesson: the screen for the projector, the board, and the plan to read along."""

from flask import Response, redirect, render_template, request, url_for
from flask_wtf.csrf import generate_csrf

from quiz.blueprints.classroom import board_page, just_done, lesson_operations
from quiz.blueprints.classroom.board import first_came
from quiz.blueprints.classroom.classes import OwnClass
from quiz.blueprints.classroom.forms import SizeForm
from quiz.blueprints.classroom.lesson_clock import lesson_clock, minutes_before
from quiz.blueprints.classroom.lesson_page import lesson_view
from quiz.blueprints.classroom.routes import Page, blueprint, require_class
from quiz.blueprints.classroom.screen_page import screen_fragment, screen_of
from quiz.blueprints.classroom.talk import talk_questions
from quiz.config.whole_numbers import whole_number
from quiz.usecases.class_pictures.operations import frozen_picture
from quiz.usecases.classes.lesson_time import LARGEST_CLASS
from quiz.web.access.audiences import Audience, audience
from quiz.web.access.screen_pass import make_pass
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import reading

LONGEST_NUMBER = 3


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
    return _progress(require_class(class_id))


@blueprint.post("/klassen/<int:class_id>/voortgang")
@audience(Audience.TEACHER)
def set_size(class_id: int) -> Page:
    """How many pupils the class has at school, so that one sees who is not in."""
    group, form = require_class(class_id), SizeForm()
    if not form.validate():
        words = _("Typ een getal van 1 tot en met %(most)s, of laat het leeg.", most=LARGEST_CLASS)
        return _progress(group, words), 422
    lesson_operations.set_size(group, form.size.data)
    return redirect(url_for("classroom.progress", class_id=class_id), 303)


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
    clock = lesson_clock(group, first_came(reading(), group.id), made=found is not None)
    return render_template(
        "classroom/lesson.html",
        group=group,
        clock=clock,
        view=lesson_view(request.args.get("minuten", str(clock.minutes))),
        talk=() if found is None else talk_questions(found),
    )


@blueprint.post("/klassen/<int:class_id>/les")
@audience(Audience.TEACHER)
def place_lesson(class_id: int) -> Page:
    """The lesson begins, or is at this step now; back to where the button was."""
    group = require_class(class_id)
    minutes, step = (
        whole_number(request.form.get(name, ""), LONGEST_NUMBER) for name in ("minuten", "stap")
    )
    done = None if minutes is None else minutes_before(minutes, step or 0)
    if minutes is not None and done is not None:
        lesson_operations.place_lesson(group, minutes, done)
    page = "plan" if request.form.get("terug") == "les" else "progress"
    return redirect(url_for(f"classroom.{page}", class_id=class_id), 303)


def _progress(group: OwnClass, problem: str = "") -> str:
    view = board_page.board_of(group)
    done = just_done.on_board(group, view)
    generate_csrf()  # for the form in the piece that comes later, which sends no cookie
    shown = board_page.parts(group, view, made=board_page.is_pictured(group))
    return render_template(
        "classroom/progress.html", group=group, done=done, problem=problem, **shown
    )
