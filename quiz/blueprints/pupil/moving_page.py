"""Builds what a pupil sees on joining a class while this device is busy with an attempt."""

from dataclasses import dataclass

from quiz.usecases.attempts.errors import NoAttempt
from quiz.usecases.attempts.schooling import Schooling
from quiz.usecases.attempts.state import AttemptState, load_state
from quiz.usecases.classes.joining import OpenClass
from quiz.usecases.classes.moving import (
    Whereabouts,
    is_pictured,
    schooling_in,
    schools_left_behind,
    whereabouts_of,
)
from quiz.usecases.retention import school_year_ends
from quiz.web.access.audiences import current_attempt
from quiz.web.pages.choices import Choice
from quiz.web.pages.dates import show_day
from quiz.web.pages.languages import translate as _
from quiz.web.pages.schooling import schooling_line
from quiz.web.runtime import catalogue, reading, services

CLASS, OWN = "klas", "zelf"


@dataclass(frozen=True)
class MoveView:
    """On joining a class: what this device is busy with, and what taking the answers along means.

    `stay`: why the answers cannot come along, else empty; `changes`: what moving changes;
    `schools`: to choose from, where class and pupil say different things.
    """

    code: str
    nickname: str
    classroom: str
    other_class: str
    stay: str
    changes: tuple[str, ...]
    schools: tuple[Choice, ...]


def at_the_entrance(code: str, group: OpenClass) -> MoveView | None:
    """The choice for a pupil who is busy elsewhere and opens this class; else None."""
    attempt_id = current_attempt()
    if attempt_id is None:
        return None
    try:
        where = whereabouts_of(reading(), attempt_id)
        state = load_state(reading().connection(), attempt_id)
    except NoAttempt:
        return None
    if where.trial or where.class_id == group.id:
        return None
    return MoveView(
        code=code,
        nickname=where.nickname,
        classroom=group.name,
        other_class=where.class_name or "",
        stay=_why_they_stay(where, group),
        changes=_changes(attempt_id, where, group, state),
        schools=_schools(group, Schooling(state.school_type, state.year)),
    )


def _schools(group: OpenClass, own: Schooling) -> tuple[Choice, ...]:
    """Nothing to choose where one of the two only says less than the other."""
    ours = schooling_in(group, own)
    if own == ours or own.says_less_than(ours):
        return ()
    return (
        Choice(CLASS, schooling_line(ours.school_type, ours.year), chosen=True),
        Choice(OWN, schooling_line(own.school_type, own.year)),
    )


def _why_they_stay(where: Whereabouts, group: OpenClass) -> str:
    if where.pictured:
        return _("Je antwoorden staan al in een klassenbeeld. Daarom blijven ze waar ze zijn.")
    if is_pictured(reading(), group.id):
        return _(
            "Van deze klas is al een klassenbeeld gemaakt. "
            "Daarom kunnen je antwoorden er niet meer bij."
        )
    return ""


def _changes(
    attempt_id: int, where: Whereabouts, group: OpenClass, state: AttemptState
) -> tuple[str, ...]:
    """What moving means, one plain line each."""
    now = services().clock()
    day = show_day(school_year_ends(now, services().zone))
    lines = [
        _("Je docent ziet je bijnaam en hoe ver je bent, niet wat je antwoordt."),
        _("Je telt mee in het beeld van de hele klas."),
        _("Alles blijft bewaard tot %(day)s, of tot je docent de klas wist.", day=day),
        _place_line(group, state),
    ]
    if where.class_name is not None:
        lines.insert(0, _("Met %(name)s doe je dan niet meer mee.", name=where.class_name))
    if where.nickname in group.nicknames:
        lines.append(_("Je bijnaam is in deze klas al bezet. Je krijgt een nieuwe."))
    lines += [
        _("Van %(school)s kijkt dan niemand meer mee.", school=school)
        for school in schools_left_behind(reading(), attempt_id, group.id, now)
    ]
    return tuple(line for line in lines if line)


def _place_line(group: OpenClass, state: AttemptState) -> str:
    """What becomes of the pupil's town; nothing where there is none, or the same one."""
    if state.municipality in (None, group.municipality):
        return ""
    town = catalogue().municipalities.get(group.municipality or "")
    if town is None:
        return _("Je woonplaats vergeten we: in een klas bewaren we die niet.")
    return _("Je woonplaats vergeten we. We kijken dan vanuit %(place)s.", place=town.name)
