"""Pupils and counsellors in browsers of their own."""

import re

from flask import Flask

from quiz.usecases.services import Services
from tests.conftest import services_of
from tests.usecases.attempts.pupils import pupil_session
from tests.usecases.sharing.sharing import finished
from tests.visitor import Page, Visitor

CODE = re.compile(r"\b[A-Z0-9]{4} [A-Z0-9]{4}\b")


def as_pupil(app: Flask, attempt_id: int) -> Visitor:
    """A browser that is busy for this attempt."""
    visitor = Visitor(app)
    with visitor.client.session_transaction() as session:
        session.update(pupil_session(services_of(app), attempt_id))
    return visitor


def pupil_with_result(app: Flask, services: Services, class_id: int | None = None) -> Visitor:
    """A pupil who is done, in this class or in none."""
    return as_pupil(app, finished(services, class_id))


def press(visitor: Visitor, action: str, **fields: str) -> Page:
    """Press a button of the page about sharing, wherever on it the button stands."""
    token = visitor.get("/delen").form.values["csrf_token"]
    return visitor.post("/delen", {"csrf_token": token, "action": action, **fields})


def make_code(visitor: Visitor) -> str:
    """The code that the pupil gets to read aloud."""
    found = CODE.search(press(visitor, "make").text)
    assert found is not None
    return found[0]


def type_code(visitor: Visitor, code: str) -> Page:
    """What the counsellor sees after typing a code."""
    return visitor.submit(visitor.get("/gesprekken"), code=code)


def share(pupil: Visitor, counsellor: Visitor) -> str:
    """From code to yes; the address of the talk."""
    waiting = type_code(counsellor, make_code(pupil))
    pupil.submit(pupil.get("/delen"), action="confirm")
    return waiting.path
