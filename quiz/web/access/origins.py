"""Forms are taken from our own pages only: the token says so, and the browser where it tells.

Flask-WTF also wants a Referer over https. Proxies, filters and privacy settings take that away
from pupils who do nothing wrong, and it adds nothing to the token; so it is not looked at. What a
browser itself says about where a form comes from cannot be changed by another site: `Origin` and
`Sec-Fetch-Site`. What they call foreign is refused, with the right token too.
"""

import re
from urllib.parse import urlsplit

from flask import Flask, current_app, request
from flask_wtf.csrf import CSRFError

from quiz.web.access.proxies import plain_host

CHANGING = frozenset(("POST", "PUT", "PATCH", "DELETE"))
# A browser writes "null" where it hides the origin: in a sandbox of another site, but also on our
# own page under a strict privacy setting. Then Sec-Fetch-Site, or else the token, decides.
HIDDEN = frozenset(("", "null"))
_ORIGIN = re.compile(r"(https?)://(\[[0-9a-f:.]+\]|[\w.-]+)(?::\d{0,5})?/?", re.ASCII)
_ONLY_HERE = frozenset(("localhost", "127.0.0.1", "[::1]"))


class ForeignForm(CSRFError):  # type: ignore[misc]
    """A form that another website had a browser send."""


def install(app: Flask) -> None:
    """Look at every request that may change something, before its token is looked at."""
    app.before_request(_refuse_change)


def refuse_foreign() -> None:
    """Raise ForeignForm for what another website had a browser send."""
    if _is_foreign():
        raise ForeignForm


def _refuse_change() -> None:
    if request.method in CHANGING and request.endpoint is not None:
        refuse_foreign()


def _is_foreign() -> bool:
    origin = request.headers.get("Origin", "").strip().lower()
    if request.headers.get("Sec-Fetch-Site", "").strip().lower() == "cross-site":
        return True
    return origin not in HIDDEN and not _is_ours(origin)


def _is_ours(origin: str) -> bool:
    """Whether this is our own name, over https where we are.

    Its port is not compared: proxies leave it out of what they tell us, and whatever else listens
    on another port of our name knows no token. From http to https nobody on the way may write.
    """
    found = _ORIGIN.fullmatch(origin)
    if found is None:
        return False
    scheme, name = found[1], plain_host(found[2])
    if name not in _our_names():
        return False
    return scheme == "https" or name in _ONLY_HERE or not _over_https()


def _our_names() -> set[str]:
    """The name by which we were asked (checked before), and the one that visitors use."""
    ours = urlsplit(current_app.config["BASE_URL"] or "").netloc
    return {_name(request.host), _name(ours)} - {""}


def _over_https() -> bool:
    return request.is_secure or bool(current_app.config["SESSION_COOKIE_SECURE"])


def _name(host: str) -> str:
    return re.sub(r":\d*$", "", host)
