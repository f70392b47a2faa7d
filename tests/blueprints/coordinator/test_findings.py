"""What is wrong with a row or a file is said in the language of the page."""

import pytest
from flask import Flask

from quiz.domain.text.words import Words
from quiz.usecases.services import Services
from quiz.web.pages.languages import in_this_language
from tests.blueprints.coordinator.people import FOODVALLEY, at_work
from tests.blueprints.coordinator.rows import save
from tests.blueprints.coordinator.test_import import send
from tests.visitor import Visitor

ENGLISH = "?taal=en"


@pytest.fixture
def regio(clean_app: Flask, services: Services) -> Visitor:
    visitor = at_work(clean_app, services, FOODVALLEY)
    visitor.get(f"/regio{ENGLISH}")
    return visitor


def test_an_english_form_says_what_is_wrong_in_english(regio: Visitor) -> None:
    path = "/regio/nieuw/bedrijf"
    page = save(regio, regio.get(path), path)
    assert "this cell is empty. Fill it in." in page.text
    assert "dit vak is leeg" not in page.text


def test_an_english_import_says_what_is_wrong_in_english(regio: Visitor) -> None:
    page = send(regio, b"name,municipality,worlds,url\nEen,Nergenshuizen,voeding-natuur,x y\n")
    for words in (
        "'Nergenshuizen' is no place that we know",
        "'x y' is not a web address",
    ):
        assert words in page.text, page.text
    assert ". This file is empty" in send(regio, b" \n ").text


def test_words_inside_words_are_told_as_well(clean_app: Flask) -> None:
    inner = Words("Download het opnieuw.")
    outer = Words("Zijn de kolommen verschoven? %(again)s", again=inner)
    with clean_app.test_request_context(f"/{ENGLISH}"):
        assert in_this_language(outer) == "Did the columns shift? Download it again."
        assert in_this_language("") == ""
        assert in_this_language("Van een mens") == "Van een mens"
