"""What a browser remembers of a sign-on with the school's account, until it comes back.

A signed cookie of its own, ten minutes long: whoever is busy here, a pupil perhaps, keeps their
session until the sign-on has worked, for a strange page can begin one as well. Three at most, so
that a second tab does not end the first. Each counts once: a note of that stands where wrong codes
are counted.
"""

from dataclasses import dataclass

from flask import current_app, request
from itsdangerous import BadData, URLSafeTimedSerializer
from limits import parse
from werkzeug.wrappers import Response

from quiz.usecases.sign_on.errors import StartOver
from quiz.web.access.counts import Count

COOKIE = "zeven_werelden_schoolaccount"
OVER_HTTPS = "__Secure-"
LASTS = 600  # seconds
PLACE = "/inloggen/school"
MOST = 3
ONCE = parse("1 per 20 minutes")


@dataclass(frozen=True)
class Begun:
    """One sign-on: with whom, what only this browser knows, what for, and where to go then.

    `purpose`: "" to come in, else whose account will be linked (linking.py).
    """

    provider: str
    state: str
    nonce: str
    verifier: str
    purpose: str
    onward: str

    def is_of(self, provider: str, state: str) -> bool:
        """Whether this answer belongs to it."""
        return self.provider == provider and self.state == state


def remember(response: Response, begun: Begun) -> None:
    """Let this browser know that it began."""
    values = list(vars(begun).values())
    kept = [list(vars(one).values()) for one in _known()][1 - MOST :]
    response.set_cookie(
        _cookie_name(),
        _serializer().dumps([*kept, values]),
        max_age=LASTS,
        path=PLACE,
        secure=bool(current_app.config["SESSION_COOKIE_SECURE"]),
        httponly=True,
        samesite="Lax",  # the answer comes from another site
    )


def take(provider: str, state: str) -> Begun:
    """What was begun here with this provider under this state; it is used up.

    Raises StartOver.
    """
    found = [one for one in _known() if one.is_of(provider, state)]
    if not state or not found:
        raise StartOver("state")
    if not Count(ONCE, ("school account", "state", state)).add():
        raise StartOver("used")
    return found[0]


def forget(response: Response) -> None:
    """Nothing was begun here any more."""
    secure = bool(current_app.config["SESSION_COOKIE_SECURE"])
    response.delete_cookie(_cookie_name(), path=PLACE, secure=secure, httponly=True, samesite="Lax")


def _known() -> list[Begun]:
    """What was begun in this browser and is not too old."""
    try:
        written = _serializer().loads(request.cookies.get(_cookie_name(), ""), max_age=LASTS)
        return [Begun(*map(str, values)) for values in written]
    except (BadData, TypeError):
        return []


def _cookie_name() -> str:
    return OVER_HTTPS + COOKIE if current_app.config["SESSION_COOKIE_SECURE"] else COOKIE


def _serializer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt="school account")
