"""How templates are drawn: Jinja as it is, without two things that it works out again each time."""

from collections.abc import MutableMapping
from functools import cache
from typing import Any

from flask import Flask, request, url_for
from flask.templating import Environment


class Templates(Environment):
    """Jinja's environment, with the globals of a template as one plain dictionary.

    Jinja layers them, and compares the layers key by key at each import: a twelfth of a page.
    So a global has to be known before the first page is drawn.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of the environment with those of one template over them."""
        return {**self.globals, **(d or {})}


def install(app: Flask) -> None:
    """Let templates ask for the same address twice and have it worked out once."""
    app.jinja_env.globals["url_for"] = _address


def _address(endpoint: str, **values: Any) -> str:
    """Flask's url_for; an address that depends on nothing is kept."""
    return url_for(endpoint, **values) if values else _kept(endpoint, request.script_root)


@cache
def _kept(endpoint: str, _root: str) -> str:
    """The address, made once for each place under which the website hangs."""
    return url_for(endpoint)
