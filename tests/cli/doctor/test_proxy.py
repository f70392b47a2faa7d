"""What doctor sees of proxies that do right and wrong, through a real connection."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from flask import Flask
from werkzeug.serving import make_server

from quiz.config.school_time import now
from quiz.web.access.arrival import HEADER, LASTS, sign_of_doctor
from tests.cli.conftest import Quiz
from tests.cli.doctor.findings import found, wrongs
from tests.conftest import SECRETS
from tests.own_app import MakeApp

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

VISITOR = "203.0.113.9"


def _proxied(app: "WSGIApplication", does: str) -> "WSGIApplication":
    """What proxies do to a request, right and wrong."""

    def passed_on(environment: "WSGIEnvironment", start: "StartResponse") -> object:
        given = environment.get("HTTP_X_FORWARDED_FOR", "")
        environment["HTTP_X_FORWARDED_PROTO"] = "http"
        if does == "sets":
            environment["HTTP_X_FORWARDED_FOR"] = VISITOR
        elif does == "adds":
            environment["HTTP_X_FORWARDED_FOR"] = f"{given}, {VISITOR}"
        elif does == "two":
            environment["HTTP_X_FORWARDED_FOR"] = f"{VISITOR}, 10.0.0.1"
        elif does == "another name":
            environment["HTTP_X_FORWARDED_FOR"] = VISITOR
            environment["HTTP_HOST"] = "node-1:8000"
        elif does == "drops":
            environment.pop(f"HTTP_{HEADER.upper().replace('-', '_')}", None)
        elif does == "https":
            environment["HTTP_X_FORWARDED_FOR"] = VISITOR
            environment["HTTP_X_FORWARDED_PROTO"] = "https"
        return app(environment, start)

    return passed_on  # type: ignore[return-value]


@contextmanager
def _serving(app: Flask, port: int, does: str) -> Iterator[None]:
    server = make_server("127.0.0.1", port, _proxied(app.wsgi_app, does), threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize(
    ("does", "trusted", "words"),
    [
        ("sets", 1, None),
        ("adds", 1, None),
        ("two", 2, None),
        ("passes on", 0, None),
        ("sets", 0, "1 proxies write an address; 0 is believed"),
        ("two", 1, "2 proxies write an address; 1 is believed"),
        ("adds", 2, "1 proxies write an address; 2 is believed"),
        ("passes on", 1, "they can pretend to be anybody"),
        ("another name", 1, "Host arrives as 'node-1:8000'"),
        ("https", 1, "requests look like https"),
    ],
)
def test_proxies(  # noqa: PLR0917
    quiz: Quiz,
    environment: dict[str, str],
    make_app: MakeApp,
    free_port: int,
    does: str,
    trusted: int,
    words: str | None,
) -> None:
    more = {"BASE_URL": f"http://127.0.0.1:{free_port}", "TRUSTED_PROXIES": str(trusted)}
    environment.update(more)
    with _serving(make_app(**more), free_port, does):
        result = quiz("doctor", "--json")
    told = wrongs(result).get("proxy")
    assert (told is None) if words is None else (words in str(told)), result.output


def test_a_header_that_does_not_come_through_is_told(
    quiz: Quiz, environment: dict[str, str], make_app: MakeApp, free_port: int
) -> None:
    more = {"BASE_URL": f"http://127.0.0.1:{free_port}"}
    environment.update(more)
    with _serving(make_app(**more), free_port, "drops"):
        (proxy,) = found(quiz("doctor", "--json"))["proxy"]
    assert proxy["mark"] == "note"
    assert HEADER in proxy["text"]


def test_nobody_else_is_told_how_requests_arrive(make_app: MakeApp) -> None:
    client = make_app().test_client()
    key, moment = SECRETS["code_key"].encode(), now()
    late = timedelta(seconds=LASTS + 5)
    signs = ["", "x", "1.", ".", "9" * 40, sign_of_doctor(b"another key", moment)]
    signs += [sign_of_doctor(key, moment - late), sign_of_doctor(key, moment + late), "1.\xe9"]
    for sign in signs:
        answer = client.get("/healthz", headers={HEADER: sign})
        assert answer.status_code == 200
        assert "arrived" not in answer.text, sign
    right = client.get("/healthz", headers={HEADER: sign_of_doctor(key, moment)})
    assert (right.json or {})["arrived"]["address"] == "127.0.0.1"
