"""Binding an extension without what it adds to every request.

An extension that is asked by name, as the counters and the accounts are, needs no hook; a page of
a pupil must not pay for it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask

_HOOKS = (
    "before_request_funcs",
    "after_request_funcs",
    "teardown_request_funcs",
    "template_context_processors",
)


@contextmanager
def without_hooks(app: Flask) -> Iterator[None]:
    """Whatever is bound inside leaves every request as it was."""
    before = {name: list(getattr(app, name)[None]) for name in _HOOKS}
    yield
    for name in _HOOKS:
        getattr(app, name)[None][:] = before[name]
