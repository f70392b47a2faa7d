"""The session: a signed cookie that is sent with pages only, and is renewed now and then.

What a browser or a proxy may keep for everyone never carries the cookie of one pupil.
"""

import time
from typing import Any

from flask import Flask, Request, Response, request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface, SessionMixin
from itsdangerous import SignatureExpired, TimestampSigner, URLSafeTimedSerializer

from quiz.web.access.outside import is_outside
from quiz.web.access.session_keys import RENEWED
from quiz.web.pages.static_files import STATIC_ENDPOINT

RENEWED_EVERY = 60 * 60  # seconds: signing it anew for each page is work without a use


class SteadySigner(TimestampSigner):
    """Signs with the time, and also takes what was signed a while from now.

    By itself it refuses that: a pupil would be a stranger to a second machine whose clock is one
    second behind, and everybody would when a clock is put back.
    """

    def unsign(
        self, signed_value: str | bytes, max_age: int | None = None, return_timestamp: bool = False
    ) -> Any:
        """As the original, with an age that counts in both directions."""
        value, signed_at = super().unsign(signed_value, return_timestamp=True)
        away = abs(self.get_timestamp() - int(signed_at.timestamp()))
        if max_age is not None and away > max_age:
            raise SignatureExpired("too far from now", payload=value, date_signed=signed_at)
        return (value, signed_at) if return_timestamp else value


class Sessions(SecureCookieSessionInterface):
    """Flask's signed cookie, on pages only: a static file is the same for everybody.

    A view that a script asks for sends none either: an answer that comes late would bring back
    what the visitor did away with in between, such as being signed in.
    """

    def __init__(self, app: Flask) -> None:
        """Make what signs and reads cookies once: our key does not change while we run."""
        self._serializer = super().get_signing_serializer(app)
        if self._serializer is not None:
            self._serializer.signer = SteadySigner

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """What signs and reads cookies; Flask makes a new one for every request."""
        del app
        return self._serializer

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """Read the cookie; one that is older than an hour is sent anew, with a new end.

        Outside our pages nobody is known, whatever cookie came along.
        """
        if is_outside(request):
            return SecureCookieSession()
        session = super().open_session(app, request)
        if session and session.permanent:
            now = int(time.time())
            if not 0 <= now - session.get(RENEWED, 0) < RENEWED_EVERY:
                session[RENEWED] = now
        return session

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Send the cookie with a page, and with nothing else."""
        view = app.view_functions.get(request.endpoint or "")
        quiet = request.endpoint == STATIC_ENDPOINT or is_outside(request)
        if not quiet and not getattr(view, "background", False):
            super().save_session(app, session, response)


def install(app: Flask) -> None:
    """Keep sessions our way."""
    app.config["SESSION_REFRESH_EACH_REQUEST"] = False
    app.session_interface = Sessions(app)
