"""A browser that signed in before is known, so that nonsense from elsewhere never shuts it out.

The cookie says which account (by its number) and holds a random text under which this browser's
wrong passwords are counted. It opens nothing and goes only to the page where you sign in.
"""

import secrets
from collections.abc import Collection

from flask import Response, current_app, request
from itsdangerous import BadData, URLSafeTimedSerializer

from quiz.web.limits import Door
from quiz.web.services import services
from quiz.words import code_digest

COOKIE = "zeven_werelden_bekend"
OVER_HTTPS = "__Secure-"  # a browser takes a cookie of this name only from us and over https
KNOWN_FOR = 180 * 24 * 60 * 60
PLACE = "/inloggen"


def door_of(email: str, accounts: Collection[int], step: str = "password") -> Door:
    """Under what a try is counted: this browser if it knows one of these, else the address.

    Each `step` has a count of its own: who knows the password does not get new tries at the
    digits by typing it again.
    """
    if mark := _mark_of(accounts):
        return Door(f"{step}:browser:{mark}", known=True)
    digest = code_digest(services().code_key, "account", email).hex()
    return Door(f"{step}:account:{digest}", known=False)


def remember_browser(response: Response, staff_id: int) -> None:
    """Let this browser know the account from now on."""
    mark = _mark_of([staff_id]) or secrets.token_hex(8)
    response.set_cookie(
        _cookie_name(),
        _serializer().dumps([staff_id, mark]),
        max_age=KNOWN_FOR,
        path=PLACE,
        secure=bool(current_app.config["SESSION_COOKIE_SECURE"]),
        httponly=True,
        samesite="Strict",
    )


def _mark_of(accounts: Collection[int]) -> str | None:
    try:
        known, mark = _serializer().loads(
            request.cookies.get(_cookie_name(), ""), max_age=KNOWN_FOR
        )
    except (BadData, ValueError, TypeError):
        return None
    return str(mark) if known in accounts else None


def _cookie_name() -> str:
    return OVER_HTTPS + COOKIE if current_app.config["SESSION_COOKIE_SECURE"] else COOKIE


def _serializer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt="known browser")
