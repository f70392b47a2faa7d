"""Which of a pupil's looks a result page shows, and the way to the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for

from quiz.usecases.retakes.retakes import Look, newest_with_result
from quiz.web.pages.choices import Choice
from quiz.web.pages.dates import show_day
from quiz.web.pages.languages import translate as _

PARAMETER = "keer"


@dataclass(frozen=True)
class LooksView:
    """The looks around the one on the page.

    `title`: which one this is, empty for a first look alone; `newest`: there is no later result;
    `busy`: a later look is not finished; `others`: the addresses of the other skies.
    """

    title: str
    newest: bool
    busy: bool
    others: tuple[Choice, ...]


def look_to_show(looks: Sequence[Look], wanted: str | None) -> Look:
    """The look with this number if it has a result, else the newest one. Raises NotFinished."""
    newest = newest_with_result(looks)
    named = [look for look in looks if str(look.number) == wanted and look.scored_at is not None]
    return named[0] if named else newest


def view(looks: Sequence[Look], shown: Look) -> LooksView:
    """What the page says about the looks beside the one it shows."""
    others = [look for look in looks if look.id != shown.id and look.scored_at is not None]
    return LooksView(
        title=_("Dit is %(sky)s.", sky=sky_of(shown)) if len(looks) > 1 else "",
        newest=shown.id == newest_with_result(looks).id,
        busy=looks[-1].number > 1 and looks[-1].scored_at is None,
        others=tuple(
            Choice(url_for("pupil.result", keer=look.number), sky_of(look)) for look in others
        ),
    )


def sky_of(look: Look) -> str:
    """A look that has a result in words: which one it is, and of which day."""
    day = show_day(look.scored_at)
    return (
        _("je eerste hemel, van %(day)s", day=day),
        _("je tweede hemel, van %(day)s", day=day),
        _("je derde hemel, van %(day)s", day=day),
        _("je vierde hemel, van %(day)s", day=day),
        _("je vijfde hemel, van %(day)s", day=day),
    )[look.number - 1]
