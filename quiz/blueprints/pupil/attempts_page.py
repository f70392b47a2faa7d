"""Which of a pupil's attempts a result page shows, and the way to the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for

from quiz.usecases.retakes.retakes import PupilAttempt, newest_with_result
from quiz.web.pages.choices import Choice
from quiz.web.pages.dates import show_day
from quiz.web.pages.languages import translate as _

PARAMETER = "keer"


@dataclass(frozen=True)
class AttemptsView:
    """The attempts around the one on the page.

    `title`: which one this is, empty for a first attempt alone; `newest`: there is no later result;
    `busy`: a retake is not finished; `others`: the addresses of the other skies.
    """

    title: str
    newest: bool
    busy: bool
    others: tuple[Choice, ...]


def attempt_to_show(attempts: Sequence[PupilAttempt], wanted: str | None) -> PupilAttempt:
    """The attempt with this number if it has a result, else the newest one. Raises NotFinished."""
    newest = newest_with_result(attempts)
    named = [
        attempt
        for attempt in attempts
        if str(attempt.number) == wanted and attempt.scored_at is not None
    ]
    return named[0] if named else newest


def view(attempts: Sequence[PupilAttempt], shown: PupilAttempt) -> AttemptsView:
    """What the page says about the attempts beside the one it shows."""
    others = [
        attempt for attempt in attempts if attempt.id != shown.id and attempt.scored_at is not None
    ]
    return AttemptsView(
        title=_("Dit is %(sky)s.", sky=sky_of(shown)) if len(attempts) > 1 else "",
        newest=shown.id == newest_with_result(attempts).id,
        busy=attempts[-1].number > 1 and attempts[-1].scored_at is None,
        others=tuple(
            Choice(url_for("pupil.result", keer=attempt.number), sky_of(attempt))
            for attempt in others
        ),
    )


def sky_of(attempt: PupilAttempt) -> str:
    """An attempt that has a result in words: which one it is, and of which day."""
    day = show_day(attempt.scored_at)
    return (
        _("je eerste sterrenhemel, van %(day)s", day=day),
        _("je tweede sterrenhemel, van %(day)s", day=day),
        _("je derde sterrenhemel, van %(day)s", day=day),
        _("je vierde sterrenhemel, van %(day)s", day=day),
        _("je vijfde sterrenhemel, van %(day)s", day=day),
    )[attempt.number - 1]
