"""A teacher with a class, and the people who have no business there."""

import pytest
from flask import Flask

from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import add_class, add_staff, finish, sign_in
from tests.visitor import Visitor


@pytest.fixture
def teacher(services: Services) -> Staff:
    return add_staff(services, "docent@voorbeeld.nl", "teacher")


@pytest.fixture
def at_work(clean_app: Flask, services: Services, teacher: Staff) -> Visitor:
    """The browser of the teacher, signed in."""
    return sign_in(clean_app, teacher, services.clock())


@pytest.fixture
def class_id(services: Services, teacher: Staff) -> int:
    """An open class of the teacher in Ede."""
    return add_class(services, teacher)


@pytest.fixture
def colleague(services: Services) -> Staff:
    return add_staff(services, "collega@voorbeeld.nl", "teacher")


@pytest.fixture
def beside(clean_app: Flask, services: Services, colleague: Staff) -> Visitor:
    """The browser of the colleague, signed in."""
    return sign_in(clean_app, colleague, services.clock())


@pytest.fixture
def pictured(services: Services, at_work: Visitor, class_id: int) -> int:
    """A class of 25 with its picture."""
    finish(services, class_id, 25)
    path = f"/klassen/{class_id}/beeld"
    token = at_work.get(path).form.values["csrf_token"]
    at_work.post(path, {"csrf_token": token})
    return class_id
