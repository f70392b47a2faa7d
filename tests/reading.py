"""Reading what is stored, as a visit of its own does."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy.orm import Session

from quiz.usecases.attempts.return_codes import find_attempt
from quiz.usecases.attempts.sessions import Admission
from quiz.usecases.classes.joining import OpenClass, find_open_class
from quiz.usecases.classes.leaving import TakenOut, taken_out
from quiz.usecases.services import Services

Asked = ParamSpec("Asked")
Found = TypeVar("Found")


def read(
    services: Services,
    reader: Callable[Concatenate[Session, Asked], Found],
    *asked: Asked.args,
    **named: Asked.kwargs,
) -> Found:
    """What this reader finds now."""
    with services.database.reading() as session:
        return reader(session, *asked, **named)


def open_class(services: Services, code: str) -> OpenClass:
    """The class that lets in with this code now."""
    return read(services, find_open_class, code, services.clock())


def out_of(services: Services, class_id: int) -> TakenOut:
    """Who may be put back into this class now."""
    return read(services, taken_out, class_id, services.clock())


def attempt_of(services: Services, code: str) -> Admission:
    """Where this return code leads now."""
    return read(services, find_attempt, services.code_key, code)
