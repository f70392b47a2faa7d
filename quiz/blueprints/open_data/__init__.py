"""The catalogue as open data: for programs, read only, the same for everybody."""

from quiz.blueprints.open_data.routes import blueprint

__all__ = ["blueprint"]
