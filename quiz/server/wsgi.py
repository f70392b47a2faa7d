"""One request and one answer, from the words of Granian to those of WSGI (PEP 3333) and back."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from io import BytesIO
from typing import TYPE_CHECKING, Any

from granian.rsgi import Scope

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

_OWN_NAMES = {"content-type": "CONTENT_TYPE"}
# These describe the transfer, not the request: the body is whole, its length what we received.
HOP_BY_HOP = {"content-length", "transfer-encoding"}
# Headers that come twice are one list, written with commas; cookies are a list of another kind.
_BETWEEN = {"HTTP_COOKIE": "; "}


@dataclass(frozen=True)
class Answer:
    """A whole answer: status, headers, body."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes


# Without it our server names itself, and so what to look up holes of.
NAMELESS = ("server", "web")
TOO_SLOW = Answer(
    HTTPStatus.REQUEST_TIMEOUT,
    [("content-type", "text/plain; charset=utf-8"), ("connection", "close")],
    b"Dit duurde te lang. Probeer het nog eens.\nThis took too long. Try again.\n",
)
BROKEN = Answer(
    HTTPStatus.INTERNAL_SERVER_ERROR,
    [("content-type", "text/plain; charset=utf-8")],
    b"Er ging iets mis. Probeer het nog eens.\nSomething went wrong. Try again.\n",
)


def environment_of(scope: Scope, body: bytes) -> dict[str, Any]:
    """The WSGI environment of a request with this body.

    A header with an underscore is left out, as proxies do: it would pass for one with a hyphen,
    such as X_Forwarded_For. A host in the request line itself (`GET http://host/path`) is the
    host, whatever the header of that name says (RFC 9112, section 3.2.2).
    """
    host, port = _address(scope.server)
    environment = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": scope.path.encode().decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "SERVER_NAME": host,
        "SERVER_PORT": port,
        "REMOTE_ADDR": _address(scope.client)[0],
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in scope.headers.items():
        if "_" not in name and name not in HOP_BY_HOP:
            _add(environment, _OWN_NAMES.get(name) or _name_of(name), value)
    authority = getattr(scope, "authority", None)  # of the request line, which rarely has one
    if authority is not None:
        environment["HTTP_HOST"] = authority
    return environment


def answer_of(app: "WSGIApplication", environment: dict[str, Any]) -> Answer:
    """Have the app answer, and collect the whole answer."""
    started: list[Any] = []
    body: list[bytes] = []

    def start_response(
        status: str, headers: list[tuple[str, str]], _exc_info: Any = None
    ) -> Callable[[bytes], object]:
        started[:] = status, headers
        return body.append

    parts = app(environment, start_response)
    try:
        body.extend(parts)
    finally:
        if hasattr(parts, "close"):
            parts.close()
    status, headers = started
    lower = [(name.lower(), value) for name, value in headers]
    return Answer(int(status[:3]), lower, b"".join(body))


def _address(text: str) -> tuple[str, str]:
    """Host and port of `127.0.0.1:8000` or `[::1]:8000`."""
    host, _colon, port = text.rpartition(":")
    return host.strip("[]"), port


def _name_of(header: str) -> str:
    return "HTTP_" + header.upper().replace("-", "_")


def _add(environment: dict[str, Any], name: str, value: str) -> None:
    before = environment.get(name)
    environment[name] = value if before is None else before + _BETWEEN.get(name, ",") + value
