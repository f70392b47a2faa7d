"""The colleges near home: one card of one step, on the page and on paper, in both languages."""

import pytest
from flask import Flask

from quiz.results.groups_on_paper import group_on_paper
from quiz.results.step_models import NearCollege, StepGroup
from tests.visitor import Page, Visitor

NEAR = NearCollege("Noorderpoort", "https://noorderpoort.nl", "Groningen, 24 km", "", 24)


def _result(visitor: Visitor, place: str) -> Page:
    page = visitor.begin(school_type="vmbo-kb", year="3", place=place)
    while page.path != "/resultaat":
        page = visitor.submit_randomly(page)
    return page


@pytest.mark.parametrize(
    ("place", "college"),
    [("Groningen", "Noorderpoort"), ("Lelystad", "Flevoland"), ("Goes", "Scalda")],
)
def test_the_colleges_near_home_are_one_card_with_their_town_and_their_site(
    visitor: Visitor, place: str, college: str
) -> None:
    page = _result(visitor, place)
    card = page.html.partition("<h4>Bij jou in de buurt</h4>")[2].partition("</ul>")[0]
    assert page.html.count("<h4>Bij jou in de buurt</h4>") == 1
    assert college in card
    assert f"{place}, bij jou in de gemeente" in card
    assert 1 <= card.count('<a class="textlink" href="https://') <= 3
    assert visitor.get("/resultaat?taal=en").html.count("<h4>Near you</h4>") == 1


@pytest.mark.parametrize(("language", "told"), [("nl", "Bij jou in de buurt"), ("en", "Near you")])
def test_on_paper_they_are_one_line(app: Flask, language: str, told: str) -> None:
    with app.test_request_context(f"/?taal={language}"):
        line = group_on_paper(StepGroup("Straks", "", (), near_colleges=(NEAR,)), 2)["colleges"]
        none = group_on_paper(StepGroup("Straks", "", ()), 2)["colleges"]
    assert line == f"{told}: Noorderpoort, Groningen, 24 km (noorderpoort.nl)"
    assert none == ""
