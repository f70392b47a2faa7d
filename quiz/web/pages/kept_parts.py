"""Parts of a page that are the same for everybody: drawn once for each language, and then kept.

Such a part is a macro that follows from the few words it is given: it knows no pupil, no form and
no moment (tests/web/test_kept_parts.py). Those words are ours as well: what somebody typed would
stay here, and push out what others need.
"""

from collections.abc import Hashable
from functools import lru_cache

from flask import Flask, request
from jinja2.runtime import Macro
from markupsafe import Markup

from quiz.web.pages.languages import current_language

MOST_KEPT = 512  # of about 1 kB each


def install(app: Flask) -> None:
    """Offer `drawn_once` to templates."""
    app.add_template_global(drawn_once)


def drawn_once(part: Macro, *words: Hashable) -> Markup:
    """A macro with these words, in the language of this visitor."""
    return _drawn(part, words, current_language(), request.script_root)


@lru_cache(MOST_KEPT)
def _drawn(part: Macro, words: tuple[Hashable, ...], _language: str, _root: str) -> Markup:
    return Markup(part(*words))  # noqa: S704 - a macro escapes what it draws
