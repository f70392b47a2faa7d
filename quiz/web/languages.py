"""Dutch first, English complete: the language of a page and the links to switch it.

Words are looked up here and not by Flask-Babel, which spends a fifth of the time of a page with
questions on finding the same translations again for each text.
"""

import struct
from functools import cache
from gettext import NullTranslations, translation
from typing import NamedTuple

from flask import Flask, g, request, session, url_for
from markupsafe import Markup

from quiz.extensions import babel
from quiz.paths import TRANSLATIONS
from quiz.web.addresses import address_here
from quiz.web.logs import log

LANGUAGES = {"nl": "Nederlands", "en": "English"}
DEFAULT = "nl"
PARAMETER = "taal"


class LanguageLink(NamedTuple):
    """A link to this page in another language."""

    code: str
    label: str
    url: str


def translate(text: str, **values: object) -> str:
    """The text in the language of this visitor; the Dutch text itself is the key."""
    words = _words().gettext(text)
    return words % values if values else words


def current_language() -> str:
    """What this visitor chose, else Dutch (schools' devices often say English by accident)."""
    if "language" not in g:
        g.language = _chosen_language()
    language: str = g.language
    return language


def _chosen_language() -> str:
    asked = request.args.get(PARAMETER)
    if asked in LANGUAGES:
        return asked
    chosen = session.get("language")
    return chosen if chosen in LANGUAGES else DEFAULT


def install(app: Flask) -> None:
    """Bind Flask-Babel and remember a language that was asked for by ?taal=."""
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(TRANSLATIONS)
    babel.init_app(app, default_locale=DEFAULT, locale_selector=current_language)
    app.before_request(_remember)
    app.jinja_env.globals.update(_=translate_in_page, gettext=translate_in_page)
    app.context_processor(lambda: {"language": current_language(), "language_links": _links()})


def translate_in_page(text: str, **values: object) -> Markup:
    """The same in a template: our own words are safe there, the values in them are escaped."""
    words = Markup(_words().gettext(text))  # noqa: S704
    return words % values if values else words


def _words() -> NullTranslations:
    """All words in the language of this visitor, found once in a request."""
    found: NullTranslations | None = g.get("words")
    if found is None:
        found = g.words = _translations(current_language())
    return found


@cache
def _translations(language: str) -> NullTranslations:
    """The compiled translations; Dutch has none, for there the text is its own key.

    Where a file is missing or broken, pages are in Dutch: better than no page.
    """
    try:
        return translation("messages", TRANSLATIONS, [language], fallback=True)
    except (OSError, ValueError, struct.error) as problem:
        log.error("translations cannot be read", language=language, kind=type(problem).__name__)
        return NullTranslations()


def _remember() -> None:
    asked = request.args.get(PARAMETER)
    if asked in LANGUAGES and session.get("language") != asked:
        session["language"] = asked
        session.permanent = True


def _links() -> list[LanguageLink]:
    current = current_language()
    others = [(code, label) for code, label in LANGUAGES.items() if code != current]
    return [LanguageLink(code, label, _here(code)) for code, label in others]


def _here(code: str) -> str:
    """The page we are on, in another language; the home page when it cannot be opened."""
    return address_here(taal=code) or url_for("public.home", taal=code)
