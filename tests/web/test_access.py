"""A browser names one attempt at most, in a cookie that only we can write."""

import pytest
from flask import Flask, session

from quiz.usecases.attempts.errors import NoAttempt
from quiz.usecases.attempts.sessions import Admission, session_number_of
from quiz.usecases.services import Services
from quiz.web.access.audiences import (
    Audience,
    audience,
    current_attempt,
    enter,
    leave,
    require_attempt,
)
from tests.reading import read
from tests.usecases.attempts.pupils import begin
from tests.visitor import Visitor


def test_entering_forgets_everything_of_the_pupil_before(
    clean_app: Flask, services: Services
) -> None:
    with clean_app.test_request_context():
        session.update(attempt=1, code="otter tafel 1", ticket=2, csrf_token="x", language="en")
        number = begin(services)
        enter(Admission(number, read(services, session_number_of, number) or 0))
        left = {name: session[name] for name in session if not name.startswith("attempt_")}
        assert left == {"_permanent": True, "attempt": number, "language": "en"}
        assert current_attempt() == require_attempt() == number


def test_leaving_forgets_everything_but_the_language(clean_app: Flask) -> None:
    with clean_app.test_request_context():
        session.update(attempt=1, code="otter tafel 1", language="nl")
        leave()
        assert dict(session) == {"_permanent": True, "language": "nl"}


@pytest.mark.parametrize("stored", [None, "12", 1.5, [1], {"id": 1}])
def test_a_session_that_holds_no_number_holds_no_attempt(clean_app: Flask, stored: object) -> None:
    with clean_app.test_request_context():
        session["attempt"] = stored
        assert current_attempt() is None
        with pytest.raises(NoAttempt):
            require_attempt()


@pytest.mark.parametrize("cookie", ["", "x", "eyJhdHRlbXB0IjoxfQ.aaaaaa.bbbbbb", "é" * 50])
def test_a_cookie_that_we_did_not_sign_opens_nothing(visitor: Visitor, cookie: str) -> None:
    visitor.client.set_cookie("zeven_werelden", cookie)
    assert visitor.get("/vragen").status == 403
    assert visitor.get("/start").status == 200


def test_the_audience_of_a_view_can_be_read_from_it() -> None:
    @audience(Audience.PUPIL)
    def view() -> str:
        return ""

    assert view.__dict__["audience"] is Audience.PUPIL
