"""No answer tells of what parts we are made, whatever is asked and in whatever words."""

import re
from collections.abc import Iterable

import pytest

from tests.live_server import Server
from tests.server.test_gateway import CHUNKED, Asked, Line, ask
from tests.server.test_on_the_line import say

PARTS = re.compile(rb"(?i)granian|hyper|tokio|rust|werkzeug|flask|python|gunicorn|uvicorn|wsgi")
HOST = b"Host: localhost\r\nConnection: close\r\n"
FORM = HOST + b"Content-Type: application/x-www-form-urlencoded\r\n"
REQUESTS = {
    "page": b"GET / HTTP/1.1\r\n" + HOST + b"\r\n",
    "old": b"GET / HTTP/1.0\r\n\r\n",
    "redirect": b"GET /vragen HTTP/1.1\r\n" + HOST + b"\r\n",
    "head": b"HEAD /start HTTP/1.1\r\n" + HOST + b"\r\n",
    "health": b"GET /healthz HTTP/1.1\r\n" + HOST + b"\r\n",
    "static": b"GET /static/css/base.css HTTP/1.1\r\n" + HOST + b"\r\n",
    "static packed": b"GET /static/css/base.css HTTP/1.1\r\nAccept-Encoding: gzip\r\n"
    + HOST
    + b"\r\n",
    "static piece": b"GET /static/css/base.css HTTP/1.1\r\nRange: bytes=0-9\r\n" + HOST + b"\r\n",
    "static, not there": b"GET /static/nix.css HTTP/1.1\r\n" + HOST + b"\r\n",
    "not there": b"GET /nix HTTP/1.1\r\n" + HOST + b"\r\n",
    "not for you": b"GET /klassen HTTP/1.1\r\n" + HOST + b"\r\n",
    "other method": b"DELETE /start HTTP/1.1\r\n" + HOST + b"\r\n",
    "options": b"OPTIONS * HTTP/1.1\r\n" + HOST + b"\r\n",
    "trace": b"TRACE / HTTP/1.1\r\n" + HOST + b"\r\n",
    "connect": b"CONNECT localhost:80 HTTP/1.1\r\n" + HOST + b"\r\n",
    "no token": b"POST /start HTTP/1.1\r\n" + FORM + b"Content-Length: 3\r\n\r\na=b",
    "too large": b"POST /start HTTP/1.1\r\n"
    + FORM
    + b"Content-Length: 70000\r\n\r\n"
    + b"x" * 70_000,
    "two lengths": b"POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n"
    + FORM
    + b"\r\nab",
    "websocket": b"GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, close\r\n"
    b"Upgrade: websocket\r\n"
    b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
    "continue": b"POST /start HTTP/1.1\r\nExpect: 100-continue\r\n"
    + FORM
    + b"Content-Length: 3\r\n\r\na=b",
    "no host": b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
    "nonsense": b"\x16\x03\x01\x02\r\n\r\n",
    "other version": b"GET / HTTP/9.9\r\n" + HOST + b"\r\n",
    "long head": b"GET / HTTP/1.1\r\nX: " + b"x" * 500_000 + b"\r\n" + HOST + b"\r\n",
    "many headers": b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 300 + HOST + b"\r\n",
    "long address": b"GET /" + b"x" * 70_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
}


@pytest.mark.parametrize("request_", REQUESTS.values(), ids=REQUESTS)
def test_over_a_real_line_no_header_and_no_error_names_a_part(
    server: Server, request_: bytes
) -> None:
    answer = say(server, request_)
    head, _blank, body = answer.partition(b"\r\n\r\n")
    assert not PARTS.search(head)
    assert re.match(rb"HTTP/1\.[01] [1-4]", head)
    if b"text/css" not in head:
        assert not PARTS.search(body)


def broken(*_request: object) -> Iterable[bytes]:
    raise ZeroDivisionError


def test_nor_does_an_answer_that_the_app_did_not_give() -> None:
    slow = ask(broken, Asked("POST", headers=CHUNKED), Line(ending="never"), patience=0.05)
    line = Line()
    with pytest.raises(ZeroDivisionError):  # for the log of the server
        ask(broken, Asked(), line)
    for answer, status in ((slow, 408), (line, 500)):
        assert answer.status == status
        assert dict(answer.headers)["server"] == "web"
        assert not PARTS.search(answer.body)
