"""Static files: a list made at the start, under addresses that carry a hash of their content.

Only names on the list are served: no other spelling of one (`css/../css/base.css`)
reaches a file, or the versions and packed copies that are kept by name.
"""

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask, Request, Response, abort, request, send_from_directory, url_for

from quiz.config.paths import STATIC

STATIC_ENDPOINT = "static"
NAMES = frozenset(
    path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*") if path.is_file()
)
FILE_STATUSES = {200, 206, 304}
HASH_LENGTH = 8
ONE_YEAR = 365 * 24 * 60 * 60


@cache
def version(path: Path) -> str:
    """The hash of a file on the list; made once for each process."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:HASH_LENGTH]


def static_url(filename: str) -> str:
    """The address of a static file; raises FileNotFoundError for one that does not exist."""
    return _address(filename, request.script_root)


@cache
def _address(filename: str, _root: str) -> str:
    """The address, made once for each place under which the website hangs."""
    return url_for(STATIC_ENDPOINT, filename=filename, v=version(STATIC / filename))


def is_file(response: Response) -> bool:
    """Whether this answer is a static file, or says that the browser's copy is still good."""
    return request.endpoint == STATIC_ENDPOINT and response.status_code in FILE_STATUSES


def install(app: Flask) -> None:
    """Serve the files, offer `static_url` to templates, let hashed addresses be kept for a year."""
    app.add_url_rule("/static/<path:filename>", STATIC_ENDPOINT, _send)
    app.add_template_global(static_url)

    def keep(response: Response) -> Response:
        if is_file(response) and _is_newest(request):
            response.headers["Cache-Control"] = f"public, max-age={ONE_YEAR}, immutable"
        return response

    app.after_request(keep)


def _send(filename: str) -> Response:
    return send_from_directory(STATIC, filename) if filename in NAMES else abort(404)


def _is_newest(wanted: Request) -> bool:
    """Whether the hash in the address is that of our file: another server may have another."""
    filename = (wanted.view_args or {})["filename"]
    return wanted.args.get("v") == version(STATIC / filename)
