"""A piece of a page that a script asks for again and again: nothing new costs next to nothing.

A proxy that packs an answer changes its tag: `"x"` becomes `W/"x"`, `"x-gzip"` or `"x;gzip"`, and
the browser sends that back, perhaps with older ones beside it. Our tags are digests, so wherever
ours stands in what comes back, it is the same piece.
"""

import hashlib
import re
from collections.abc import Callable

from flask import Response, make_response, request

ANY = "*"


def fragment(content: object, draw: Callable[[], str]) -> Response:
    """The piece, or 304 where this browser has it already: then it is not drawn either.

    `content`: everything that the piece depends on, with the same words whenever it is the same.
    """
    tag = hashlib.blake2b(repr(content).encode(), digest_size=12).hexdigest()
    response = Response(status=304) if _is_known(tag) else make_response(draw())
    response.set_etag(tag)
    return response


def _is_known(tag: str) -> bool:
    sent = request.headers.get("If-None-Match", "")
    return sent.strip() == ANY or re.search(rf"\b{tag}\b", sent) is not None
