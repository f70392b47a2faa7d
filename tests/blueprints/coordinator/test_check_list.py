"""The list of what to look at again: why, one press for a row, and one for all that are ticked."""

from datetime import timedelta

import pytest
from flask import Flask

from quiz.domain.catalogue.upkeep.due import reasons
from quiz.domain.catalogue.upkeep.region_rows import RegionRow, rows_of
from quiz.usecases.services import Services
from quiz.web.runtime import catalogue
from tests.blueprints.coordinator.people import FOODVALLEY, RIVIERENLAND, at_work
from tests.blueprints.coordinator.rows import MOBA, boxes, form_to, save
from tests.blueprints.coordinator.test_rows import found, names
from tests.conftest import SetClock
from tests.visitor import Page, Visitor

LIST = "/regio/nakijken"


@pytest.fixture
def later(clean_app: Flask, services: Services, set_clock: SetClock) -> Services:
    """A year on, when much is old."""
    return set_clock(services.clock() + timedelta(days=400))


@pytest.fixture
def regio(clean_app: Flask, later: Services) -> Visitor:
    return at_work(clean_app, later, FOODVALLEY)


def due(app: Flask, services: Services) -> list[RegionRow]:
    with app.test_request_context():
        rows = list(rows_of(catalogue(), {FOODVALLEY}))
    return [row for row in rows if reasons(row, services.today())]


def send(visitor: Visitor, page: Page, *rows: str) -> Page:
    token = form_to(page, LIST).values["csrf_token"]
    return visitor.post(LIST, {"csrf_token": token, "rij": list(rows)})


def test_every_row_with_a_reason_is_on_the_list(
    clean_app: Flask, later: Services, regio: Visitor
) -> None:
    rows = due(clean_app, later)
    page = regio.get(LIST)
    assert found(page) == len(rows) > 100
    unsourced = sum(not row.row.source_url for row in rows)
    assert found(regio.get(f"{LIST}?nagekeken=zonder-bron")) == unsourced
    assert found(regio.get(f"{LIST}?nagekeken=verouderd")) == len(rows) - unsourced


def test_what_is_ticked_is_right_and_leaves_the_list(
    clean_app: Flask, later: Services, regio: Visitor
) -> None:
    page = regio.get(f"{LIST}?soort=bedrijf&nagekeken=verouderd")
    before, chosen = found(page), [each.get("value", "") for each in boxes(page)][:10]
    assert len(names(page)) == len(boxes(page))
    done = send(regio, regio.get(LIST), *chosen)
    assert "Vandaag nagekeken: 10." in done.text
    assert found(regio.get(f"{LIST}?soort=bedrijf&nagekeken=verouderd")) == before - 10
    history = regio.get("/regio/wijzigingen")
    assert history.text.count("klopt nog") >= 10


def test_a_row_that_somebody_changed_meanwhile_stays_on_the_list(
    clean_app: Flask, regio: Visitor
) -> None:
    page = regio.get(f"{LIST}?zoek=moba&soort=bedrijf")
    ticked = boxes(page)[0].get("value", "")
    save(regio, regio.get(MOBA), name="Moba Anders")
    done = send(regio, regio.get(LIST), ticked)
    assert "Vandaag nagekeken: 0. 1 intussen veranderd" in done.text


def test_what_is_no_row_changes_nothing(regio: Visitor) -> None:
    for sent in ("", "x", "bedrijf", "bedrijf/moba", "wereld/x/y", "bedrijf/moba/\u0663", "///"):
        page = send(regio, regio.get(LIST), sent)
        assert page.status == 200, sent
        assert "Vandaag nagekeken: 0." in page.text, sent


def test_a_row_of_elsewhere_is_out_of_reach(
    clean_app: Flask, later: Services, regio: Visitor
) -> None:
    other = at_work(clean_app, later, RIVIERENLAND, name="ander")
    mine = boxes(regio.get(f"{LIST}?zoek=moba&soort=bedrijf"))[0].get("value", "")
    assert send(other, other.get(LIST), mine).status == 404


def test_counts_of_the_first_page_lead_to_their_rows(regio: Visitor) -> None:
    links = [link for link in regio.get("/regio").links() if link.startswith(f"{LIST}?")]
    assert links
    for link in links:
        assert found(regio.get(link)) > 0, link


def test_without_a_source_it_is_not_ticked_but_filled_in(regio: Visitor) -> None:
    page = regio.get(f"{LIST}?nagekeken=zonder-bron")
    assert boxes(page) == []
    assert "Vul in" in page.text
