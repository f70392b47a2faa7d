"""The teacher's room: a class in one lesson, from a code on the board to a picture of the class."""

from quiz.classroom import (
    end_routes,
    entry_routes,
    export_routes,
    lesson_routes,
    picture_routes,
)
from quiz.classroom.routes import blueprint

__all__ = [
    "blueprint",
    "end_routes",
    "entry_routes",
    "export_routes",
    "lesson_routes",
    "picture_routes",
]
