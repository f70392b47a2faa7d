"""The agenda of a region for everybody: a page, a calendar, a feed, and a block for other sites."""

from quiz.blueprints.agenda.routes import blueprint

__all__ = ["blueprint"]
