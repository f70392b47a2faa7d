"""Dutch first, English complete: the language of a page and the links to switch it.

Words are looked up here and not by Flask-Babel, which spends a fifth of the time of a page with
questions on finding the same translations again for each text.
"""

import struct
from functools import cache
from gettext import NullTranslations, translation
from typing import NamedTuple
from urllib.parse import urlencode

from flask import Flask, g, request, session, url_for
from flask_babel import format_decimal
from markupsafe import Markup

from quiz.config.paths import TRANSLATIONS
from quiz.domain.text.words import Words, is_large
from quiz.web.access.session_keys import LANGUAGE
from quiz.web.extensions import babel
from quiz.web.logs import log
from quiz.web.pages.addresses import address_here

LANGUAGES = {"nl": "Nederlands", "en": "English"}
DEFAULT = "nl"
PARAMETER = "taal"
ASKED = "asked_language"


class LanguageLink(NamedTuple):
    """A link to this page in another language; `page` is this page, if it can be opened."""

    code: str
    label: str
    url: str
    page: str


def translate(text: str, /, **values: object) -> str:
    """The text in the language of this visitor; the Dutch text itself is the key."""
    words = _translations(current_language()).gettext(text)
    return words % values if values else words


def in_this_language(words: str) -> str:
    """What the domain said, in the language of this visitor: what it says stands in it too."""
    if not isinstance(words, Words):
        return translate(words) if words else ""
    return translate(words.sentence, **{n: _shown(each) for n, each in words.values.items()})


def _shown(value: object) -> object:
    if isinstance(value, Words):
        return in_this_language(value)
    return format_decimal(value) if is_large(value) else value


def current_language() -> str:
    """What this visitor chose, else Dutch (schools' devices often say English by accident)."""
    try:
        language: str = g.language
    except AttributeError:  # the first who asks in this request
        language = g.language = _chosen_language()
    return language


def _chosen_language() -> str:
    asked = _asked()
    if asked in LANGUAGES:
        return asked
    chosen = session.get(LANGUAGE)
    return chosen if chosen in LANGUAGES else DEFAULT


def _asked() -> str | None:
    """What the form of this request asks for (quiz/web/pages/switching.py), else its address."""
    asked: str | None = g.get(ASKED)
    return asked or request.args.get(PARAMETER)


def install(app: Flask) -> None:
    """Bind Flask-Babel and remember a language that was asked for."""
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(TRANSLATIONS)
    babel.init_app(app, default_locale=DEFAULT, locale_selector=current_language)
    app.before_request(_remember)
    app.jinja_env.globals.update(_=translate_in_page, gettext=translate_in_page)
    app.context_processor(lambda: {"language": current_language(), "language_links": _links()})


def translate_in_page(text: str, /, **values: object) -> Markup:
    """The same in a template: our own words are safe there, the values in them are escaped."""
    words = _marked(current_language(), text)
    return words % values if values else words


@cache
def _marked(language: str, text: str) -> Markup:
    """Texts of templates as they go into a page; as many as the templates have."""
    return Markup(_translations(language).gettext(text))  # noqa: S704


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
    asked = _asked()
    if asked in LANGUAGES and session.get(LANGUAGE) != asked:
        session[LANGUAGE] = asked
        session.permanent = True


def _links() -> list[LanguageLink]:
    current = current_language()
    others = [(code, label) for code, label in LANGUAGES.items() if code != current]
    here = address_here()
    page = "" if here is None else _with(here, _told())
    there = url_for("public.home") if here is None else here
    return [
        LanguageLink(code, label, _with(there, [*_told(), (PARAMETER, code)]), page)
        for code, label in others
    ]


def _told() -> list[tuple[str, str]]:
    """What else stands in the address of this page: which block, which attempt, how sorted."""
    return [pair for pair in request.args.items(multi=True) if pair[0] != PARAMETER]


def _with(address: str, told: list[tuple[str, str]]) -> str:
    return f"{address}?{urlencode(told)}" if told else address
