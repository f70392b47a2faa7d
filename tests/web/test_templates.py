"""Templates say our words in the language of the visitor, and take nothing of theirs for a page."""

from collections.abc import Callable

import jinja2
import pytest
from flask import Flask, render_template
from jinja2 import DictLoader

from quiz.web.pages import languages, templates


@pytest.fixture
def small_app() -> Callable[[str], Flask]:
    """Make an app with one page."""

    def make(page: str) -> Flask:
        app = Flask("small")
        app.jinja_environment = templates.Templates
        app.jinja_loader = DictLoader({"page.html": page})
        app.add_url_rule("/here", "here", lambda: render_template("page.html", name="<Otter>"))
        app.secret_key = "x"
        languages.install(app)
        templates.install(app)
        return app

    return make


def test_a_visitor_of_each_language_gets_its_own_words(
    small_app: Callable[[str], Flask],
) -> None:
    client = small_app("{{ _('Inloggen') }}").test_client()
    assert client.get("/here").text == "Inloggen"
    assert client.get("/here?taal=en").text == "Sign in"
    assert client.get("/here?taal=nl").text == "Inloggen"


def test_what_a_visitor_wrote_is_never_taken_for_a_page(
    small_app: Callable[[str], Flask],
) -> None:
    page = (
        "{{ _('Vraag %(number)s van %(total)s', number=name, total='&') }} {{ name }} "
        "{{ url_for('here', q=name) }} {{ url_for('here') }}"
    )
    assert small_app(page).test_client().get("/here").text == (
        "Vraag &lt;Otter&gt; van &amp; &lt;Otter&gt; /here?q=%3COtter%3E /here"
    )


def test_a_page_that_does_not_exist_is_a_mistake(app: Flask) -> None:
    with app.test_request_context("/"), pytest.raises(jinja2.TemplateNotFound):
        app.jinja_env.get_template("no/such.html")
