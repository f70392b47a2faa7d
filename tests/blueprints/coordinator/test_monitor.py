"""The monitor shows what is frozen of the own region, in numbers and words, and as a file."""

import csv
from io import StringIO

import pytest
from flask import Flask
from sqlalchemy import func, select

from quiz.domain.catalogue.national_figures import load_national_figures
from quiz.storage.tables.region import RegionFigure
from quiz.storage.tables.staff import StaffAction
from quiz.usecases.class_pictures.region_figure import region_years
from quiz.usecases.services import Services
from tests.blueprints.coordinator.people import FOODVALLEY, RIVIERENLAND, at_work
from tests.reading import read
from tests.usecases.class_pictures.shown_classes import EDE, Shown, place, show
from tests.visitor import Page, Visitor

PAGE, FILE = "/regio/monitor", "/regio/monitor.csv"
KINDS = (("havo", 2), ("vmbo-kb", 3))


@pytest.fixture
def regio(clean_app: Flask, services: Services) -> Visitor:
    """The browser of a coordinator in whose region two schools have classes that wait."""
    for school in ("De Eik", "De Linde"):
        place(services, school, EDE)
        for kind in KINDS:
            for _class in range(3):
                show(services, Shown(school, *kind, pupils=11))
    return at_work(clean_app, services, FOODVALLEY)


def press(regio: Visitor) -> Page:
    """Werk de monitor bij."""
    return regio.submit(regio.get(PAGE))


def rows(page: Page) -> list[list[str]]:
    """The lines of the file below its headings."""
    text = page.response.text.removeprefix("\ufeff")
    return list(csv.reader(StringIO(text), delimiter=";"))[1:]


def test_nothing_is_shown_until_somebody_asks_for_it(regio: Visitor) -> None:
    assert "Er is nog niets te zien" in regio.get(PAGE).text
    assert "2 scholen hebben gezegd" in regio.get(PAGE).text
    assert rows(regio.get(FILE)) == []
    page = press(regio)
    assert "De monitor is bijgewerkt" in page.text
    assert "12 klassen met samen ongeveer 130 leerlingen" in page.text
    again = press(regio)
    assert "nog niet genoeg nieuwe klassen" in again.text


def test_page_and_file_say_what_is_frozen_and_no_more(regio: Visitor, services: Services) -> None:
    page = press(regio)
    (year,) = read(services, region_years, FOODVALLEY)
    found = rows(regio.get(FILE))
    assert [row[2:6] for row in found] == [
        ["alle", "alle", "12", "130"],
        ["Vmbo kader", "alle", "6", "65"],
        ["Havo", "alle", "6", "65"],
        ["alle", "Leerjaar 2", "6", "65"],
        ["alle", "Leerjaar 3", "6", "65"],
        ["Vmbo kader", "Leerjaar 3", "6", "65"],
        ["Havo", "Leerjaar 2", "6", "65"],
    ]
    means = [float(cell.replace(",", ".")) for cell in found[0][6:]]
    assert means == [year.total.worlds[world] for world in services.bank.worlds]
    for figure in (year.total, *year.types.values(), *year.years.values()):
        for mean in figure.worlds.values():
            assert f"{abs(mean):.1f}".replace(".", ",") in page.text


def test_the_country_stands_beside_it_with_year_and_source(regio: Visitor) -> None:
    page = regio.get(PAGE)
    for figure in load_national_figures():
        assert figure.nl in page.text
        assert f"{figure.share}%" in page.text
        assert figure.url in page.links()


def test_another_region_cannot_be_asked_for_nor_added_to(
    regio: Visitor, services: Services
) -> None:
    assert regio.get(f"{PAGE}?regio={RIVIERENLAND}").text == regio.get(PAGE).text
    token = regio.get(PAGE).form.values["csrf_token"]
    for region in (RIVIERENLAND, "", "bestaat-niet"):
        answer = regio.post(PAGE, {"csrf_token": token, "regio": region})
        assert answer.status == 404
    with services.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(RegionFigure)) == 0


def test_another_year_is_the_last_one(regio: Visitor) -> None:
    press(regio)
    for year in ("", "1999", "99999", "-2026", "abc", "2026.0"):
        assert regio.get(f"{PAGE}?jaar={year}").text == regio.get(PAGE).text, year


def test_it_leaves_a_line_in_the_trail_when_something_came_in(
    regio: Visitor, services: Services
) -> None:
    press(regio)
    press(regio)
    with services.database.reading() as session:
        lines = session.scalars(
            select(StaffAction.action).where(StaffAction.kind == "region")
        ).all()
    assert lines == ["region figures made"]


def test_without_a_region_it_says_who_gives_one(clean_app: Flask, services: Services) -> None:
    nobodys = at_work(clean_app, services)
    assert "hoort nog geen regio" in nobodys.get(PAGE).text
    assert rows(nobodys.get(FILE)) == []


def test_gaps_stand_beside_what_draws_pupils_once_that_may_be_shown(
    regio: Visitor, services: Services
) -> None:
    before = regio.get("/regio/gaten")
    assert "zodra de monitor genoeg klassen heeft" in before.text
    press(regio)
    (year,) = read(services, region_years, FOODVALLEY)
    page = regio.get("/regio/gaten")
    assert "ongeveer 130 leerlingen" in page.text
    for mean in year.total.worlds.values():
        assert f"{abs(mean):.1f}".replace(".", ",") in page.text
    found = rows(regio.get("/regio/gaten.csv"))
    means = {float(row[-1].replace(",", ".")) for row in found}
    assert means == set(year.total.worlds.values())
