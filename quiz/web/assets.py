"""Addresses of static files that carry a hash of their content, so browsers may keep them.

What a browser or a proxy may keep for everyone never carries the cookie of one pupil.
"""

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask, Request, Response, request, url_for
from flask.sessions import SecureCookieSessionInterface, SessionMixin

from quiz.paths import STATIC

STATIC_ENDPOINT = "static"
FILE_STATUSES = {200, 206, 304}
HASH_LENGTH = 12
ONE_YEAR = 365 * 24 * 60 * 60


@cache
def _version(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:HASH_LENGTH]


def static_url(filename: str) -> str:
    """The address of a static file; raises FileNotFoundError for one that does not exist."""
    return _address(filename, request.script_root)


@cache
def _address(filename: str, _root: str) -> str:
    """The address, made once for each place under which the website hangs."""
    return url_for(STATIC_ENDPOINT, filename=filename, v=_version(STATIC / filename))


class Sessions(SecureCookieSessionInterface):
    """Flask's signed cookie, on pages only: a static file is the same for everybody.

    A view that a script asks for sends none either: an answer that comes late would bring back
    what the visitor did away with in between, such as being signed in.
    """

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Send the cookie with a page, and with nothing else."""
        view = app.view_functions.get(request.endpoint or "")
        if request.endpoint != STATIC_ENDPOINT and not getattr(view, "background", False):
            super().save_session(app, session, response)


def is_file(response: Response) -> bool:
    """Whether this answer is a static file, or says that the browser's copy is still good."""
    return request.endpoint == STATIC_ENDPOINT and response.status_code in FILE_STATUSES


def install(app: Flask) -> None:
    """Offer `static_url` to templates and let hashed addresses be kept for a year."""
    app.add_template_global(static_url)
    app.session_interface = Sessions()

    def keep(response: Response) -> Response:
        if is_file(response) and _is_newest(request):
            response.headers["Cache-Control"] = f"public, max-age={ONE_YEAR}, immutable"
        return response

    app.after_request(keep)


def _is_newest(wanted: Request) -> bool:
    """Whether the hash in the address is that of our file: another server may have another."""
    filename = (wanted.view_args or {})["filename"]
    return wanted.args.get("v") == _version(STATIC / filename)
