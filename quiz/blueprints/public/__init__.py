"""The room for everyone: the first page, the seven worlds, and what the quiz is and keeps."""

from quiz.blueprints.public.routes import blueprint

__all__ = ["blueprint"]
