"""A coordinator at work."""

import pytest
from flask import Flask

from quiz.usecases.services import Services
from tests.blueprints.coordinator.people import FOODVALLEY, at_work
from tests.visitor import Visitor


@pytest.fixture
def regio(clean_app: Flask, services: Services) -> Visitor:
    """The browser of a coordinator of FoodValley, signed in."""
    return at_work(clean_app, services, FOODVALLEY)
