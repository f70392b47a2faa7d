"""A counsellor at work, and pupils with results to talk about."""

import pytest
from flask import Flask

from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import sign_in
from tests.blueprints.counsellor.people import pupil_with_result
from tests.usecases.sharing.sharing import class_of_school, counsellor, stranger
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
