"""How templates are drawn: Jinja as it is, without what it works out again for every page.

Each language has its own compiled templates, in which our own words and the addresses that depend
on nothing stand as they are: looking them up was a third of the time of a page with questions.
"""

from collections.abc import Callable, MutableMapping
from typing import Any

from flask import Flask, request, url_for
from flask.sansio.app import App
from flask.templating import Environment
from jinja2 import Template, nodes
from jinja2.visitor import NodeTransformer

from quiz.web.pages.addresses import kept_address
from quiz.web.pages.languages import current_language, translate_in_page
from quiz.web.pages.static_files import static_url

# What is the same on every page in one language, when it is asked for with fixed words only.
FOLDED: dict[str, Callable[..., str]] = {
    "_": translate_in_page,
    "static_url": static_url,
    "url_for": url_for,
}


class Templates(Environment):
    """Jinja's environment; `get_template` gives the template in the language of this visitor.

    The globals of a template are one plain dictionary. Jinja layers them, and compares the layers
    key by key at each import: a twelfth of a page. So a global has to be known before the first
    page is drawn.
    """

    def __init__(self, app: App, **options: Any) -> None:
        super().__init__(app, **options)
        self._of_visitors: dict[tuple[str, str], Environment] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's name
    ) -> Template:
        """The template with this name; what it extends and imports is in the same language."""
        if self.overlayed or isinstance(name, Template):
            return super().get_template(name, parent, globals)
        visitor = (current_language(), request.script_root)
        if visitor not in self._of_visitors:
            self._of_visitors[visitor] = self.overlay()
        return self._of_visitors[visitor].get_template(name, parent, globals)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of the environment with those of one template over them."""
        return {**self.globals, **(d or {})}

    def _generate(self, source: nodes.Template, *about: Any, **options: Any) -> str:
        """Jinja's own hook between reading a template and compiling it."""
        folded = _FoldConstants().visit(source) if self.overlayed else source
        return super()._generate(folded, *about, **options)


class _FoldConstants(NodeTransformer):
    """Puts a call with constant arguments that a template writes out in its place, worked out."""

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802 - Jinja's name
        """Only here: inside an expression Jinja would take safe words for unsafe ones."""
        node.nodes = [_folded(each) for each in node.nodes]
        return node


def _folded(node: nodes.Expr) -> nodes.Expr:
    match node:
        case nodes.Call(node=nodes.Name(name=name), kwargs=[], dyn_args=None, dyn_kwargs=None) if (
            name in FOLDED and all(isinstance(each, nodes.Const) for each in node.args)
        ):
            words = [each.as_const() for each in node.args]
            return nodes.Const(FOLDED[name](*words), lineno=node.lineno)
    return node


def install(app: Flask) -> None:
    """Let templates ask for the same address twice and have it worked out once."""
    app.jinja_env.globals["url_for"] = _address


def _address(endpoint: str, **values: Any) -> str:
    """Flask's url_for; an address that depends on nothing is kept."""
    return url_for(endpoint, **values) if values else kept_address(endpoint, request.script_root)
