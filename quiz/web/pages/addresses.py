"""The address of a request as a link: some addresses only take what a form sends."""

from functools import lru_cache

from flask import Flask, current_app, request, url_for
from werkzeug.routing import IntegerConverter, Map

from quiz.storage.identifiers import LARGEST_LONG_NUMBER, LARGEST_NUMBER

MOST_KEPT = 512


class Number(IntegerConverter):
    """The number of a class or an account; one that no database keeps is no page of ours."""

    def __init__(self, map: Map) -> None:  # noqa: A002 - werkzeug's name
        super().__init__(map, max=LARGEST_NUMBER)


class LongNumber(IntegerConverter):
    """The number of a share: long, so that nobody guesses it."""

    def __init__(self, map: Map) -> None:  # noqa: A002 - werkzeug's name
        super().__init__(map, max=LARGEST_LONG_NUMBER)


def install(app: Flask) -> None:
    """Read every `<int:...>` of an address as a Number, and every `<long:...>` as a LongNumber.

    Double slashes are for typed_addresses.py: werkzeug would lead to the host, the scheme
    and the port that it sees, which are not always those of the visitor.
    """
    app.url_map.merge_slashes = False
    app.url_map.converters["int"] = Number
    app.url_map.converters["long"] = LongNumber


def our_address() -> str:
    """Where visitors reach us: what BASE_URL says, else as this request was asked for."""
    return str(current_app.config["BASE_URL"] or request.host_url.rstrip("/"))


def address_here(**values: str) -> str | None:
    """A link to this page with these values behind it; None when there is nothing to open."""
    if request.endpoint is None or not _can_be_opened():
        return None
    if request.view_args:
        return url_for(request.endpoint, **request.view_args, **values)  # type: ignore[arg-type]
    return kept_address(request.endpoint, request.script_root, **values)


@lru_cache(MOST_KEPT)
def kept_address(endpoint: str, _root: str, **values: str) -> str:
    """An address that depends on nothing else, worked out once for each `script_root`."""
    return url_for(endpoint, **values)  # type: ignore[arg-type]


def _can_be_opened() -> bool:
    """Whether this address takes a plain visit: one that came as a visit surely does."""
    if request.method == "GET":
        return True
    adapter = current_app.create_url_adapter(request)
    return adapter is not None and "GET" in adapter.allowed_methods(request.path)
