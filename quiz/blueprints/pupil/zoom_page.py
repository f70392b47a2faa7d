"""Builds the page with the questions that zoom in on a world."""

from collections.abc import Sequence

from flask import url_for

from quiz.blueprints.pupil.question_page import Place, block_view
from quiz.blueprints.pupil.view_models import BlockView, QuestionView
from quiz.usecases.attempts.state import AttemptState
from quiz.web.runtime import services, texts


def build(
    state: AttemptState, world_id: str, asked: Sequence[str], *, mark: bool = False
) -> BlockView:
    """All questions about a world on one form; `mark` those that are open."""
    bank, words = services().bank, texts()
    questions = tuple(
        QuestionView(
            id=question,
            number=place,
            text=words.zoom_items[question],
            picture=bank.zoom[question].picture,
            value=state.answers.get(question),
            missing=mark and question not in state.answers,
        )
        for place, question in enumerate(asked, start=1)
    )
    here = url_for("pupil.zoom", world_id=world_id)
    again = url_for("pupil.zoom", world_id=world_id, blok=1)
    return block_view(state, Place("zoom", here, again, words.worlds[world_id].name), questions)
