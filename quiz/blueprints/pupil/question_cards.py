"""Draws a question once and keeps the drawing: the same card stands on thousands of pages."""

from functools import lru_cache
from typing import Any

from flask import current_app
from markupsafe import Markup

from quiz.blueprints.pupil.routes import blueprint
from quiz.blueprints.pupil.view_models import BlockView, QuestionView
from quiz.web.pages.choices import Choice
from quiz.web.pages.languages import translate as _

MOST_KEPT = 2048  # of about 2 kB each


@blueprint.app_template_global()
def question_card(question: QuestionView, view: BlockView) -> Markup:
    """One question of a block as a fieldset, in the language of its texts."""
    counted = _("Vraag %(number)s van %(total)s", number=question.number, total=view.question_total)
    before, after = _drawn(question._replace(number=0), view.faces, view.unknown)
    return before + counted + after


@lru_cache(MOST_KEPT)
def _drawn(
    question: QuestionView, faces: tuple[Choice, ...], unknown: Choice
) -> tuple[Markup, Markup]:
    """What stands before and after its number: it holds nothing of a pupil but one answer."""
    macros: Any = current_app.jinja_env.get_template("parts/question.html").module
    return macros.before_number(question), macros.after_number(question, faces, unknown)
