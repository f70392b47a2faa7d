"""The gateway between the network and the Flask app. Why: docs/adr/0016-one-request-at-a-time.md.

A request comes in only when it is whole, so a phone on bad Wi-Fi that stops half-way keeps nobody
waiting. Short work (a pupil's page) is then done right here, one after the other: on one SQLite
file that is quicker than threads that fight for the interpreter. What may take long goes to a few
threads of its own.
"""

import asyncio
import gc
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING

from flask import Flask
from granian.rsgi import HTTPProtocol, ProtocolClosed, Scope

from quiz.app import create_app, largest_body
from quiz.server.wsgi import BROKEN, NAMELESS, TOO_SLOW, Answer, answer_of, environment_of
from quiz.web.runtime import services

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

THREADS = 4
# Rooms whose work may take a while: hashing a password, setting a page for print, a whole class.
# And /healthz, which must also answer when pupils wait for a database that somebody holds. That
# no other room is slow, and none is forgotten, tests/server/test_gateway.py holds.
SLOW_ROOMS = (
    "/healthz",
    "/inloggen",
    "/wachtwoord",
    "/account",
    "/collegas",
    "/klassen",
    "/gesprekken",
    "/school",
    "/regio",
    "/api",
    "/regios",
    "/inbed",
    "/demonstratie",
)
SLOW_FILE = ".pdf"
# Where another website is asked (signing in with the school's account): two threads of their own,
# so that one which does not answer keeps none of the others.
OUTSIDE, OUTSIDE_THREADS = "/inloggen/school/", 2


class Gateway:
    """An app for Granian's own interface (RSGI) around our Flask app.

    `beside` says that everything goes to the threads: with PostgreSQL most of a request is
    waiting for another machine.
    """

    def __init__(self, app: "WSGIApplication", *, beside: bool, patience: float = 15.0) -> None:
        """`patience`: seconds that a request may take to come in."""
        self._app = app
        self._beside = beside
        self._patience = patience
        self._threads = ThreadPoolExecutor(THREADS, "request")
        self._outside = ThreadPoolExecutor(OUTSIDE_THREADS, "outside")

    async def __rsgi__(self, scope: Scope, protocol: HTTPProtocol) -> None:
        """Take one request in, have it answered, and send the answer."""
        try:
            body = await self._body(scope, protocol)
        except TimeoutError:
            _send(protocol, TOO_SLOW)
        except ProtocolClosed:  # they left before it was whole
            return
        else:
            await self._send_answer(scope, body, protocol)

    async def _body(self, scope: Scope, protocol: HTTPProtocol) -> bytes:
        """The whole body. Raises TimeoutError or ProtocolClosed when it does not come."""
        length = scope.headers.get("content-length")
        if length is None and "transfer-encoding" not in scope.headers:
            return b""
        most = largest_body(scope.path)
        async with asyncio.timeout(self._patience):
            if length is not None and int(length) <= most:
                return await protocol()
            return await _read_until_too_large(protocol, most)

    async def _send_answer(self, scope: Scope, body: bytes, protocol: HTTPProtocol) -> None:
        """Send what the app says. A mistake outside the app is for the log of the server."""
        try:
            answer = await self._answer(scope, body)
        except Exception:
            _send(protocol, BROKEN)
            raise
        _send(protocol, answer)

    async def _answer(self, scope: Scope, body: bytes) -> Answer:
        environment = environment_of(scope, body)
        if not self._takes_long(scope.path):
            return answer_of(self._app, environment)
        loop = asyncio.get_running_loop()
        threads = self._outside if scope.path.startswith(OUTSIDE) else self._threads
        return await loop.run_in_executor(threads, answer_of, self._app, environment)

    def _takes_long(self, path: str) -> bool:
        return self._beside or path.startswith(SLOW_ROOMS) or path.endswith(SLOW_FILE)


@cache
def _app() -> Flask:
    """Our app, made once: workers that part from a process that has it have it as well."""
    app = create_app()
    _freeze_startup_objects()
    return app


def make_app() -> None:
    """Make the app in a process from which workers part: each opens the database for itself.

    Raises what `create_app` raises.
    """
    with _app().app_context():
        services().database.close()


def create_gateway() -> Gateway:
    """The factory that the server calls in each worker. Raises what `create_app` raises."""
    app = _app()
    with app.app_context():
        return Gateway(app.wsgi_app, beside=not services().database.is_sqlite)


def _freeze_startup_objects() -> None:
    """Questions, catalogue and code stay as long as we do: no need to look for waste in them."""
    gc.collect()
    gc.freeze()


def _send(protocol: HTTPProtocol, answer: Answer) -> None:
    protocol.response_bytes(answer.status, [*answer.headers, NAMELESS], answer.body)


async def _read_until_too_large(protocol: HTTPProtocol, most: int) -> bytes:
    """The body, or as much of it as shows that it is too large."""
    body = b""
    async for part in protocol:
        body += part
        if len(body) > most:
            break
    return body
