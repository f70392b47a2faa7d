"""A counsellor at work, and pupils with results to talk about."""

import pytest
from flask import Flask

from quiz.attempts import Services
from quiz.records import Staff
from tests.attempts.sharing import counsellor
from tests.classroom.school import sign_in
from tests.visitor import Visitor


@pytest.fixture
def decaan(services: Services) -> Staff:
    return counsellor(services)


@pytest.fixture
def talking(clean_app: Flask, services: Services, decaan: Staff) -> Visitor:
    """The browser of the counsellor, signed in."""
    return sign_in(clean_app, decaan, services.clock())
