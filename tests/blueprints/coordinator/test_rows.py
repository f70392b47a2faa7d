"""The list of a coordinator: the own regions, found by name, kind, world, level and check."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from flask import Flask

from quiz.config.school_time import day_of, now
from quiz.domain.catalogue.upkeep.due import reasons
from quiz.domain.catalogue.upkeep.region_rows import RegionRow, place_of, rows_of
from quiz.usecases.services import Services
from quiz.web.pages.listing import ON_A_PAGE
from quiz.web.runtime import catalogue
from tests.blueprints.coordinator.people import FOODVALLEY, RIVIERENLAND, at_work
from tests.conftest import SetClock
from tests.visitor import Page, Visitor


def rows(app: Flask, *regions: str) -> list[RegionRow]:
    with app.test_request_context():
        return list(rows_of(catalogue(), regions))


def found(page: Page) -> int:
    """How many rows were found, on all pages together."""
    assert page.document is not None
    status = next(each for each in page.document.iter("p") if each.get("role") == "status")
    return int(str(status.text).split(maxsplit=1)[0])


def names(page: Page) -> list[str]:
    assert page.document is not None
    cells = page.document.iterfind(".//tbody/tr/th")
    return [" ".join("".join(cell.itertext()).split()) for cell in cells]


def ask(visitor: Visitor, **fields: str | int) -> Page:
    return visitor.get(f"/regio/aanbod?{urlencode(fields)}")


def test_every_row_stands_on_one_of_the_pages(clean_app: Flask, regio: Visitor) -> None:
    expected, page, seen = rows(clean_app, FOODVALLEY), regio.get("/regio/aanbod"), 0
    assert found(page) == len(expected)
    for number in range(1, -(-len(expected) // ON_A_PAGE) + 1):
        seen += len(names(ask(regio, blad=number)))
    assert seen == len(expected)


@pytest.mark.parametrize(
    ("fields", "test"),
    [
        (
            {"zoek": "EDE"},
            lambda row: "ede" in f"{row.name} {row.about} {row.municipality}".lower(),
        ),
        ({"soort": "bedrijf"}, lambda row: row.table.file == "companies.csv"),
        ({"soort": "bestaat-niet"}, lambda _row: False),
        ({"wereld": "voeding-natuur"}, lambda row: "voeding-natuur" in row.worlds),
        ({"niveau": "mbo-3"}, lambda row: row.level == "mbo-3"),
        ({"nagekeken": "zonder-bron"}, lambda row: not row.row.source_url),
        (
            {"nagekeken": "in-orde", "soort": "school"},
            lambda row: row.table.file == "institutions.csv" and not reasons(row, day_of(now())),
        ),
        ({"regio": "twente"}, lambda _row: False),
    ],
)
def test_the_list_holds_what_was_asked_for(
    clean_app: Flask, regio: Visitor, fields: dict[str, str], test: object
) -> None:
    assert callable(test)
    page = ask(regio, **fields)
    assert found(page) == sum(map(test, rows(clean_app, FOODVALLEY)))
    assert bool(names(page)) != ("Niets gevonden." in page.text)


def test_who_has_two_regions_chooses_between_them(clean_app: Flask, services: Services) -> None:
    both = at_work(clean_app, services, FOODVALLEY, RIVIERENLAND)
    counts = [len(rows(clean_app, region)) for region in (FOODVALLEY, RIVIERENLAND)]
    assert found(both.get("/regio/aanbod")) == sum(counts)
    assert found(ask(both, regio=RIVIERENLAND)) == counts[1]


def test_rows_of_another_region_are_nowhere(clean_app: Flask, regio: Visitor) -> None:
    mine = {row.name for row in rows(clean_app, FOODVALLEY)}
    other = [row.name for row in rows(clean_app, RIVIERENLAND) if row.name not in mine]
    for name in other[:5]:
        assert found(ask(regio, zoek=name)) == 0, name


def test_national_events_belong_to_no_region(clean_app: Flask) -> None:
    with clean_app.test_request_context():
        regions, events = catalogue().regions, catalogue().events.values()
    national = {event.id for event in events if event.scope == "national"}
    assert national
    assert not national & {row.key for row in rows(clean_app, *regions)}


def test_orders_turn_round_and_keep_what_was_asked_for(regio: Visitor) -> None:
    rising = ask(regio, soort="bedrijf", volgorde="naam")
    falling = ask(regio, soort="bedrijf", volgorde="-naam", blad=99)
    assert names(rising)[0] == names(falling)[-1]
    assert any("soort=bedrijf" in link and "volgorde=plaats" in link for link in rising.links())


def test_after_a_year_rows_are_old(
    clean_app: Flask, services: Services, set_clock: SetClock
) -> None:
    later = set_clock(services.clock() + timedelta(days=800))
    regio = at_work(clean_app, later, FOODVALLEY)
    sourced = [row for row in rows(clean_app, FOODVALLEY) if row.row.source_url]
    assert found(ask(regio, nagekeken="verouderd")) == len(sourced)
    assert found(ask(regio, nagekeken="in-orde")) == 0


def test_near_a_town_is_what_a_pupil_there_is_told(clean_app: Flask, regio: Visitor) -> None:
    with clean_app.test_request_context():
        home = catalogue().towns.home("GM0228")
        assert home is not None
        distances = [home.to(place_of(row.row)) for row in rows_of(catalogue(), {FOODVALLEY})]
    for km in (10, 25, 40):
        near = sum(each <= km for each in distances)
        assert found(ask(regio, rond="GM0228", km=km)) == near
    assert found(ask(regio, rond="GM0228")) == sum(each <= 10 for each in distances)
    assert found(ask(regio, rond="Ede", km=10)) == 0
    assert found(ask(regio, km=10)) == len(distances)


def test_counts_lead_to_their_rows(regio: Visitor) -> None:
    links = [link for link in regio.get("/regio").links() if link.startswith("/regio/aanbod?")]
    assert links
    for link in links:
        assert found(regio.get(link)) > 0, link
