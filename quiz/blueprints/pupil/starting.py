"""Starting an attempt, alone or in a class, and coming into a class with one that is there."""

from flask import session

from quiz.blueprints.pupil.guesses import one_guess
from quiz.blueprints.pupil.operations import class_code, show_code
from quiz.domain.catalogue.places.lookup import resolve_place
from quiz.domain.codes.class_codes import normalise_class_code
from quiz.storage.identifiers import new_attempt_id
from quiz.usecases.attempts.erase import erase_if_empty
from quiz.usecases.attempts.errors import NoAttempt, SentTwice
from quiz.usecases.attempts.sessions import Admission
from quiz.usecases.attempts.start import NewAttempt, nickname_of, start_attempt
from quiz.usecases.classes.joining import OpenClass, find_open_class
from quiz.usecases.classes.moving import move_to_class
from quiz.web.access.audiences import current_attempt, current_staff, enter, require_attempt
from quiz.web.access.limits import Code
from quiz.web.access.session_keys import KNOWN_CLASS, RENAMED, TICKET
from quiz.web.pages.languages import current_language
from quiz.web.pages.schooling_form import SchoolingForm
from quiz.web.runtime import catalogue, reading, services


def class_with_code(typed: str) -> tuple[str, OpenClass]:
    """The class of a typed code, and the code in its normal form. Wrong codes are counted.

    Raises UnknownCode, ClassClosed, ClassFull or TooManyGuesses.
    """
    with one_guess(Code.CLASS, typed):
        code = normalise_class_code(typed)
        found = code, find_open_class(reading(), code, services().clock())
    session[KNOWN_CLASS] = code
    return found


def is_in_class(typed: str) -> bool:
    """Whether the attempt of this browser belongs to the class with this (existing) code."""
    attempt_id = current_attempt()
    try:
        return attempt_id is not None and class_code(attempt_id) == normalise_class_code(typed)
    except NoAttempt:
        return False


def take_along(typed: str, *, keep_school: bool) -> None:
    """Come into the class of this code with what was answered before.

    Raises what `class_with_code` and `move_to_class` raise.
    """
    attempt_id = require_attempt()
    before = nickname_of(reading(), attempt_id)
    with one_guess(Code.CLASS, typed):
        code = normalise_class_code(typed)
        name = move_to_class(services(), attempt_id, code, keep_school=keep_school)
    session.pop(TICKET, None)
    if name != before:
        session[RENAMED] = True


def was_renamed() -> bool:
    """Whether the nickname was taken in a class that the pupil came into, until they go on."""
    return RENAMED in session


def reserve_ticket() -> None:
    """Reserve a number for the start page on screen, so that sending it twice starts once."""
    session[TICKET] = new_attempt_id(services().clock())


def start(form: SchoolingForm, class_code: str | None) -> None:
    """Start an attempt and let this browser in.

    Raises UnknownPlace, the errors of a class, or SentTwice: the browser dropped the answer to
    the first press, or it is a copy of the one that is in. We cannot tell, so it begins anew.

    Who goes back and starts once more leaves no empty attempt behind. Staff who are signed in
    here try it out: a trial is in no class and never counts.
    """
    place = "" if class_code else (form.place.data or "").strip()
    municipality = resolve_place(catalogue(), place) if place else None
    ticket = session.get(TICKET) or new_attempt_id(services().clock())
    new = NewAttempt(
        ticket=ticket,
        school_type=form.school_type.data,
        year=form.chosen_year(),
        municipality=municipality,
        language=current_language(),
        class_code=class_code,
        trial=current_staff() is not None,
    )
    before = current_attempt()
    code = start_attempt(services(), new)
    if code is None and before != ticket:
        raise SentTwice
    if code is None:
        return
    if before not in (None, ticket):
        erase_if_empty(services(), before)
    enter(Admission(ticket, new.session_number), trial=new.trial)
    show_code(code)


def start_in_class(form: SchoolingForm, typed: str) -> None:
    """Start in the class of this code. Raises what `class_with_code` raises.

    The class is not looked at before: a page that was sent twice finds its attempt, also when
    that attempt took the last place.
    """
    with one_guess(Code.CLASS, typed):
        start(form, normalise_class_code(typed))


def already_started() -> bool:
    """Whether this browser sent its start page before and now sends it again."""
    return current_attempt() is not None and TICKET not in session
