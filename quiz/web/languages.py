"""Dutch first, English complete: the language of a page and the links to switch it."""

from typing import NamedTuple

from flask import Flask, request, session, url_for
from flask_babel import gettext

from quiz.extensions import babel
from quiz.paths import TRANSLATIONS
from quiz.web.addresses import address_here

LANGUAGES = {"nl": "Nederlands", "en": "English"}
DEFAULT = "nl"
PARAMETER = "taal"


class LanguageLink(NamedTuple):
    """A link to this page in a language."""

    code: str
    label: str
    url: str
    current: bool


def translate(text: str, **values: object) -> str:
    """The text in the language of this visitor; the Dutch text itself is the key."""
    return str(gettext(text, **values))


def current_language() -> str:
    """What this visitor chose, else Dutch (schools' devices often say English by accident)."""
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
    app.context_processor(lambda: {"language": current_language(), "language_links": _links()})


def _remember() -> None:
    asked = request.args.get(PARAMETER)
    if asked in LANGUAGES and session.get("language") != asked:
        session["language"] = asked
        session.permanent = True


def _links() -> list[LanguageLink]:
    current = current_language()
    return [
        LanguageLink(code, label, _here(code), code == current) for code, label in LANGUAGES.items()
    ]


def _here(code: str) -> str:
    """The page we are on, in another language; the home page when it cannot be opened."""
    return address_here(taal=code) or url_for("public.home", taal=code)
