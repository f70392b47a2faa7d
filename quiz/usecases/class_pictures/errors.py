"""Why a class picture is not made; each message is one plain line."""

from collections.abc import Sequence


class PictureError(ValueError):
    """The base of everything that can stand in the way of a class picture."""


class TooFewPupils(PictureError):
    """Fewer pupils count than a picture needs. `finished` is what the board shows as finished."""

    def __init__(self, finished: int, needed: int) -> None:
        super().__init__(f"a class picture needs {needed} pupils with a result")
        self.finished = finished
        self.needed = needed


class InAnotherPicture(PictureError):
    """A class has been shown alone or with other classes, and so cannot be shown differently.

    The difference between the two pictures could describe a few pupils.
    """

    def __init__(self, class_ids: Sequence[int]) -> None:
        names = ", ".join(map(str, class_ids))
        super().__init__(f"these classes have a picture of their own or with others: {names}")
        self.class_ids = tuple(class_ids)


class NotTogether(PictureError):
    """Classes of different schools, or no class at all, make no picture together."""
