"""Dutch first, English complete, and a choice that stays."""

import pytest
from flask import Flask

from quiz.domain.bank.texts import load_texts
from quiz.web.pages.languages import current_language
from tests.visitor import Page, Visitor

PATHS = ["/", "/werelden", "/over", "/privacy", "/toegankelijkheid", "/start", "/meedoen", "/terug"]


def language_of(page: Page) -> str | None:
    assert page.document is not None
    root = page.document if page.document.tag == "html" else page.document.find("html")
    assert root is not None
    return root.get("lang")


def in_the_other_language(visitor: Visitor, page: Page) -> Page:
    """By its link, or by the button of a form (tests/web/test_switching.py)."""
    assert page.document is not None
    for button in page.document.iter("button"):
        if button.get("name") == "taal":
            return visitor.post(button.get("formaction", ""), {"taal": button.get("value")})
    return visitor.get(next(link for link in page.links() if "taal=" in link))


def test_the_first_page_is_dutch_whatever_the_device_says(visitor: Visitor) -> None:
    visitor.client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en-GB,en;q=0.9"
    assert language_of(visitor.get("/")) == "nl"


@pytest.mark.parametrize("path", PATHS)
def test_every_page_is_there_in_the_other_language(visitor: Visitor, path: str) -> None:
    assert language_of(visitor.get(path)) == "nl"
    english = in_the_other_language(visitor, visitor.get(path))
    assert (language_of(english), english.path) == ("en", path)
    dutch = in_the_other_language(visitor, english)
    assert (language_of(dutch), dutch.path) == ("nl", path)


def test_the_choice_stays_on_the_whole_way(visitor: Visitor) -> None:
    visitor.get("/?taal=en")
    page = visitor.begin()
    assert language_of(page) == "en"
    assert load_texts("en").scale[5] in page.text
    assert language_of(visitor.walk_to_result("/vragen")) == "en"
    assert language_of(visitor.get("/gone")) == "en"


def test_the_choice_stays_for_the_next_pupil(visitor: Visitor) -> None:
    visitor.get("/?taal=en")
    visitor.begin()
    page = visitor.submit(visitor.get("/volgende"))
    assert language_of(page) == "en"


def test_changing_the_language_half_way_keeps_the_answers(visitor: Visitor) -> None:
    page = visitor.answer_all(visitor.begin(), "4")
    english = visitor.get("/vragen?taal=en")
    assert list(english.form.choices) == list(page.form.choices)


@pytest.mark.parametrize("asked", ["de", "", "EN", "../en", "en\x00", "nl_NL"])
def test_a_language_that_we_do_not_have_changes_nothing(visitor: Visitor, asked: str) -> None:
    page = Page(visitor.client.get("/", query_string={"taal": asked}))
    assert (page.status, language_of(page)) == (200, "nl")
    assert language_of(visitor.get("/")) == "nl"


def test_a_language_in_a_cookie_of_before_is_no_trouble(clean_app: Flask) -> None:
    client = clean_app.test_client()
    with client.session_transaction() as session:
        session["language"] = "fy"
    assert language_of(Page(client.get("/"))) == "nl"
    with clean_app.test_request_context("/?taal=en"):
        assert current_language() == "en"
