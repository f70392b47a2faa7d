"""Every route seen by every kind of visitor: who gets in, who does not, and how they are told.

Write the committed file again with `python -m tests.house.access_matrix`, and read the difference:
each changed word is somebody who gets in, or no longer does.
"""

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask
from itsdangerous import URLSafeTimedSerializer
from werkzeug.test import Client, TestResponse

from quiz.app import create_app
from quiz.config import Settings
from quiz.storage.migrations.run import upgrade
from tests.conftest import SECRETS, services_of
from tests.counting import forget_counts
from tests.house.access_world import VISITORS, World, make_world
from tests.sign_on.provider import running
from tests.sign_on.settings import OURS, written

FILE = Path(__file__).with_name("access.txt")
GUARD = "0123456789abcdef"
OPEN, SIGN_IN, NO_ATTEMPT, HIDDEN = "open", "sign-in", "code", "hidden"


def lines(app: Flask) -> Iterator[str]:
    """The matrix: a heading, then one line for each method of each route."""
    yield _line("METHOD", "ROUTE", list(VISITORS))
    for method, rule in _routes(app):
        world = make_world(services_of(app))
        yield _line(method, rule, [_outcome(app, world, who, (method, rule)) for who in VISITORS])


def _line(method: str, rule: str, words: list[str]) -> str:
    return f"{method:<6} {rule:<42} " + " ".join(f"{word:<12}" for word in words).rstrip()


def _routes(app: Flask) -> list[tuple[str, str]]:
    return sorted(
        (method, rule.rule)
        for rule in app.url_map.iter_rules()
        if rule.endpoint != "static"
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    )


def _outcome(app: Flask, world: World, who: str, route: tuple[str, str]) -> str:
    method, rule = route
    forget_counts(app)  # nobody guessed or tried anything yet
    client = app.test_client()
    with client.session_transaction() as session:
        session.update(world.sessions[who], csrf_token=GUARD)
    path = rule
    for name, value in world.parts.items():
        for kind in ("", "int:", "long:", "path:"):
            path = path.replace(f"<{kind}{name}>", str(value))
    assert "<" not in path, f"what stands in {rule}? Give it a value in tests/house/access_matrix"
    return _word(_ask(app, client, method, path))


def _ask(app: Flask, client: Client, method: str, path: str) -> TestResponse:
    if method == "GET":
        return client.get(path)
    token = URLSafeTimedSerializer(str(app.secret_key), salt="wtf-csrf-token").dumps(GUARD)
    return client.open(path, method=method, data={"csrf_token": token})


def _word(answer: TestResponse) -> str:
    if answer.status_code == 404:
        return HIDDEN
    if answer.status_code == 403:
        main = answer.text.partition("<main")[2].partition("</main>")[0]  # each foot has that link
        return SIGN_IN if 'href="/inloggen"' in main else NO_ATTEMPT
    if answer.location and answer.location.startswith("/inloggen?verder="):
        return SIGN_IN
    assert answer.status_code in {200, 204, 302, 303, 409, 410, 422}, answer.status
    return OPEN


def matrix() -> str:
    """The whole matrix, on an app of its own."""
    with TemporaryDirectory() as folder, running() as provider:
        environment = {name.upper(): value for name, value in SECRETS.items()}
        more = {"SSO_FILE": str(written(Path(folder), provider)), "BASE_URL": OURS}
        app = create_app(Settings.from_environment({**environment, **more, "DATA_DIR": folder}))
        upgrade(services_of(app).database)
        with closing(services_of(app).database):
            return "\n".join(lines(app)) + "\n"


if __name__ == "__main__":
    FILE.write_text(matrix(), encoding="utf-8")
    sys.stderr.write(f"written: {FILE}\n")
