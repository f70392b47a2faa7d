"""The pupil's room: from a class code to a result with next steps, and away again."""

from quiz.blueprints.pupil import (
    correcting_routes,
    paper_routes,
    question_cards,
    question_routes,
    retake_routes,
    share_routes,
    start_routes,
    zoom_routes,
)
from quiz.blueprints.pupil.routes import blueprint

__all__ = [
    "blueprint",
    "correcting_routes",
    "paper_routes",
    "question_cards",
    "question_routes",
    "retake_routes",
    "share_routes",
    "start_routes",
    "zoom_routes",
]
