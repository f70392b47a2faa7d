"""Addresses of static files that carry a hash of their content, so browsers may keep them."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask, Response, request, url_for

from quiz.paths import STATIC

HASH_LENGTH = 12
ONE_YEAR = 365 * 24 * 60 * 60


@cache
def _version(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:HASH_LENGTH]


def static_url(filename: str) -> str:
    """The address of a static file; raises FileNotFoundError for one that does not exist."""
    return url_for("static", filename=filename, v=_version(STATIC / filename))


def install(app: Flask) -> None:
    """Offer `static_url` to templates and let hashed addresses be kept for a year."""
    app.add_template_global(static_url)

    def keep(response: Response) -> Response:
        if request.endpoint == "static" and "v" in request.args:
            response.headers["Cache-Control"] = f"public, max-age={ONE_YEAR}, immutable"
        return response

    app.after_request(keep)
