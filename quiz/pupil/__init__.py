"""The pupil's room: from a class code to a result with next steps, and away again."""

from quiz.pupil import question_routes, start_routes
from quiz.pupil.routes import blueprint

__all__ = ["blueprint", "question_routes", "start_routes"]
