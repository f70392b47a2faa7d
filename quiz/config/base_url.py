"""The address at which visitors reach us, as it stands in BASE_URL."""

import re
from urllib.parse import urlsplit

_USUAL_PORTS = {"http": 80, "https": 443}
_NAME = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*")


class InvalidBaseUrl(ValueError):
    """No address at which a website can stand."""


def base_url_of(text: str | None) -> str | None:
    """Scheme, name and port in their plain form; nothing may stand below a path of a website.

    Raises InvalidBaseUrl.
    """
    if not text:
        return None
    try:
        parts = urlsplit(text.strip())
        name = (parts.hostname or "").removesuffix(".").encode("idna").decode()
        port = parts.port
    except ValueError:  # of which UnicodeError is one
        name, port, parts = "", None, urlsplit("")
    more = parts.path.strip("/") or parts.username is not None or set(text) & set("?#")
    if parts.scheme not in _USUAL_PORTS or not _NAME.fullmatch(name) or port == 0 or more:
        raise InvalidBaseUrl(
            "BASE_URL must be only https:// and a host name, such as https://quiz.school.nl: "
            "no path behind it, no user before it, no ? or #"
        )
    shown = "" if port in (None, _USUAL_PORTS[parts.scheme]) else f":{port}"
    return f"{parts.scheme}://{name}{shown}"
