"""A site on loopback whose pages do what their address says: answer, hang, lie, or never end."""

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from quiz.usecases.links.calling import Manner
from quiz.usecases.links.reach import Address

HANGS = 60.0  # seconds, far above what we wait
MEGABYTES = 200
BOMB = gzip.compress(b"\0" * (64 << 20))


@dataclass
class Site:
    """What was asked of it, in order, and how many asked at the same time at most."""

    port: int = 0
    scheme: str = "http"
    asked: list[tuple[str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    sent: int = 0
    here: set[object] = field(default_factory=set)
    most_here: int = 0
    over: threading.Event = field(default_factory=threading.Event)

    def at(self, path: str, host: str = "127.0.0.1") -> str:
        """The address of a page."""
        return f"{self.scheme}://{host}:{self.port}{path}"

    @property
    def manner(self) -> Manner:
        """Patient, for a machine may be busy, and with leave to call this one site on it."""

        def may_call(address: Address, port: int) -> bool:
            return address.is_loopback and port == self.port

        return Manner("Tests", may_call, pause=0.0)

    @property
    def hurried(self) -> Manner:
        """The same, for a page that never answers as it should."""
        return replace(self.manner, connect=1.0, piece=0.4, whole=1.0)


class _Handler(BaseHTTPRequestHandler):
    site: Site

    def log_message(self, *_said: object) -> None:
        """Say nothing."""

    def handle_one_request(self) -> None:
        with suppress(OSError):
            super().handle_one_request()

    def do_HEAD(self) -> None:
        self._do()

    def do_GET(self) -> None:
        self._do()

    def _do(self) -> None:
        site = self.site
        site.asked.append((self.command, self.path))
        site.agents.add(self.headers.get("User-Agent", ""))
        site.here.add(self)
        site.most_here = max(site.most_here, len(site.here))
        try:
            what, _slash, rest = self.path.lstrip("/").partition("/")
            _PAGES[what](self, rest)
        finally:
            site.here.discard(self)

    def say(self, status: int, **headers: str) -> None:
        """Begin an answer: who hears it may ask the next before this thread ends."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.site.here.discard(self)
        self.end_headers()

    def pour(self, piece: bytes, times: int) -> None:
        """Send this again and again, until nobody listens."""
        for _time in range(times):
            self.wfile.write(piece)
            self.site.sent += len(piece)


def _only_get(page: _Handler, status: str) -> None:
    page.say(200 if page.command == "GET" else int(status))


def _slowly(page: _Handler, _rest: str) -> None:
    """A byte at a time: each in time, all together never."""
    for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 1000:
        page.wfile.write(bytes([byte]))
        page.wfile.flush()
        if page.site.over.wait(0.1):
            return


def _continue_for_ever(page: _Handler, _rest: str) -> None:
    end = time.monotonic() + HANGS
    while time.monotonic() < end and not page.site.over.is_set():
        page.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")


def _huge(page: _Handler, _rest: str) -> None:
    page.say(200, Content_Type="text/html")
    page.pour(b"x" * (1 << 20), MEGABYTES)


def _long_head(page: _Handler, _rest: str) -> None:
    page.wfile.write(b"HTTP/1.1 200 OK\r\n")
    page.pour(b"X-More: " + b"x" * 60_000 + b"\r\n", 5_000)


def _bomb(page: _Handler, _rest: str) -> None:
    page.say(200, Content_Encoding="gzip", Content_Length=str(len(BOMB)))
    if page.command == "GET":
        page.pour(BOMB, 1)


def _soon(page: _Handler, _rest: str) -> None:
    page.site.over.wait(0.01)
    page.say(200)


_PAGES: dict[str, Callable[[_Handler, str], None]] = {
    "": lambda page, _rest: page.say(200),
    "status": lambda page, rest: page.say(int(rest)),
    "soon": _soon,
    "only-get": _only_get,
    "get": lambda page, rest: page.say(int(rest) if page.command == "GET" else 405),
    "to": lambda page, rest: page.say(302, Location=rest),
    "named": lambda page, rest: page.say(200 if rest == "%C3%A9%C3%A9n%20dag" else 404),
    "to-named": lambda page, _rest: page.say(302, Location="/named/Ã©Ã©n dag"),  # é in UTF-8
    "self": lambda page, _rest: page.say(302, Location=page.path),
    "turn": lambda page, rest: page.say(302, Location=f"/turn/{int(rest) + 1}"),
    "hang": lambda page, _rest: (page.site.over.wait(HANGS), None)[1],
    "close": lambda page, _rest: page.connection.shutdown(socket.SHUT_RDWR),
    "slowly": _slowly,
    "continue": _continue_for_ever,
    "huge": _huge,
    "long-head": _long_head,
    "bomb": _bomb,
    "rubbish": lambda page, _rest: page.pour(b"\xff\x00 no answer at all\r\n\r\n", 10),
}


@contextmanager
def running(certificate: Path | None = None) -> Iterator[Site]:
    """A site that answers until the block ends; over TLS with a certificate."""
    site = Site()
    handler = type("Handler", (_Handler,), {"site": site})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    site.port = server.server_address[1]
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        site.scheme = "https"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        site.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
