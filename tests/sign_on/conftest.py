"""An app that staff may sign in to with the account of a provider that a test rules."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.blueprints.accounts import people
from tests.own_app import MakeApp
from tests.sign_on.independent import is_installed
from tests.sign_on.provider import Provider, running
from tests.sign_on.settings import OURS, written
from tests.sign_on.somebody import Somebody

# Not skipped: what cannot be tried is no test of this run, and tests/conftest.py says so.
collect_ignore = [] if is_installed() else ["test_independent.py"]


@pytest.fixture
def provider() -> Iterator[Provider]:
    with running() as one:
        yield one


@pytest.fixture
def sso_app(make_app: MakeApp, provider: Provider, tmp_path: Path) -> Flask:
    """With one provider, `school`."""
    return make_app(SSO_FILE=str(written(tmp_path, provider)), BASE_URL=OURS)


@pytest.fixture
def teacher(sso_app: Flask) -> int:
    return people.make_person(sso_app, people.TEACHER, "teacher")


@pytest.fixture
def somebody(sso_app: Flask, provider: Provider) -> Somebody:
    """A browser in which nobody did anything yet."""
    return Somebody(sso_app, provider)


@pytest.fixture
def linked(sso_app: Flask, provider: Provider, teacher: int) -> Somebody:
    """A browser of the teacher, who linked the school account in another one."""
    assert teacher
    Somebody(sso_app, provider).link_own()
    return Somebody(sso_app, provider)
