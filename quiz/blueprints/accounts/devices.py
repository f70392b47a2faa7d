"""A browser that signed in before is known, so that nonsense from elsewhere never shuts it out.

The cookie says which account (more only where one address has an account at more schools), by its
number and a print of how it stood then, and holds a random text under which this browser's wrong
passwords are counted, for each account apart. Another password, second step or role, and signing
out everywhere, make the account another one: no browser knows it then until it signed in again.
It opens nothing and goes only to the page where you sign in.

Whoever has a password can make as many known browsers as they like. So those of one account also
count together.
"""

import secrets
from collections.abc import Iterable, Sequence

from flask import Response, current_app, request
from itsdangerous import BadData, URLSafeTimedSerializer

from quiz.domain.codes.digests import code_digest
from quiz.storage.tables.staff import Staff
from quiz.usecases.staff.holding import standing
from quiz.usecases.staff.people import accounts_of
from quiz.web.access.limits import SignInKey
from quiz.web.runtime import reading, services

COOKIE = "zeven_werelden_bekend"
OVER_HTTPS = "__Secure-"  # a browser takes a cookie of this name only from us and over https
KNOWN_FOR = 180 * 24 * 60 * 60
PLACE = "/inloggen"
_NO_ACCOUNT = 0


def entrance_key(email: str, accounts: Iterable[Staff]) -> SignInKey:
    """Where everybody who types this address stands: by this browser if it knows one of these.

    Else by the address, with an account or without.
    """
    known, mark = _known(accounts)
    if known:
        every = ",".join(map(str, sorted(known)))
        return SignInKey(f"entrance:browser:{mark}", known=True, together=f"entrance:{every}")
    digest = code_digest(services().code_key, "account", email).hex()
    return SignInKey(f"entrance:address:{digest}", known=False)


def sign_in_key(person: Staff | None, step: str = "password") -> SignInKey:
    """Under what a try at this one account is counted: in this browser if it knows it.

    Each `step` has a count of its own: typing the right password again gives no new tries
    at the digits.
    """
    name = f"{step}:{person.id if person else _NO_ACCOUNT}"
    known, mark = _known([person] if person else [])
    if known:
        return SignInKey(f"{name}:browser:{mark}", known=True, together=name)
    return SignInKey(name, known=False)


def remember_browser(response: Response, person: Staff) -> None:
    """Let this browser know the account from now on, beside those of the same address.

    `person`: the account as it was when they showed that it is theirs.
    """
    others = _same_address(person)
    kept, mark = _known(others)
    prints = {one.id: _print(one) for one in others if one.id in kept} | {person.id: _print(person)}
    response.set_cookie(
        _cookie_name(),
        _serializer().dumps([sorted(prints.items()), mark if kept else secrets.token_hex(8)]),
        max_age=KNOWN_FOR,
        path=PLACE,
        secure=bool(current_app.config["SESSION_COOKIE_SECURE"]),
        httponly=True,
        samesite="Strict",
    )


def _known(accounts: Iterable[Staff]) -> tuple[frozenset[int], str]:
    """Which of these signed in here before, and the mark under which their tries count."""
    try:
        noted, mark = _serializer().loads(
            request.cookies.get(_cookie_name(), ""), max_age=KNOWN_FOR
        )
        prints = dict(noted)
    except (BadData, ValueError, TypeError):
        return frozenset(), ""
    known = (one.id for one in accounts if prints.get(one.id) == _print(one))
    return frozenset(known), str(mark)


def _print(person: Staff) -> str:
    """Changes with whatever changes who can sign in to an account, and says nothing about it."""
    return code_digest(services().code_key, "known browser", standing(person)).hex()[:32]


def _same_address(person: Staff) -> Sequence[Staff]:
    """The accounts with the address of this one, at whatever school."""
    return accounts_of(reading(), person.email)


def _cookie_name() -> str:
    return OVER_HTTPS + COOKIE if current_app.config["SESSION_COOKIE_SECURE"] else COOKIE


def _serializer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt="known browser")
