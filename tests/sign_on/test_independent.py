"""Signing in with an implementation that shares nothing with ours: npm's oidc-provider, on Node.

Not collected where it is not installed (conftest.py), which the run says at its end.
"""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
import requests
from flask import Flask

from tests.blueprints.accounts import people
from tests.live_server import free_port
from tests.own_app import MakeApp
from tests.sign_on.independent import INSTALLED
from tests.sign_on.provider import SECRET, Provider
from tests.sign_on.settings import OURS, written
from tests.sign_on.somebody import BACK, START, Somebody

MOST_STEPS = 12


@pytest.fixture
def independent() -> Iterator[Provider]:
    """It, running."""
    port = free_port()
    command = ["node", "server.mjs", str(port), OURS + BACK, SECRET]
    environment = {"PATH": os.environ["PATH"], "NODE_NO_WARNINGS": "1"}
    with subprocess.Popen(
        command, cwd=INSTALLED, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        yield Provider(url=f"http://127.0.0.1:{port}")
        process.kill()


@pytest.fixture
def app_with_it(make_app: MakeApp, independent: Provider, tmp_path: Path) -> Flask:
    app = make_app(SSO_FILE=str(written(tmp_path, independent)), BASE_URL=OURS)
    people.make_person(app, people.TEACHER, "teacher")
    return app


class Browser(Somebody):
    """Goes to a provider that asks with pages, and comes back."""

    def way_back(self, path: str = START) -> str:
        """Follow every redirect over there, with its cookies."""
        address = str(self.client.get(path).location)
        with requests.Session() as line:
            for _step in range(MOST_STEPS):
                if address.startswith(OURS):
                    return address.removeprefix(OURS)
                address = urljoin(address, _step_from(address, line))
        raise AssertionError(f"in circles at {re.sub(r'[?].*', '', address)}")


def _step_from(address: str, line: requests.Session) -> str:
    answer = line.get(address, allow_redirects=False, timeout=10)
    assert answer.is_redirect, answer.text[:300]
    return answer.headers["Location"]


def test_link_once_and_then_in_with_one_press(app_with_it: Flask, independent: Provider) -> None:
    Browser(app_with_it, independent).link_own()
    somebody = Browser(app_with_it, independent)
    page = somebody.sign_in()
    assert page.path == "/klassen"
    assert somebody.is_in()


def test_its_answer_counts_once(app_with_it: Flask, independent: Provider) -> None:
    Browser(app_with_it, independent).link_own()
    somebody = Browser(app_with_it, independent)
    way_back = somebody.way_back()
    assert somebody.get(way_back).path == "/klassen"
    assert somebody.get(way_back).status == 410


def test_our_secret_is_looked_at(make_app: MakeApp, independent: Provider, tmp_path: Path) -> None:
    wrong = written(tmp_path, independent, client_secret='"een andere sleutel"')
    app = make_app(SSO_FILE=str(wrong), BASE_URL=OURS)
    page = Browser(app, independent).sign_in()
    assert page.status == 503
    assert "kent deze website niet meer" in page.text
