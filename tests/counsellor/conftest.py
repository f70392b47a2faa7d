"""A counsellor at work, and pupils with results to talk about."""

import pytest
from flask import Flask

from quiz.attempts import Services
from quiz.records import Staff
from tests.attempts.sharing import class_of_school, counsellor, stranger
from tests.classroom.school import sign_in
from tests.counsellor.people import pupil_with_result
from tests.visitor import Visitor


@pytest.fixture
def decaan(services: Services) -> Staff:
    return counsellor(services)


@pytest.fixture
def talking(clean_app: Flask, services: Services, decaan: Staff) -> Visitor:
    """The browser of the counsellor, signed in."""
    return sign_in(clean_app, decaan, services.clock())


@pytest.fixture
def elsewhere(clean_app: Flask, services: Services) -> Visitor:
    """The browser of a counsellor of another school, signed in."""
    return sign_in(clean_app, stranger(services), services.clock())


@pytest.fixture
def pupil(clean_app: Flask, services: Services) -> Visitor:
    """A pupil with a result, in class 2B of the counsellor's school."""
    return pupil_with_result(clean_app, services, class_of_school(services))
