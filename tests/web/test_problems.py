"""Every page that says what went wrong has its status, its words and one thing to do next."""

from collections.abc import Callable
from typing import NoReturn

import pytest
from flask import Flask
from flask_wtf.csrf import CSRFError
from limits.errors import StorageError
from werkzeug.exceptions import HTTPException, default_exceptions

from quiz.storage.identifiers import WrongClock
from quiz.usecases.attempts.errors import (
    AlreadyFinished,
    ClassClosed,
    ClassFull,
    ClassPictured,
    InvalidAnswer,
    InvalidStep,
    MustStay,
    NoAttempt,
    NoShare,
    NotFinished,
    SentTwice,
    UnknownCode,
)
from quiz.usecases.region_rows.errors import NoRow
from quiz.usecases.staff.holding import AccountChanged
from quiz.web.access.audiences import Audience, NotAllowed, audience
from quiz.web.access.limits import TooManyGuesses, TooManyTries
from quiz.web.problems import (
    classes as class_problems,
)
from quiz.web.problems import (
    outages,
)
from quiz.web.problems import (
    pupil as problems,
)
from quiz.web.problems import (
    staff as staff_problems,
)
from quiz.web.problems.pupil import Problem
from tests.own_app import MakeApp
from tests.visitor import Visitor


class CounterAway(StorageError):
    """The store of the counters does not answer."""

    def __init__(self, text: str) -> None:
        super().__init__(OSError(text))


STATUSES: dict[type[Exception], int] = {
    NoAttempt: 403,
    NoRow: 404,
    UnknownCode: 404,
    ClassClosed: 409,
    ClassFull: 409,
    ClassPictured: 409,
    MustStay: 409,
    AlreadyFinished: 409,
    NotFinished: 409,
    SentTwice: 409,
    AccountChanged: 409,
    InvalidAnswer: 422,
    InvalidStep: 400,
    NoShare: 404,
    TooManyGuesses: 429,
    TooManyTries: 429,
    NotAllowed: 404,
    CSRFError: 400,
    RuntimeError: 500,
    WrongClock: 503,
    CounterAway: 503,
}
DESCRIPTIONS: list[Callable[[], Problem]] = [
    made
    for name, made in (
        vars(problems) | vars(class_problems) | vars(staff_problems) | vars(outages)
    ).items()
    if callable(made) and getattr(made, "__annotations__", {}).get("return") is Problem
]
REFUSALS = sorted(code for code in default_exceptions if code not in (401, 407, 416))


@pytest.fixture
def broken(make_app: MakeApp) -> Callable[[Exception], Visitor]:
    """A visitor of an app with a page, /kapot, that fails in a given way."""

    def make(error: Exception) -> Visitor:
        app = make_app()

        @audience(Audience.ANYONE)
        def fail() -> NoReturn:
            raise error

        app.add_url_rule("/kapot", view_func=fail, methods=["GET", "POST"])
        return Visitor(app)

    return make


def test_every_exception_of_ours_has_its_page() -> None:
    known = problems.BY_EXCEPTION | staff_problems.BY_EXCEPTION | outages.BY_EXCEPTION
    assert set(known) <= {*STATUSES, StorageError}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", STATUSES, ids=lambda kind: kind.__name__)
def test_each_failure_is_a_kind_page_with_its_status_and_one_next_step(
    broken: Callable[[Exception], Visitor], kind: type[Exception], language: str
) -> None:
    page = broken(kind("geheim-4711")).get(f"/kapot?taal={language}")
    assert page.status == STATUSES[kind]
    assert str(page.status) in page.text
    assert "geheim" not in page.html
    assert "Traceback" not in page.html
    assert page.document is not None
    main = page.document.find(".//main")
    assert main is not None
    assert len(list(main.iter("a"))) == 1, "one next step, not a menu"


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("describe", DESCRIPTIONS, ids=lambda made: made.__name__)
def test_each_problem_has_a_title_a_sentence_and_a_step_that_leads_somewhere(
    clean_app: Flask, visitor: Visitor, describe: Callable[[], Problem], language: str
) -> None:
    with clean_app.test_request_context(f"/?taal={language}"):
        problem = describe()
    assert 400 <= problem.status < 600
    assert problem.title
    assert problem.text.endswith(".")
    assert problem.action
    assert "!" not in problem.title + problem.text
    visitor.begin()
    assert visitor.get(problem.url).status in {200, 409}, "409: no result yet, with its own step"


def test_the_problems_are_all_there() -> None:
    assert len(DESCRIPTIONS) >= 13


@pytest.mark.parametrize("code", REFUSALS)
def test_every_refusal_of_the_framework_becomes_our_page_with_its_own_status(
    broken: Callable[[Exception], Visitor], code: int
) -> None:
    error: HTTPException = default_exceptions[code]("geheim-4711")
    page = broken(error).get("/kapot")
    assert page.status == code
    assert str(code) in page.text
    assert "geheim" not in page.html
