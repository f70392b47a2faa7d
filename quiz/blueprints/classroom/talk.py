"""Talk questions that follow from the picture, in the words of questions/lesson."""

from collections.abc import Iterator

from quiz.blueprints.classroom.content import lesson
from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.web.runtime import texts

CLOSE = 0.1
WIDE_APART = 1.0
# From which mean answer (1 to 5, the middle is 3) a class agrees, and how far ahead of the next.
AGREED, AHEAD = 3.5, 0.2


def headline(picture: ClassPicture) -> str:
    """One sentence about the whole class: never about a pupil."""
    talk = lesson().talk
    first, second = picture.worlds[:2]
    names = {"first": _world(first.world), "second": _world(second.world)}
    if not picture.above:
        return talk["headline.broad"]
    if round(first.interest - second.interest, 1) < CLOSE:
        return talk["headline.two"].format(**names)
    return talk["headline.one"].format(**names)


def talk_questions(picture: ClassPicture) -> tuple[str, ...]:
    """What to talk about with this class, the most telling first."""
    return tuple(_questions(picture))


def _questions(picture: ClassPicture) -> Iterator[str]:
    talk = lesson().talk
    top, last = picture.worlds[0], picture.worlds[-1]
    yield talk["top"].format(world=_world(top.world)) if picture.above else talk["broad"]
    if picture.below:
        yield talk["below"].format(world=_world(last.world))
    widest = max(picture.worlds, key=lambda figure: figure.spread)
    if widest.spread >= WIDE_APART:
        yield talk["apart"].format(world=_world(widest.world))
    for kind in _strongest_type(picture):
        yield talk["tech_type"].format(type=texts().tech_types[kind].name.lower())
    yield talk["always"]


def _strongest_type(picture: ClassPicture) -> tuple[str, ...]:
    """The way of approaching technology that fits this class best, where one does."""
    figures = [*picture.tech_types[:2]]
    if len(figures) < 2 or figures[0].agreement < AGREED:
        return ()
    ahead = round(figures[0].agreement - figures[1].agreement, 1)
    return (figures[0].type,) if ahead >= AHEAD else ()


def _world(world: str) -> str:
    return texts().worlds[world].name
