"""A school with a teacher, a second teacher and an admin; another school beside it; a clock."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from tests.blueprints.accounts import people
from tests.visitor import Visitor


@pytest.fixture
def teacher(clean_app: Flask) -> int:
    return people.make_person(clean_app, people.TEACHER, "teacher")


@pytest.fixture
def admin(clean_app: Flask) -> int:
    return people.make_person(clean_app, people.ADMIN, "admin")


@pytest.fixture
def other_admin(clean_app: Flask) -> int:
    return people.make_person(clean_app, people.OTHER_ADMIN, "admin", school="School Twee")


@pytest.fixture
def signed_in(visitor: Visitor, teacher: int) -> Visitor:
    """The teacher in a browser."""
    people.sign_in(visitor, people.TEACHER)
    return visitor


@pytest.fixture
def admin_visitor(another_visitor: Visitor, admin: int) -> Visitor:
    """The admin in another browser."""
    people.sign_in(another_visitor, people.ADMIN)
    return another_visitor


@pytest.fixture
def pass_time(clean_app: Flask) -> Iterator[Callable[[timedelta], None]]:
    """Let the clock of the app go forward."""
    before = clean_app.extensions["quiz"]
    late = timedelta()

    def go(time: timedelta) -> None:
        nonlocal late
        late += time

    moved = replace(before.services, clock=lambda: datetime.now(UTC) + late)
    clean_app.extensions["quiz"] = replace(before, services=moved)
    yield go
    clean_app.extensions["quiz"] = before
