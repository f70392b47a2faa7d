"""Web addresses as programs hand them to each other."""

from urllib.parse import quote

_AS_IT_IS = "".join(map(chr, range(0x21, 0x7F)))  # % too: what is written so already stays


def in_ascii(address: str) -> str:
    """An address, or a part of one after the name, in the signs that one may hold (RFC 3986).

    People and pages write more: an é, a space. A browser sends them so.
    """
    return quote(address, safe=_AS_IT_IS)
