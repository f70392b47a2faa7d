"""A client that costs almost nothing: ready-made bytes over sockets that stay open."""

import selectors
import socket
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from queue import Queue
from typing import NoReturn
from urllib.parse import urlencode

from quiz.lab.bench.crowd import Journey

CONNECTIONS = 16
PATIENCE_SECONDS = 60
HOST = "127.0.0.1"


@dataclass(frozen=True)
class Done:
    """How a batch of requests went: seconds for all of them, and for each (sorted)."""

    seconds: float
    each: list[float]

    @property
    def a_second(self) -> float:
        """Requests a second."""
        return len(self.each) / self.seconds

    def within(self, share: float) -> float:
        """The milliseconds within which this share of the requests was answered."""
        return self.each[min(int(len(self.each) * share), len(self.each) - 1)] * 1000


class Line:
    """One connection."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection((HOST, port), timeout=PATIENCE_SECONDS)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, request: bytes, expected: bytes) -> float:
        """Send and read the whole answer; seconds. Raises RuntimeError for another status."""
        started = time.perf_counter()
        self.send(request)
        self.read(expected)
        return time.perf_counter() - started

    def send(self, request: bytes) -> None:
        """Send a request."""
        self._socket.sendall(request)

    def fileno(self) -> int:
        """The socket, for code that waits for many lines at once."""
        return self._socket.fileno()

    def read(self, expected: bytes) -> None:
        """Read the whole answer. Raises RuntimeError for another status."""
        answer = self._socket.recv(65536)
        while b"\r\n\r\n" not in answer:
            answer += self._socket.recv(65536)
        head, _, body = answer.partition(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0] or 0)
        left = length - len(body)
        while left > 0:
            left -= len(self._socket.recv(65536))
        if head[9:12] != expected:
            raise RuntimeError(f"expected {expected!r}, got {head[:200]!r}")

    def close(self) -> None:
        """Hang up."""
        self._socket.close()


def fire(port: int, requests: Sequence[bytes], expected: bytes) -> Done:
    """Send all requests as fast as the server takes them, over a few connections."""
    turns = iter(requests)
    lock = threading.Lock()

    def work(line: Line) -> list[float]:
        times: list[float] = []
        while True:
            with lock:
                request = next(turns, None)
            if request is None:
                line.close()
                return times
            times.append(line.ask(request, expected))

    lines = [Line(port) for _line in range(CONNECTIONS)]
    return _timed(lines, work)


def press_together(port: int, requests: Sequence[bytes], expected: bytes) -> Done:
    """Send each request over its own connection at the same instant; times count from there.

    One thread sends and reads: a thousand of them would be slower than the server.
    """
    lines = [Line(port) for _request in requests]
    with selectors.DefaultSelector() as waiting:
        started = time.perf_counter()
        for line, request in zip(lines, requests, strict=True):
            line.send(request)
            waiting.register(line, selectors.EVENT_READ)
        each: list[float] = []
        while len(each) < len(lines):
            for ready, _events in waiting.select(PATIENCE_SECONDS) or _nobody():
                waiting.unregister(ready.fileobj)
                ready.fileobj.read(expected)  # type: ignore[union-attr]
                each.append(time.perf_counter() - started)
    for line in lines:
        line.close()
    return Done(time.perf_counter() - started, each)


def _nobody() -> NoReturn:
    raise RuntimeError(f"no answer within {PATIENCE_SECONDS} seconds")


def at_moments(port: int, requests: Sequence[tuple[float, bytes]], expected: bytes) -> Done:
    """Send each request at its moment (seconds from now, ascending), however busy the server is.

    The time of each counts from its moment, so that waiting for a free connection counts too.
    """
    lines: Queue[Line] = Queue()
    for _line in range(CONNECTIONS):
        lines.put(Line(port))
    started = time.perf_counter()

    def work(moment_and_request: tuple[float, bytes]) -> float:
        moment, request = moment_and_request
        line = lines.get()
        line.ask(request, expected)
        lines.put(line)
        return time.perf_counter() - started - moment

    with ThreadPoolExecutor(CONNECTIONS * 2) as threads:
        sent = []
        for moment, request in requests:
            time.sleep(max(0.0, started + moment - time.perf_counter()))
            sent.append(threads.submit(work, (moment, request)))
        each = sorted(one.result() for one in sent)
    while not lines.empty():
        lines.get().close()
    return Done(time.perf_counter() - started, each)


def show_request(journey: Journey) -> bytes:
    """GET the page where a journey stands."""
    return _request("GET", journey.page.path, journey.cookies, "")


def save_request(journey: Journey, fields: dict[str, str]) -> bytes:
    """POST the main form of the page where a journey stands."""
    return _request(
        "POST", journey.page.form.action or journey.page.path, journey.cookies, urlencode(fields)
    )


def hello_request() -> bytes:
    """GET /."""
    return _request("GET", "/", {}, "")


def _request(method: str, path: str, cookies: dict[str, str], body: str) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", f"Host: {HOST}"]
    if cookies:
        lines.append("Cookie: " + "; ".join(f"{name}={value}" for name, value in cookies.items()))
    if body:
        lines.append("Content-Type: application/x-www-form-urlencoded")
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", body]).encode()


def _timed(lines: list[Line], work: Callable[[Line], list[float]]) -> Done:
    started = time.perf_counter()
    with ThreadPoolExecutor(len(lines)) as threads:
        each = sorted(seconds for times in threads.map(work, lines) for seconds in times)
    return Done(time.perf_counter() - started, each)
