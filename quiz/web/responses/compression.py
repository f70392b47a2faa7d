"""Smaller answers for slow networks: gzip for pages when asked, static files packed once.

Why compressing pages that carry a token is safe here stands in docs/adr/0007-compression.md.
"""

import gzip
import zlib
from functools import cache, lru_cache
from pathlib import Path

from flask import Flask, Response, request
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

from quiz.config.paths import STATIC
from quiz.web.pages.static_files import STATIC_ENDPOINT

TYPES = frozenset(
    (
        *("text/html", "text/css", "text/javascript", "text/csv", "text/plain"),
        *("application/javascript", "application/json", "image/svg+xml"),
    )
)
SMALLEST = 600
MOST_KEPT = 64
PAGE_LEVEL, FILE_LEVEL = 6, 9
GZIP_WRAPPER = 16 + zlib.MAX_WBITS
WHOLE = 200


def install(app: Flask) -> None:
    """Compress what goes out, after everything else has been decided about it."""

    def compress(response: Response) -> Response:
        if response.mimetype in TYPES and "Content-Encoding" not in response.headers:
            response.vary.add("Accept-Encoding")
            if _takes_gzip(request.headers.get("Accept-Encoding", "")):
                _pack(response)
        return response

    app.after_request(compress)


@lru_cache(MOST_KEPT)
def _takes_gzip(wanted: str) -> bool:
    """Whether a browser that says this takes gzip: all of them say one of a few things."""
    return parse_accept_header(wanted, Accept)["gzip"] > 0


def _pack(response: Response) -> None:
    """Replace the body by its packed form where that pays; parts and copies stay as they are."""
    is_file = request.endpoint == STATIC_ENDPOINT
    if is_file and response.status_code != WHOLE:
        return
    if is_file:
        packed = packed_file(STATIC / (request.view_args or {})["filename"])
        response.close()
        response.direct_passthrough = False
        _mark_tag(response)
    else:
        if response.is_streamed:
            return
        body = response.get_data()
        if len(body) < SMALLEST:
            return
        packed = _pack_bytes(body)
    response.set_data(packed)
    response.headers["Content-Encoding"] = "gzip"


def _mark_tag(response: Response) -> None:
    """Packed and plain are two forms of one file; a shared cache must not mix them up."""
    tag, _weak = response.get_etag()
    if tag is not None:
        response.set_etag(tag, weak=True)
    response.headers.pop("Accept-Ranges", None)


@cache
def packed_file(path: Path) -> bytes:
    """A static file in gzip, as small as it gets; made once for each process."""
    return gzip.compress(path.read_bytes(), FILE_LEVEL, mtime=0)


def _pack_bytes(body: bytes) -> bytes:
    packer = zlib.compressobj(PAGE_LEVEL, zlib.DEFLATED, GZIP_WRAPPER)
    return packer.compress(body) + packer.flush()
