"""The app of one's own, as the tests of the web have it; a school, and what happens meanwhile."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask import Flask

from tests.blueprints.accounts.people import ADMIN, TEACHER, make_person, sign_in
from tests.security.meanwhile import Act, Between, changes_of
from tests.visitor import Visitor


@pytest.fixture
def teacher(clean_app: Flask) -> int:
    return make_person(clean_app, TEACHER, "teacher")


@pytest.fixture
def owner(visitor: Visitor, teacher: int) -> Visitor:
    """The teacher, signed in."""
    sign_in(visitor, TEACHER)
    return visitor


@pytest.fixture
def admin(clean_app: Flask) -> Visitor:
    """The admin of the school, signed in."""
    make_person(clean_app, ADMIN, "admin")
    visitor = Visitor(clean_app)
    sign_in(visitor, ADMIN)
    return visitor


@pytest.fixture
def between(monkeypatch: pytest.MonkeyPatch) -> Between:
    """Do something else, once, when this function of a module is called."""

    def put(module: Any, name: str, act: Act, *, after: bool = False) -> None:
        real, left = getattr(module, name), [act]

        def meanwhile() -> None:
            if left:
                with ThreadPoolExecutor(1) as elsewhere:
                    elsewhere.submit(left.pop()).result()

        def called(*given: Any, **named: Any) -> Any:
            if not after:
                meanwhile()
            found = real(*given, **named)
            meanwhile()
            return found

        monkeypatch.setattr(module, name, called)

    return put


@pytest.fixture
def changes(clean_app: Flask, owner: Visitor, admin: Visitor, teacher: int) -> dict[str, Act]:
    """All that decides who may come in to the account of the teacher."""
    return changes_of(clean_app, owner, admin, teacher)
