"""Addresses as people type them: in capitals, with a slash behind, with a dot from a sentence.

Each page has one true address. Whoever opens another spelling of it is sent there; an address
that is no spelling of any page stays unknown.
"""

import re
from string import ascii_lowercase, ascii_uppercase
from urllib.parse import quote

from flask import current_app, request
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Rule

from quiz.web.access.outside import is_for_programs
from quiz.web.pages.static_files import STATIC_ENDPOINT

LOOKING = frozenset(("GET", "HEAD"))
# What comes along with a link from a sentence or a mail, seen and unseen.
_BEHIND = " \t\r\n\u00a0\u200b\u2060\ufeff.,;:!?)\"'»”’"
_IN_ADDRESSES = "!$&'()*+,/:;=?@%[]"
_IS_FREE = re.compile(r"<\w+>").fullmatch  # a code or a token: its capitals may matter
_TO_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)


def meant_address() -> str | None:
    """The true address of the page that this unknown address spells; None for no page of ours.

    It begins with one slash and never names a host: it cannot lead away. A program is
    told where it is wrong.
    """
    known = request.url_rule is not None or is_for_programs(request)
    if request.method not in LOOKING or known:
        return None
    parts = [part for part in request.path.split("/") if part]
    if parts:
        parts[-1] = parts[-1].rstrip(_BEHIND)
    if not all(parts):
        return None
    small = [part.translate(_TO_SMALL) for part in parts]
    rule = _rule_of("/" + "/".join(small))
    if rule is None:
        return None
    names = [name for name in rule.rule.split("/") if name]
    typed = zip(names, parts, small, strict=True)
    path = "/" + "/".join(as_typed if _IS_FREE(name) else low for name, as_typed, low in typed)
    return None if path == request.path else with_query(quote(path))


def with_query(address: str) -> str:
    """The address with what stood behind the question mark of this one."""
    query = quote(request.query_string, safe=_IN_ADDRESSES)
    return f"{address}?{query}" if query else address


def _rule_of(path: str) -> Rule | None:
    adapter = current_app.create_url_adapter(request)
    try:
        rule, _values = adapter.match(path, "GET", return_rule=True)  # type: ignore[union-attr]
    except HTTPException:
        return None
    return None if rule.endpoint == STATIC_ENDPOINT else rule
