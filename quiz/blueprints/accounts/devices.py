"""A browser that signed in before is known, so that nonsense from elsewhere never shuts it out.

The cookie says which account (by its number; more only where one address has an account at more
schools) and holds a random text under which this browser's wrong passwords are counted, for each
account apart. It opens nothing and goes only to the page where you sign in.
"""

import secrets
from collections.abc import Collection

from flask import Response, current_app, request
from itsdangerous import BadData, URLSafeTimedSerializer

from quiz.domain.codes.digests import code_digest
from quiz.storage.tables.staff import Staff
from quiz.usecases.staff.people import accounts_of
from quiz.web.access.limits import Door
from quiz.web.runtime import services

COOKIE = "zeven_werelden_bekend"
OVER_HTTPS = "__Secure-"  # a browser takes a cookie of this name only from us and over https
KNOWN_FOR = 180 * 24 * 60 * 60
PLACE = "/inloggen"


def entrance_of(email: str, accounts: Collection[int]) -> Door:
    """Where everybody who types this address stands: by this browser if it knows one of these.

    Else by the address, with an account or without.
    """
    known, mark = _known()
    if not known.isdisjoint(accounts):
        return Door(f"entrance:browser:{mark}", known=True)
    digest = code_digest(services().code_key, "account", email).hex()
    return Door(f"entrance:address:{digest}", known=False)


def door_of(account: int, step: str = "password") -> Door:
    """Under what a try at this one account is counted: in this browser if it knows it.

    Each `step` has a count of its own: who knows the password does not get new tries at the
    digits by typing it again.
    """
    known, mark = _known()
    if account in known:
        return Door(f"{step}:{account}:browser:{mark}", known=True)
    return Door(f"{step}:{account}", known=False)


def remember_browser(response: Response, staff_id: int) -> None:
    """Let this browser know the account from now on, beside those of the same address."""
    known, mark = _known()
    kept = known & _same_address(staff_id)
    response.set_cookie(
        _cookie_name(),
        _serializer().dumps([sorted({*kept, staff_id}), mark if kept else secrets.token_hex(8)]),
        max_age=KNOWN_FOR,
        path=PLACE,
        secure=bool(current_app.config["SESSION_COOKIE_SECURE"]),
        httponly=True,
        samesite="Strict",
    )


def _known() -> tuple[frozenset[int], str]:
    """The accounts that signed in here before, and the mark under which their tries count."""
    try:
        known, mark = _serializer().loads(
            request.cookies.get(_cookie_name(), ""), max_age=KNOWN_FOR
        )
        return frozenset(known), str(mark)
    except (BadData, ValueError, TypeError):
        return frozenset(), ""


def _same_address(staff_id: int) -> set[int]:
    """The accounts with the address of this one, at whatever school."""
    with services().database.reading() as database:
        person = database.get_one(Staff, staff_id)
        return {one.id for one in accounts_of(database, person.email)}


def _cookie_name() -> str:
    return OVER_HTTPS + COOKIE if current_app.config["SESSION_COOKIE_SECURE"] else COOKIE


def _serializer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt="known browser")
