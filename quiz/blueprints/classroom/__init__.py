"""The teacher's room: a class in one lesson, from a code on the board to a picture of the class."""

from quiz.blueprints.classroom import (
    entry_routes,
    export_routes,
    form_routes,
    lesson_routes,
    picture_routes,
    school_routes,
    sharing_routes,
)
from quiz.blueprints.classroom import (
    lifecycle_routes as end_routes,
)
from quiz.blueprints.classroom.routes import blueprint

__all__ = [
    "blueprint",
    "end_routes",
    "entry_routes",
    "export_routes",
    "form_routes",
    "lesson_routes",
    "picture_routes",
    "school_routes",
    "sharing_routes",
]
