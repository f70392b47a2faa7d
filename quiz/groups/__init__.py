"""The only place that aggregates answers: what may be shown about a group of pupils."""

from quiz.groups.errors import InAnotherPicture, NotTogether, PictureError, TooFewPupils
from quiz.groups.operations import (
    classes_shown_with,
    freeze,
    frozen_picture,
    frozen_pictures,
    make_picture,
    pictured_classes,
)
from quiz.groups.picture import FULL, RANKING, ClassPicture, TechFigure, WorldFigure
from quiz.groups.rule import MINIMUM_PUPILS

__all__ = [
    "FULL",
    "MINIMUM_PUPILS",
    "RANKING",
    "ClassPicture",
    "InAnotherPicture",
    "NotTogether",
    "PictureError",
    "TechFigure",
    "TooFewPupils",
    "WorldFigure",
    "classes_shown_with",
    "freeze",
    "frozen_picture",
    "frozen_pictures",
    "make_picture",
    "pictured_classes",
]
