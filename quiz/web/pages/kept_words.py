"""Words that a page translator must leave alone: codes, nicknames and the names of the worlds.

A return code is made of Dutch words; in another language it opens nothing. So wherever such a word
stands, it stands in an element that says so, in the way of the standard and in that of Google.
"""

import re
from functools import cache, lru_cache

from flask import Flask
from markupsafe import Markup, escape

from quiz.domain.bank.texts import load_texts
from quiz.web.pages.languages import LANGUAGES

MOST_KEPT = 1024
_OPEN, _CLOSE = '<span translate="no" class="notranslate">', "</span>"


def install(app: Flask) -> None:
    """Offer both to templates, as filters."""
    app.add_template_filter(as_it_is)
    app.add_template_filter(names_as_they_are)


def as_it_is(words: object) -> Markup:
    """A code or a nickname, which is never translated."""
    return Markup(f"{_OPEN}{escape(words)}{_CLOSE}")  # noqa: S704 - escaped


def names_as_they_are(text: object) -> Markup:
    """A sentence in which the names of worlds are never translated."""
    return _with_names(escape(text))


@lru_cache(MOST_KEPT)
def _with_names(text: Markup) -> Markup:
    """Most sentences about worlds stand on many pages."""
    kept = _names().sub(lambda found: f"{_OPEN}{found[0]}{_CLOSE}", str(text))
    return Markup(kept)  # noqa: S704 - escaped before the names were looked for


@cache
def _names() -> re.Pattern[str]:
    """Every name of a world in every language, as it stands in a page; the longest first."""
    texts = [load_texts(language) for language in LANGUAGES]
    names = {str(escape(world.name)) for each in texts for world in each.worlds.values()}
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
