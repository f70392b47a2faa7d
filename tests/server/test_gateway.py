"""One phone on bad Wi-Fi keeps nobody else waiting, and neither does a teacher's long work."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast
from wsgiref.validate import validator

import pytest
from flask import Flask
from granian.rsgi import HTTPProtocol, ProtocolClosed, Scope

from quiz.app import LARGEST_BODY
from quiz.server.gateway import Gateway

Made = TypeVar("Made")
DECLARED, CHUNKED = {"content-length": "13"}, {"transfer-encoding": "chunked"}
App = Callable[[dict[str, Any], Any], Iterable[bytes]]


@dataclass
class Asked:
    """A request as Granian describes it."""

    method: str = "GET"
    path: str = "/"
    query_string: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    http_version: str = "1.1"
    server: str = "127.0.0.1:8000"
    client: str = "10.0.0.7:50123"
    scheme: str = "http"
    authority: str | None = None


@dataclass
class Line:
    """The other end: parts of a body that arrive, and the answer that leaves."""

    parts: list[bytes] = field(default_factory=list)
    ending: str = "whole"
    status: int = 0
    body: bytes = b""
    headers: list[tuple[str, str]] = field(default_factory=list)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self.parts:
            yield part
        if self.ending == "never":
            await asyncio.sleep(60)
        if self.ending == "gone":
            raise ProtocolClosed

    async def __call__(self) -> bytes:
        """The whole body at once."""
        return b"".join([part async for part in self])

    def response_bytes(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        """The answer, as Granian sends it."""
        self.status, self.headers, self.body = status, headers, body


def run(work: Callable[[], Coroutine[Any, Any, Made]]) -> Made:
    """Run in a thread of its own: the browser of other tests keeps a loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(work())).result()


def ask(app: App, asked: Asked, line: Line, **how: Any) -> Line:
    gateway = Gateway(app, beside=how.pop("beside", False), **how)
    run(lambda: gateway.__rsgi__(cast("Scope", asked), cast("HTTPProtocol", line)))
    return line


def echo(environment: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    body = environment["wsgi.input"].read(int(environment["CONTENT_LENGTH"]))
    start_response("200 OK", [("Content-Type", "application/octet-stream")])
    return [body]


def test_the_app_gets_a_request_that_keeps_the_rules_of_wsgi() -> None:
    asked = Asked("POST", "/start", "taal=en", {"content-type": "text/plain"} | DECLARED)
    answer = ask(cast("App", validator(cast("Any", echo))), asked, Line([b"half ", b"and half"]))
    assert (answer.status, answer.body) == (200, b"half and half")


@pytest.mark.parametrize("how", [DECLARED, CHUNKED])
def test_a_request_that_never_ends_is_told_so_and_the_app_never_hears_of_it(
    how: dict[str, str],
) -> None:
    def app(*_request: object) -> Iterable[bytes]:
        raise AssertionError

    answer = ask(app, Asked("POST", headers=how), Line([b"half"], ending="never"), patience=0.05)
    assert answer.status == 408
    assert "Probeer het nog eens" in answer.body.decode()


@pytest.mark.parametrize("how", [DECLARED, CHUNKED])
def test_who_leaves_half_way_is_not_answered(how: dict[str, str]) -> None:
    assert ask(echo, Asked("POST", headers=how), Line([b"half"], ending="gone")).status == 0


@pytest.mark.parametrize("how", [{"content-length": "10000000"}, CHUNKED])
def test_a_large_body_is_cut_where_it_is_surely_too_large(how: dict[str, str]) -> None:
    answer = ask(echo, Asked("POST", headers=how), Line([b"x" * 10_000] * 1000))
    assert LARGEST_BODY < len(answer.body) <= LARGEST_BODY + 10_000


@pytest.mark.parametrize("path", ["/klassen/12/beeld", "/inloggen", "/resultaat.pdf", "/healthz"])
def test_what_may_take_long_keeps_no_pupil_waiting(path: str) -> None:
    pupil_was_here = threading.Event()

    def app(environment: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if environment["PATH_INFO"] == path:
            assert pupil_was_here.wait(timeout=20)
        else:
            pupil_was_here.set()
        return echo(environment, start_response)

    async def both() -> list[int]:
        gateway, lines = Gateway(app, beside=False), [Line(), Line()]
        asked = [Asked(path=path), Asked(path="/vragen")]
        await asyncio.gather(
            *(
                gateway.__rsgi__(cast("Scope", one), cast("HTTPProtocol", line))
                for one, line in zip(asked, lines, strict=True)
            )
        )
        return [line.status for line in lines]

    assert run(both) == [200, 200]


def test_pages_of_pupils_are_made_at_once_and_those_of_every_other_room_beside_them(
    app: Flask,
) -> None:
    gateway, quick = Gateway(app, beside=False), {"pupil", "public", "static"}
    rules = {rule.rule: rule.endpoint.split(".")[0] for rule in app.url_map.iter_rules()}
    slow = {path for path, room in rules.items() if room not in quick or path.endswith(".pdf")}
    assert {path for path in rules if gateway._takes_long(path)} == slow - {"/uitloggen"}


def test_with_a_database_elsewhere_pupils_do_not_wait_for_each_other() -> None:
    together = threading.Barrier(3)

    def app(environment: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        together.wait(timeout=20)
        return echo(environment, start_response)

    async def three() -> list[int]:
        gateway, lines = Gateway(app, beside=True), [Line(), Line(), Line()]
        asked = cast("Scope", Asked(path="/vragen"))
        await asyncio.gather(*(gateway.__rsgi__(asked, cast("HTTPProtocol", one)) for one in lines))
        return [line.status for line in lines]

    assert run(three) == [200, 200, 200]
