"""Calling a provider: only over https, no further than asked, not for long and not for much.

The limits of `requests` are for each piece that comes in. A provider that sends a byte every few
seconds would keep us for ever; so there is an end to all of it together, at which we hang up.
"""

import os
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from io import BytesIO
from threading import Lock, Timer
from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from requests import PreparedRequest, RequestException, Response
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from quiz.config.sign_on import is_safe_address
from quiz.usecases.sign_on.connecting import connect_within
from quiz.usecases.sign_on.errors import ProviderAway, SignOnProblem

EACH_PIECE = (2.0, 4.0)  # seconds: to connect, and for each piece
ALL_TOGETHER = 8.0  # seconds
LARGEST_ANSWER = 128 * 1024
PIECE = 16 * 1024


class Deadline:
    """Hangs up whatever was connected under it, once its time is over."""

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds
        self._lock = Lock()
        self._lines: list[socket.socket] = []
        self._timer = Timer(seconds, self._hang_up)
        self._timer.daemon = True

    def __enter__(self) -> "Deadline":
        self._timer.start()
        return self

    def __exit__(self, *_problem: object) -> None:
        self._timer.cancel()
        with self._lock:
            for line in self._lines:
                line.close()
            self._lines.clear()

    @property
    def is_over(self) -> bool:
        """Whether there is no time left."""
        return self.left <= 0

    @property
    def left(self) -> float:
        """How many seconds there still are."""
        return self._ends - time.monotonic()

    def watch(self, line: socket.socket) -> None:
        """Hang this one up too: by a second handle, for TLS keeps the first to itself."""
        with self._lock:
            self._lines.append(socket.socket(fileno=os.dup(line.fileno())))

    def _hang_up(self) -> None:
        with self._lock, suppress(OSError):
            for line in self._lines:
                line.shutdown(socket.SHUT_RDWR)


class Line(HTTPAdapter):
    """How a session talks to a provider."""

    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Have every connection watched."""
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pools()

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:
        """The same for a school whose way out is through a proxy."""
        manager = super().proxy_manager_for(*args, **kwargs)
        manager.pool_classes_by_scheme = self._pools()
        return manager

    def send(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:
        """Send, and take the whole answer in, within all limits. Raises ProviderAway."""
        if not is_safe_address(request.url) or self._deadline.is_over:
            raise ProviderAway("address" if not self._deadline.is_over else "slow")
        response = super().send(request, *args, **kwargs)
        if 300 <= response.status_code < 400 or response.status_code in (408, 429):
            raise ProviderAway(str(response.status_code))
        if response.status_code >= 500:
            raise ProviderAway(str(response.status_code))
        response.raw = BytesIO(self._whole(response))
        return response

    def _whole(self, response: Response) -> bytes:
        whole = b""
        for piece in response.raw.stream(PIECE, decode_content=True):
            whole += piece
            if len(whole) > LARGEST_ANSWER or self._deadline.is_over:
                response.close()
                raise ProviderAway("slow" if self._deadline.is_over else "large")
        return whole

    def _pools(self) -> dict[str, type]:
        """The two kinds of urllib3, which tell the deadline what they connected."""
        deadline = self._deadline

        class Plain(HTTPConnection):
            def connect(self) -> None:
                connect_within(deadline.left, super().connect, self.close)
                deadline.watch(self.sock)

        class Secure(HTTPSConnection):
            def connect(self) -> None:
                connect_within(deadline.left, super().connect, self.close)
                deadline.watch(self.sock)

        return {
            "http": type("Pool", (HTTPConnectionPool,), {"ConnectionCls": Plain}),
            "https": type("SecurePool", (HTTPSConnectionPool,), {"ConnectionCls": Secure}),
        }


@contextmanager
def line_to(client: Mapping[str, Any]) -> Iterator[OAuth2Session]:
    """A session of Authlib for one exchange. Raises ProviderAway for whatever goes wrong on it."""
    with (
        Deadline(ALL_TOGETHER) as deadline,
        OAuth2Session(**client, default_timeout=EACH_PIECE, leeway=0) as session,
    ):
        for scheme in ("https://", "http://"):
            session.mount(scheme, Line(deadline))
        session.max_redirects = 0
        try:
            yield session
        except SignOnProblem:
            raise
        except (RequestException, HTTPError, OSError, AuthlibBaseError) as problem:
            word = "slow" if deadline.is_over else type(problem).__name__
            raise ProviderAway(word) from problem


def json_of(response: Response) -> dict[str, Any]:
    """The object in an answer. Raises ProviderAway."""
    try:
        found = response.json()
    except (ValueError, RecursionError) as problem:
        raise ProviderAway("no JSON") from problem
    if response.status_code != 200 or not isinstance(found, dict):
        raise ProviderAway("no object")
    return found
