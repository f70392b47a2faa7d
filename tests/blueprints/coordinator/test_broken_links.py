"""A link that fails: on the list and counted, until it is mended or answers again."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from flask import Flask

from quiz.domain.catalogue.upkeep.links import Outcome, Tried
from quiz.usecases.links.kept import Found, note_tries
from quiz.usecases.services import Services
from quiz.web.runtime import catalogue
from tests.blueprints.coordinator.people import RIVIERENLAND, at_work
from tests.blueprints.coordinator.rows import MOBA, save
from tests.blueprints.coordinator.test_home import counts
from tests.blueprints.coordinator.test_rows import found
from tests.visitor import Visitor

BROKEN = "/regio/nakijken?nagekeken=link"


@pytest.fixture
def website(clean_app: Flask) -> str:
    with clean_app.test_request_context():
        address = catalogue().companies["moba"].website
    assert address
    return address


def note(services: Services, address: str, outcome: Outcome, days: int = 0) -> None:
    status = 404 if outcome is Outcome.GONE else None
    moment = services.clock() + timedelta(days=days)
    note_tries(services.database, [Found(address, Tried(outcome, status), moment)])


def test_a_page_that_is_gone_is_on_the_list_with_why(
    services: Services, regio: Visitor, website: str
) -> None:
    assert found(regio.get(BROKEN)) == 0
    note(services, website, Outcome.GONE)
    page = regio.get(BROKEN)
    assert found(page) == 1
    assert "Website: bestaat niet meer (404), sinds " in page.text
    assert "Website: bestaat niet meer (404), sinds " in regio.get(MOBA).text
    assert counts(regio.get("/regio"))["Bedrijven"][3] == "1"
    assert "link stuk" in regio.get("/regio/aanbod?zoek=moba&soort=bedrijf").text
    file = regio.get("/regio/aanbod/bedrijf.csv?nagekeken=link").html
    assert [row["id"] for row in csv.DictReader(StringIO(file))] == ["moba"]


def test_silence_counts_on_the_second_day(services: Services, regio: Visitor, website: str) -> None:
    note(services, website, Outcome.SILENT)
    note(services, website, Outcome.SILENT)
    assert found(regio.get(BROKEN)) == 0
    note(services, website, Outcome.SILENT, days=7)
    page = regio.get(BROKEN)
    assert found(page) == 1
    assert "Website: geen antwoord, sinds " in page.text


@pytest.mark.parametrize("outcome", [Outcome.GOOD, Outcome.CLOSED])
def test_what_answers_again_leaves_the_list(
    services: Services, regio: Visitor, website: str, outcome: Outcome
) -> None:
    note(services, website, Outcome.GONE)
    note(services, website, outcome, days=1)
    assert found(regio.get(BROKEN)) == 0


def test_what_is_mended_leaves_the_list(services: Services, regio: Visitor, website: str) -> None:
    note(services, website, Outcome.GONE)
    save(regio, regio.get(MOBA), website="https://www.moba.example/nieuw")
    assert found(regio.get(BROKEN)) == 0


def test_a_link_of_elsewhere_is_on_no_list_here(
    clean_app: Flask, services: Services, website: str
) -> None:
    note(services, website, Outcome.GONE)
    other = at_work(clean_app, services, RIVIERENLAND, name="ander")
    assert found(other.get(BROKEN)) == 0
