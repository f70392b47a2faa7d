"""Builds the page on which an owner shares a class, and a colleague sees with whom it is."""

from dataclasses import dataclass

from flask import request, url_for

from quiz.blueprints.classroom.classes import OwnClass
from quiz.usecases.classes.colleagues import colleagues_of, teachers_of
from quiz.web.pages.choices import Choice
from quiz.web.pages.done import JustDone
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import reading

GONE, COME = "weg", "erbij"


@dataclass(frozen=True)
class SharingView:
    """With whom a class is shared, and with whom it could be.

    `shared`: accounts by number and address; `others`: teachers of the school who are not in it.
    """

    shared: tuple[Choice, ...]
    others: tuple[Choice, ...]


def sharing(group: OwnClass) -> SharingView:
    """The page of this class."""
    shared = colleagues_of(reading(), group.id)
    known = {group.owner_id, *(person.id for person in shared)}
    teachers = teachers_of(reading(), group.teacher.school_id)
    return SharingView(
        tuple(Choice(str(person.id), person.email) for person in shared),
        tuple(Choice(str(each.id), each.email) for each in teachers if each.id not in known),
    )


def just_shared(group: OwnClass, view: SharingView) -> JustDone | None:
    """Who was added or taken out a moment ago; taking out is undone with one press."""
    came = _named(view.shared, request.args.get(COME))
    if came is not None:
        return JustDone(_("%(email)s kan nu meedoen in deze klas.", email=came.label))
    gone = _named(view.others, request.args.get(GONE))
    if gone is None or not group.is_mine:
        return None
    words = _("%(email)s kan niet meer in deze klas.", email=gone.label)
    undo = url_for("classroom.share", class_id=group.id)
    return JustDone(words, undo, _("Maak ongedaan"), {"action": "add", "collega": gone.value})


def _named(people: tuple[Choice, ...], number: str | None) -> Choice | None:
    return next((each for each in people if each.value == number), None)
