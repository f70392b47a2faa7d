"""The only place that aggregates answers: what may be shown about a group of pupils."""

from quiz.groups.errors import InAnotherPicture, NotTogether, PictureError, TooFewPupils
from quiz.groups.picture import FULL, RANKING, ClassPicture, TechFigure, WorldFigure

__all__ = [
    "FULL",
    "RANKING",
    "ClassPicture",
    "InAnotherPicture",
    "NotTogether",
    "PictureError",
    "TechFigure",
    "TooFewPupils",
    "WorldFigure",
]
