"""How templates are drawn: Jinja as it is, unindented, with a page's globals in one dictionary."""

import re
from collections.abc import MutableMapping
from typing import Any

from flask import Flask, request, url_for
from flask.templating import Environment

from quiz.web.pages.addresses import kept_address

_INDENTATION = re.compile(r"\n[ \t]{2,}")


class Templates(Environment):
    """Jinja layers the globals, and compares the layers key by key at each import of a template.

    That is a fiftieth of the time of a pupil. So a global has to be known before the first page.
    """

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        """The template without the indentation that only we need: 3 % of a packed page.

        One space stays: after a block the end of the line goes, and words would grow together.
        """
        source = super().preprocess(source, name, filename)
        return _INDENTATION.sub("\n ", source) if (name or "").endswith(".html") else source

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of the environment with those of one template over them."""
        return {**self.globals, **(d or {})}


def install(app: Flask) -> None:
    """Let templates ask for the same address twice and have it worked out once."""
    app.add_template_global(_address, "url_for")


def _address(endpoint: str, **values: Any) -> str:
    """Flask's url_for; an address that depends on nothing is kept."""
    return url_for(endpoint, **values) if values else kept_address(endpoint, request.script_root)
