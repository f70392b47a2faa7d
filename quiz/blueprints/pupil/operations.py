"""What the pupil's room does beyond one use case: codes, coming back, moving on."""

from contextlib import suppress

from flask import session

from quiz.blueprints.pupil.guesses import one_guess
from quiz.domain.codes.return_codes import display_return_code, normalise_return_code
from quiz.usecases.attempts.answers import Given
from quiz.usecases.attempts.erase import erase_attempt
from quiz.usecases.attempts.errors import NoAttempt
from quiz.usecases.attempts.return_codes import find_attempt, replace_code
from quiz.usecases.attempts.sessions import Admission, end_sessions_of
from quiz.usecases.attempts.state import load_state
from quiz.usecases.classes.care import class_code_of
from quiz.usecases.retakes.retakes import first_attempt_of
from quiz.web.access.audiences import current_attempt, enter, leave_attempt, names_what_is_gone
from quiz.web.access.limits import Code
from quiz.web.access.pupil_sessions import held_number
from quiz.web.access.session_keys import ERASED, KNOWN_CLASS, RENAMED, RETURN_CODE
from quiz.web.pages.greeting import say_goodbye
from quiz.web.runtime import reading, services


def shown_code() -> str | None:
    """The return code, as long as the pupil has not gone on."""
    code = session.get(RETURN_CODE)
    return code if isinstance(code, str) else None


def forget_code() -> None:
    """The pupil has seen the code and goes on; from now on it exists nowhere in plain words."""
    session.pop(RETURN_CODE, None)
    session.pop(RENAMED, None)


def show_code(code: str) -> None:
    """Show this return code, once."""
    session[RETURN_CODE] = display_return_code(code)


def make_new_code(attempt_id: int) -> None:
    """Replace the return code and show the new one once, here: every other browser is out.

    Raises NoAttempt.
    """
    new = replace_code(services(), Admission(attempt_id, held_number()))
    enter(Admission(attempt_id, new.session_number))
    show_code(new.code)


def come_back(typed: str) -> None:
    """Go on with the newest attempt of a return code. Raises UnknownCode or TooManyGuesses."""
    with one_guess(Code.RETURN):
        admitted = find_attempt(reading(), services().code_key, normalise_return_code(typed))
    enter(admitted)


def make_room() -> str | None:
    """Clear this device for the next pupil, and put every other browser of this one out.

    Returns the class code to go on with: the one that was opened here last, perhaps by that next
    pupil, goes before the own class.
    """
    attempt_id, code = current_attempt(), session.get(KNOWN_CLASS)
    with suppress(NoAttempt):
        if attempt_id is not None:
            code = code or class_code(attempt_id)
            end_sessions_of(services(), attempt_id)
    leave_attempt()
    if code is not None:
        session[KNOWN_CLASS] = code
    return code


def stop() -> None:
    """Nobody follows at once: this device knows of no class either, and we say goodbye."""
    leave_attempt()
    say_goodbye()


def erase(attempt_id: int) -> None:
    """Erase everything of the pupil and forget it here; only that it is gone may still be said."""
    erase_attempt(services(), attempt_id)
    leave_attempt()
    session[ERASED] = True


def is_gone_already() -> bool:
    """Whether what this browser held was erased; then it is forgotten here as well."""
    gone = names_what_is_gone()
    if gone:
        leave_attempt()
        session[ERASED] = True
    return gone


def just_erased() -> bool:
    """Whether the last thing done in this browser was erasing everything."""
    return current_attempt() is None and ERASED in session


def changes_something(attempt_id: int, given: list[Given], own_world: str | None) -> bool:
    """Whether a page that came after the result says something else than what is stored."""
    state = load_state(reading().connection(), attempt_id)
    differs = any(state.answers.get(answer.question) != answer.value for answer in given)
    return differs or own_world not in (None, state.own_world)


def class_code(attempt_id: int) -> str | None:
    """The code of the pupil's class, which the first attempt is in."""
    first = load_state(reading().connection(), first_attempt_of(reading(), attempt_id))
    class_id = first.class_id or first.left_class_id
    return None if class_id is None else class_code_of(reading(), class_id)
