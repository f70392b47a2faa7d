"""The real server and clients that do odd things: everybody else goes on."""

import re
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

import pytest

from tests.live_server import Server

HALF = (
    b"POST /start HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\nschool_type="
)
WAIT = 20.0


@contextmanager
def line(server: Server) -> Iterator[socket.socket]:
    with closing(socket.create_connection(("127.0.0.1", server.port), timeout=WAIT)) as opened:
        yield opened


def say(server: Server, request: bytes) -> bytes:
    """Send these bytes on a line of their own; everything that comes back."""
    with line(server) as opened:
        opened.sendall(request)
        answer = b""
        with suppress(ConnectionResetError):  # they let go of a body that is too large
            while part := opened.recv(65536):
                answer += part
        return answer


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def get(server: Server, path: bytes, *headers: bytes) -> bytes:
    lines = [b"GET " + path + b" HTTP/1.1", b"Host: localhost", b"Connection: close", *headers]
    return say(server, b"\r\n".join(lines) + b"\r\n\r\n")


def post(server: Server, path: bytes, body: bytes, *headers: bytes) -> bytes:
    lines = [
        b"POST " + path + b" HTTP/1.1",
        b"Host: localhost",
        b"Connection: close",
        b"Content-Type: application/x-www-form-urlencoded",
        b"Content-Length: " + str(len(body)).encode(),
        *headers,
    ]
    return say(server, b"\r\n".join(lines) + b"\r\n\r\n" + body)


def test_forty_phones_that_stop_half_way_keep_nobody_waiting(server: Server) -> None:
    stuck = [socket.create_connection(("127.0.0.1", server.port)) for _phone in range(40)]
    for phone in stuck:
        phone.sendall(HALF)
    assert status(get(server, b"/")) == 200
    for phone in stuck:
        phone.close()
    assert server.healthy()


@pytest.mark.parametrize(
    "head",
    [b"Content-Length: 9000000\r\n\r\n" + b"x" * 200_000, b"Transfer-Encoding: chunked\r\n\r\n"],
)
def test_a_body_that_is_too_large_is_refused_with_a_page(server: Server, head: bytes) -> None:
    chunks = b"".join(b"2710\r\n" + b"x" * 10_000 + b"\r\n" for _chunk in range(20))
    body = chunks + b"0\r\n\r\n" if b"chunked" in head else b""
    kind = b"Content-Type: application/x-www-form-urlencoded\r\n"
    start = b"POST /start HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + kind
    with line(server) as opened:
        opened.sendall(start + head + body)
        answer = opened.recv(65536)
    assert status(answer) == 413
    assert server.healthy()


@pytest.mark.parametrize(
    "path", [b"/%ff", b"/%00", b"/..%2f..%2fetc/passwd", b"/static/%2e%2e/app.py", b"/%E2%82%AC?%"]
)
def test_odd_paths_are_pages_that_do_not_exist(server: Server, path: bytes) -> None:
    assert status(get(server, path)) in {400, 404}


def test_a_pupil_whose_cookies_come_in_several_lines_is_still_that_pupil(server: Server) -> None:
    start = get(server, b"/start")
    cookie = re.search(rb"(?i)set-cookie: (zeven_werelden=[^;]+)", start)
    assert cookie is not None
    token = re.search(rb'name="csrf_token" value="([^"]+)', start)
    assert token is not None
    body = b"school_type=havo&year=2&csrf_token=" + token[1]
    lines = (b"Cookie: portal=abc", b"Cookie: " + cookie[1], b"cookie: last=1")
    begun = post(server, b"/start", body, *lines)
    assert status(begun) == 303
    cookie = re.search(rb"(?i)set-cookie: (zeven_werelden=[^;]+)", begun)
    assert cookie is not None
    for order in ((b"portal=abc", cookie[1]), (cookie[1], b"portal=abc"), (cookie[1],)):
        assert status(get(server, b"/code", *(b"Cookie: " + each for each in order))) == 200


@pytest.mark.parametrize(
    "twice",
    [
        (b"Content-Length: 3", b"Content-Length: 5"),
        (b"Content-Length: 5", b"Content-Type: text/plain", b"Content-Type: text/html"),
    ],
)
def test_what_may_be_said_once_and_is_said_twice_is_refused(
    server: Server, twice: tuple[bytes, ...]
) -> None:
    start = (b"POST /start HTTP/1.1", b"Host: localhost", b"Connection: close")
    answer = say(server, b"\r\n".join((*start, *twice, b"", b"abcde")))
    assert status(answer) == 400
    assert server.healthy()


def test_a_head_request_has_headers_and_no_body(server: Server) -> None:
    request = b"HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    head, _blank, body = say(server, request).partition(b"\r\n\r\n")
    assert status(head) == 200
    assert body == b""


@pytest.mark.parametrize("request_line", [b"GET", b"GET / HTTP/9.9", b"\x16\x03\x01", b"FOO / X"])
def test_nonsense_on_the_line_is_refused_and_the_server_goes_on(
    server: Server, request_line: bytes
) -> None:
    answer = say(server, request_line + b"\r\nConnection: close\r\n\r\n")
    assert answer == b"" or status(answer) in {400, 405, 505}
    assert server.healthy()
