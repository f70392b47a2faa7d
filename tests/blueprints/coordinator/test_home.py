"""The first page of a coordinator: the own regions in counts, and nothing of anybody else."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from quiz.domain.catalogue.upkeep.region_rows import rows_of
from quiz.usecases.services import Services
from quiz.web.runtime import catalogue
from tests.blueprints.accounts import people
from tests.blueprints.coordinator.people import FOODVALLEY, RIVIERENLAND, at_work
from tests.conftest import SetClock
from tests.visitor import Page, Visitor


def counts(page: Page) -> dict[str, list[str]]:
    """The numbers of the table, by the name of their row."""
    assert page.document is not None
    rows = page.document.iterfind(".//tbody/tr")
    lines = [["".join(cell.itertext()).strip() for cell in row] for row in rows]
    return {name: numbers for name, *numbers in lines}


def test_counts_are_those_of_the_catalogue(clean_app: Flask, set_clock: SetClock) -> None:
    checked_lately = set_clock(datetime(2026, 12, 1, tzinfo=UTC))
    page = at_work(clean_app, checked_lately, FOODVALLEY).get("/regio")
    with clean_app.test_request_context():
        rows = [
            row for row in rows_of(catalogue(), {FOODVALLEY}) if row.table.file == "companies.csv"
        ]
    shown = [row for row in rows if row.row.source_url and row.row.for_pupils]
    unsourced = [row for row in rows if not row.row.source_url]
    expected = [str(len(each)) for each in (rows, shown, unsourced, (), (), ())]
    assert counts(page)["Bedrijven"] == expected


def test_only_the_own_regions(clean_app: Flask, services: Services) -> None:
    one = at_work(clean_app, services, FOODVALLEY).get("/regio").text
    assert "FoodValley" in one
    assert "Rivierenland" not in one
    both = at_work(clean_app, services, FOODVALLEY, RIVIERENLAND, name="twee").get("/regio").text
    assert both.index("FoodValley") < both.index("Rivierenland")


@pytest.mark.parametrize("regions", [(), ("een-streek-die-er-niet-meer-is",)])
def test_without_a_region_it_says_who_gives_one(
    clean_app: Flask, services: Services, regions: tuple[str, ...]
) -> None:
    page = at_work(clean_app, services, *regions).get("/regio")
    assert "hoort nog geen regio" in page.text


def test_after_a_year_rows_are_old(
    clean_app: Flask, services: Services, set_clock: SetClock
) -> None:
    later = set_clock(services.clock() + timedelta(days=800))
    found = counts(at_work(clean_app, later, FOODVALLEY).get("/regio"))
    assert all(int(row[2]) + int(row[4]) == int(row[0]) for row in found.values())


def test_the_room_is_the_first_page_and_in_the_menu(clean_app: Flask, visitor: Visitor) -> None:
    people.make_person(clean_app, people.COORDINATOR, "coordinator")
    assert people.sign_in(visitor, people.COORDINATOR).path == "/regio"
    assert "/regio" in visitor.get("/account").links()


@pytest.mark.parametrize("role", ["teacher", "counsellor", "admin"])
def test_it_is_no_page_for_others(clean_app: Flask, visitor: Visitor, role: str) -> None:
    people.make_person(clean_app, people.COORDINATOR, role)
    people.sign_in(visitor, people.COORDINATOR)
    assert visitor.get("/regio").status == 404
