"""What proxies do to a request on its way to us, set straight before anything looks at it.

They write addresses with ports and brackets, a protocol in capitals, a host name as it was typed;
and the ones that watch whether we live ask by number. Which of their headers count is decided by
TRUSTED_PROXIES and by werkzeug's ProxyFix: only X-Forwarded-For and X-Forwarded-Proto, read from
the right. Another prefix, host or port, and the header Forwarded, are not looked at.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from quiz.config import Settings
from quiz.web.access.visitor_address import UNKNOWN, read_address

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

WATCHED = "/healthz"
ALWAYS_OURS = "localhost"
ASKED_HOST = "quiz.asked_host"
_END_OF_NAME = re.compile(r"\.?(?::?|(:\d+))$", re.ASCII)


class SetStraight:
    """A WSGI app around ours, which then reads each header as it was meant."""

    def __init__(self, app: "WSGIApplication") -> None:
        self._app = app

    def __call__(
        self, environment: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Set the request straight and have it answered."""
        for name, plain in _PLAIN.items():
            if name in environment:
                environment[name] = plain(environment[name])
        if environment.get("PATH_INFO") == WATCHED:
            # A balancer asks by address or by the name of the machine, and is told how we are.
            environment[ASKED_HOST] = environment.get("HTTP_HOST", "")
            environment["HTTP_HOST"] = ALWAYS_OURS
        return self._app(environment, start_response)


def install(app: Flask, settings: Settings) -> None:
    """Stand between the server and the app; believe as many proxies as the settings say."""
    inner, hops = app.wsgi_app, settings.trusted_proxies
    if hops:
        inner = ProxyFix(inner, x_for=hops, x_proto=hops, x_host=0, x_port=0, x_prefix=0)
    app.wsgi_app = SetStraight(inner)  # type: ignore[assignment, method-assign]


def plain_host(typed: str) -> str:
    """A host as we compare it: small letters, no dot behind the name, no colon without a port."""
    return _END_OF_NAME.sub(r"\1", typed.strip().lower(), count=1)


def _plain_addresses(listed: str) -> str:
    """An address never holds a comma, so a quote that somebody left open swallows none of them."""
    written = (each.strip() for each in listed.split(","))
    return ", ".join(str(read_address(each) or UNKNOWN) for each in written if each)


def _plain_protocols(listed: str) -> str:
    written = (each.strip(" \"'").lower() for each in listed.split(","))
    return ", ".join("https" if each == "https" else "http" for each in written if each)


_PLAIN = {
    "HTTP_HOST": plain_host,
    "HTTP_X_FORWARDED_FOR": _plain_addresses,
    "HTTP_X_FORWARDED_PROTO": _plain_protocols,
}
