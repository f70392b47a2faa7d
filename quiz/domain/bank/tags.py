"""The subjects within a world, and the questions that are about one subject alone."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ZoomItem:
    """One question that zooms in on a world, asked after the result: which subject in it draws.

    It counts for its `tag` and for nothing else; the other fields are as those of `Item`.
    """

    id: str
    world: str
    tag: str
    facet: str
    keying: int
    status: str
    author: str
    version: int
    picture: str


@dataclass(frozen=True)
class Tag:
    """A subject within a world, such as robots: its world, and the questions about it.

    `items`: those of the bank; `zoom`: those that zoom in on the world.
    """

    world: str
    items: tuple[str, ...]
    zoom: tuple[str, ...] = ()
