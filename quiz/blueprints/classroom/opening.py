"""The opening times of a class in words: open and until when, waiting, full or closed."""

from quiz.blueprints.classroom.classes import OwnClass
from quiz.config.school_time import day_of
from quiz.web.pages.dates import show_day, show_moment, show_time
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import services


def is_open(group: OwnClass) -> bool:
    """Whether pupils can join now, if there is a place left."""
    return group.opening.are_open(services().clock())


def state_of(group: OwnClass) -> str:
    """How it stands, in a few words."""
    if not is_open(group):
        return _("Dicht")
    if group.is_full:
        return _("Vol")
    if group.opening.waits:
        return _("Klaar voor de les")
    return _("Open tot %(moment)s", moment=show_moment(group.opening.joining_until))


def state_in_short(group: OwnClass) -> str:
    """The same with the time alone, where that is today."""
    until, zone = group.opening.joining_until, services().zone
    is_today = day_of(until, zone) == services().today()
    if not (is_today and is_open(group)) or group.is_full or group.opening.waits:
        return state_of(group)
    return _("Open tot %(moment)s", moment=show_time(until))


def about_waiting(group: OwnClass) -> str:
    """From when the hours count, where nobody came yet; else nothing."""
    if not (is_open(group) and group.opening.waits):
        return ""
    return _(
        "Begint de les later? De tijd gaat lopen met de eerste leerling: %(hours)s uur. "
        "Komt er niemand, dan werkt de code tot %(day)s.",
        hours=group.opening.lesson_hours,
        day=show_day(group.opening.open_until),
    )
