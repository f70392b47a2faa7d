"""What the pupil's room does beyond one use case: starting, coming back, moving on."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from flask import session

from quiz.attempts import (
    AttemptState,
    Given,
    NewAttempt,
    NoAttempt,
    OpenClass,
    UnknownCode,
    class_code_of,
    end_sessions_of,
    erase_attempt,
    erase_if_empty,
    find_attempt,
    find_open_class,
    load_state,
    replace_code,
    root_of,
    start_attempt,
    state_over,
)
from quiz.catalogue import resolve_place
from quiz.pupil.forms import StartForm
from quiz.records import new_attempt_id
from quiz.web.access import current_attempt, current_staff, enter, leave
from quiz.web.board_links import came_from_board
from quiz.web.languages import current_language
from quiz.web.limits import Code, count_guess, refuse_guessing
from quiz.web.services import running, services
from quiz.words import (
    InvalidCode,
    display_return_code,
    normalise_class_code,
    normalise_return_code,
)

_TICKET = "ticket"
_CODE = "code"
_ERASED = "erased"
_KNOWN = "known_class"


def class_with_code(typed: str) -> tuple[str, OpenClass]:
    """The class of a typed code, and the code in its normal form. Wrong codes are counted.

    Raises UnknownCode, ClassClosed, ClassFull or TooManyGuesses.
    """
    with _one_guess(Code.CLASS, typed):
        code = normalise_class_code(typed)
        found = code, find_open_class(services(), code)
    session[_KNOWN] = code
    return found


def is_in_class(typed: str) -> bool:
    """Whether the attempt of this browser belongs to the class with this (existing) code."""
    attempt_id = current_attempt()
    try:
        return attempt_id is not None and _class_code(attempt_id) == normalise_class_code(typed)
    except NoAttempt:
        return False


def reserve_ticket() -> None:
    """Reserve a number for the start page on screen, so that sending it twice starts once."""
    session[_TICKET] = new_attempt_id(services().clock())


def start(form: StartForm, class_code: str | None) -> None:
    """Start an attempt and let this browser in. Raises UnknownPlace and the errors of a class.

    Who goes back and starts once more leaves no empty attempt behind. Staff who are signed in
    here try it out: a trial is in no class and never counts.
    """
    place = "" if class_code else (form.place.data or "").strip()
    municipality = resolve_place(running().catalogue, place) if place else None
    ticket = session.get(_TICKET) or new_attempt_id(services().clock())
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
    if code is None:
        return  # sent twice: the first answer let this browser in, a copy of it stays outside
    if before not in (None, ticket):
        erase_if_empty(services(), before)
    enter(ticket)
    session[_CODE] = display_return_code(code)


def start_in_class(form: StartForm, typed: str) -> None:
    """Start in the class of this code. Raises what `class_with_code` raises.

    The class is not looked at before: a page that was sent twice finds its attempt, also when
    that attempt took the last place.
    """
    with _one_guess(Code.CLASS, typed):
        start(form, normalise_class_code(typed))


def already_started() -> bool:
    """Whether this browser sent its start page before and now sends it again."""
    return current_attempt() is not None and _TICKET not in session


def shown_code() -> str | None:
    """The return code, as long as the pupil has not gone on."""
    code = session.get(_CODE)
    return code if isinstance(code, str) else None


def forget_code() -> None:
    """The pupil has seen the code and goes on; from now on it exists nowhere in plain words."""
    session.pop(_CODE, None)


def make_new_code(attempt_id: int) -> None:
    """Replace the return code and show the new one once, here: every other browser is out."""
    code = replace_code(services(), attempt_id)
    enter(attempt_id)
    session[_CODE] = display_return_code(code)


def come_back(typed: str) -> None:
    """Go on with the newest look of a return code. Raises UnknownCode or TooManyGuesses."""
    with _one_guess(Code.RETURN):
        attempt_id = find_attempt(services(), normalise_return_code(typed))
    enter(attempt_id)


def make_room() -> str | None:
    """Clear this device for the next pupil, and put every other browser of this one out.

    Returns the class code to go on with, if there was one.
    """
    attempt_id, code = current_attempt(), None
    with suppress(NoAttempt):
        if attempt_id is not None:
            code = _class_code(attempt_id)
            end_sessions_of(services(), attempt_id)
    leave()
    if code is not None:
        session[_KNOWN] = code
    return code


def erase(attempt_id: int) -> None:
    """Erase everything of the pupil and forget it here; only that it is gone may still be said."""
    erase_attempt(services(), attempt_id)
    leave()
    session[_ERASED] = True


def just_erased() -> bool:
    """Whether the last thing done in this browser was erasing everything."""
    return current_attempt() is None and _ERASED in session


def changes_something(attempt_id: int, given: list[Given], own_world: str | None) -> bool:
    """Whether a page that came after the result says something else than what is stored."""
    state = read_state(attempt_id)
    differs = any(state.answers.get(answer.question) != answer.value for answer in given)
    return differs or own_world not in (None, state.own_world)


def read_state(attempt_id: int) -> AttemptState:
    """The attempt as it stands; raises NoAttempt."""
    with services().database.connected() as connection:
        return state_over(connection, attempt_id)


@contextmanager
def _one_guess(code: Code, class_code: str | None = None) -> Iterator[None]:
    """Count a code that leads nowhere, and let nobody try who guessed too often.

    It is no guess when this browser gave this very class code before, or scanned it. Raises
    UnknownCode or TooManyGuesses.
    """
    if class_code is None or not (session.get(_KNOWN) == class_code or came_from_board(class_code)):
        refuse_guessing(code)
    try:
        yield
    except (InvalidCode, UnknownCode) as problem:
        count_guess(code, possible=isinstance(problem, UnknownCode))
        raise UnknownCode from problem


def _class_code(attempt_id: int) -> str | None:
    """The code of the pupil's class, which the first look is in."""
    with services().database.reading() as database:
        first = load_state(database, root_of(database, attempt_id))
    class_id = first.class_id or first.left_class_id
    return None if class_id is None else class_code_of(services(), class_id)
