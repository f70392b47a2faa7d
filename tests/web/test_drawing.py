"""Compiled pages say what their templates say: in each language, and with every sign in place."""

import re
from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest
from flask import Flask, render_template
from jinja2 import DictLoader
from markupsafe import Markup

from quiz.app import create_app
from quiz.config import Settings
from quiz.web.pages import languages
from quiz.web.pages import templates as drawing
from tests.conftest import SECRETS, services_of

PAGES = ("/", "/werelden", "/over", "/privacy", "/start", "/meedoen", "/terug", "/inloggen")
WORDS = {"nl": "Brood & “spelen”", "en": "Bread & <b>games</b>"}


@pytest.fixture
def small_app(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Flask]:
    """Make an app with one page, in which every word is said as WORDS says."""

    def make(page: str) -> Flask:
        app = Flask("small")
        app.jinja_environment = drawing.Templates
        app.jinja_loader = DictLoader({"page.html": page})
        app.add_url_rule("/here", "here", lambda: render_template("page.html", name="<Otter>"))
        app.secret_key = "x"
        languages.install(app)
        drawing.install(app)
        return app

    def say(text: str) -> str:
        return WORDS[languages.current_language()] + text

    monkeypatch.setitem(drawing.FOLDED, "_", lambda text: Markup(say(text)))  # noqa: S704
    return make


@pytest.mark.parametrize("language", list(languages.LANGUAGES))
def test_a_page_that_was_settled_beforehand_is_the_same_to_the_letter(
    app: Flask, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled = _pages(app, language)
    environment = {name.upper(): value for name, value in SECRETS.items()}
    monkeypatch.setattr(drawing, "FOLDED", {})
    plain = create_app(Settings.from_environment({**environment, "DATA_DIR": str(tmp_path)}))
    assert settled == _pages(plain, language)
    services_of(plain).database.close()


def test_a_visitor_of_each_language_gets_its_own_words(
    small_app: Callable[[str], Flask],
) -> None:
    client = small_app("{{ _('!') }}").test_client()
    assert client.get("/here").text == "Brood & “spelen”!"
    assert client.get("/here?taal=en").text == "Bread & <b>games</b>!"
    assert client.get("/here?taal=nl").text == "Brood & “spelen”!"


def test_what_a_visitor_wrote_is_never_taken_for_a_page(
    small_app: Callable[[str], Flask],
) -> None:
    page = "{{ _('!') }} {{ name }} {{ url_for('here', q=name) }} {{ url_for('here') }}"
    assert small_app(page).test_client().get("/here").text == (
        "Brood & “spelen”! &lt;Otter&gt; /here?q=%3COtter%3E /here"
    )


def test_a_page_that_does_not_exist_is_a_mistake(app: Flask) -> None:
    with app.test_request_context("/"), pytest.raises(jinja2.TemplateNotFound):
        app.jinja_env.get_template("no/such.html")


def _pages(app: Flask, language: str) -> list[str]:
    client = app.test_client()
    pages = (client.get(f"{path}?taal={language}").text for path in PAGES)
    return [re.sub(r'(?<=name="csrf_token" value=")[^"]+', "", page) for page in pages]
