"""The gaps of a region: the table says what the catalogue holds, and only of the own region."""

import pytest
from flask import Flask

from quiz.blueprints.coordinator import gaps_page
from quiz.blueprints.coordinator.liked import Liked
from quiz.blueprints.coordinator.monitor_parts import STANDS_OUT
from quiz.domain.catalogue.upkeep.gaps import DISTANCES, STEPS, gaps_of
from quiz.usecases.services import Services
from quiz.web.runtime import catalogue
from tests.blueprints.coordinator.people import FOODVALLEY, RIVIERENLAND, at_work
from tests.blueprints.coordinator.rows import form_to, save
from tests.blueprints.coordinator.test_home import counts
from tests.visitor import Page


@pytest.mark.parametrize("km", DISTANCES)
def test_the_table_says_what_the_catalogue_holds(
    clean_app: Flask, services: Services, km: int
) -> None:
    page = at_work(clean_app, services, FOODVALLEY).get(f"/regio/gaten?afstand={km}")
    with clean_app.test_request_context():
        gaps = gaps_of(catalogue(), FOODVALLEY)
    said = [words for row in counts(page).values() for words in row]
    every = len(gaps[0].nearest)
    assert said == [f"{every - len(gap.without(km))} van {every}" for gap in gaps]
    assert len([link for link in page.links() if "/regio/gaten/" in link]) == sum(
        bool(gap.without(km)) for gap in gaps
    )


@pytest.mark.parametrize("is_largest", [True, False])
def test_the_largest_gap_is_named_once_also_where_pupils_like_that_world(
    clean_app: Flask, services: Services, monkeypatch: pytest.MonkeyPatch, is_largest: bool
) -> None:
    with clean_app.test_request_context():
        found = gaps_of(catalogue(), FOODVALLEY)
    sizes = [len(gap.without(10)) for gap in found]
    largest = found[sizes.index(max(sizes))]
    world = next(gap.world for gap in found if (gap.world == largest.world) is is_largest)
    drawn = Liked("2025-2026", 60, {world: STANDS_OUT})
    monkeypatch.setattr(gaps_page, "liked", lambda _region: drawn)
    said = at_work(clean_app, services, FOODVALLEY).get("/regio/gaten?afstand=10").text
    assert ("Het grootste gat ligt in een wereld die meer trekt." in said) is is_largest
    assert ("Het grootste gat in een wereld die meer trekt: " in said) is not is_largest


def test_a_cell_leads_to_who_has_nothing_and_who_could_fill_it(
    clean_app: Flask, services: Services
) -> None:
    regio = at_work(clean_app, services, FOODVALLEY)
    with clean_app.test_request_context():
        gap = next(each for each in gaps_of(catalogue(), FOODVALLEY) if each.without(10))
    link = f"/regio/gaten/{gap.world}/{gap.step}?regio={FOODVALLEY}&afstand=10"
    assert link in regio.get("/regio/gaten?afstand=10").links()
    page = regio.get(link)
    without = gap.without(10)
    assert f"niets voor {len(without)} van de {len(gap.nearest)}" in page.text
    assert set(counts(page)) == {each.municipality.name for each in without}
    assert "Wie kan dit gat vullen?" in page.text


@pytest.mark.parametrize(
    ("step", "kind"), [("bedrijf", "bedrijf"), ("beleven", "evenement"), ("mbo", "opleiding")]
)
def test_a_gap_leads_to_the_form_that_fills_it(
    clean_app: Flask, services: Services, step: str, kind: str
) -> None:
    regio = at_work(clean_app, services, FOODVALLEY)
    form = f"/regio/nieuw/{kind}?wereld=hitech-science"
    form += f"&stap={step}" if kind == "opleiding" else ""
    assert form in regio.get(f"/regio/gaten/hitech-science/{step}").links()
    values = form_to(regio.get(form), f"/regio/nieuw/{kind}").values
    assert values.get("worlds-hitech-science") == (None if kind == "opleiding" else "1")
    assert regio.get(f"/regio/nieuw/{kind}?wereld=nergens").status == 200


def test_the_file_has_every_distance(clean_app: Flask, services: Services) -> None:
    text = at_work(clean_app, services, FOODVALLEY).get("/regio/gaten.csv").response.text
    lines = text.splitlines()
    assert lines[0].endswith("Gemeenten zonder;Hoe de wereld leerlingen trekt (monitor)")
    assert len(lines) == 1 + len(DISTANCES) * len(STEPS) * 7
    assert all("FoodValley;" in line for line in lines[1:])


def test_another_region_cannot_be_asked_for(clean_app: Flask, services: Services) -> None:
    regio = at_work(clean_app, services, FOODVALLEY)
    asked = regio.get(f"/regio/gaten?regio={RIVIERENLAND}")
    assert "Rivierenland" not in asked.text
    assert asked.text == regio.get("/regio/gaten").text


@pytest.mark.parametrize("path", ["hitech-science/x", "x/mbo", "x/x", "hitech-science/mbo-4"])
def test_a_gap_that_there_is_not(clean_app: Flask, services: Services, path: str) -> None:
    assert at_work(clean_app, services, FOODVALLEY).get(f"/regio/gaten/{path}").status == 404


def test_another_distance_is_the_usual_one(clean_app: Flask, services: Services) -> None:
    regio = at_work(clean_app, services, FOODVALLEY)
    for km in ("", "0", "11", "-10", "abc", "9" * 40, "25.0"):
        assert regio.get(f"/regio/gaten?afstand={km}").text == regio.get("/regio/gaten").text, km


def test_without_a_region_it_says_who_gives_one(clean_app: Flask, services: Services) -> None:
    regio = at_work(clean_app, services)
    assert "hoort nog geen regio" in regio.get("/regio/gaten").text
    assert regio.get("/regio/gaten/hitech-science/mbo").status == 404
    assert len(regio.get("/regio/gaten.csv").response.text.splitlines()) == 1


def options(page: Page, name: str) -> list[str]:
    """What can be chosen in a list."""
    assert page.document is not None
    select = next(each for each in page.document.iter("select") if each.get("name") == name)
    return [text for each in select.iter("option") if (text := each.get("value"))]


def test_the_form_that_fills_a_gap_offers_the_programmes_that_fill_it(
    clean_app: Flask, services: Services
) -> None:
    regio = at_work(clean_app, services, FOODVALLEY)
    page = regio.get("/regio/nieuw/opleiding?wereld=hitech-science&stap=mbo")
    every = regio.get("/regio/nieuw/opleiding")
    assert "Hi-tech & Science, Mbo. Toon alle opleidingen" in page.text
    assert "Toon alle" not in every.text
    assert "/regio/nieuw/opleiding" in page.links()
    offered = options(page, "programme_id")
    assert 3 < len(offered) < len(options(every, "programme_id")) / 3
    with clean_app.test_request_context():
        found = [catalogue().programmes[each] for each in offered]
    assert all(each.level.startswith("mbo-") for each in found)
    assert all(each.worlds.get("hitech-science") for each in found)


def test_a_gap_of_a_vmbo_can_be_filled_at_a_school_of_the_region(
    clean_app: Flask, services: Services
) -> None:
    regio = at_work(clean_app, services, FOODVALLEY)
    page = regio.get("/regio/nieuw/opleiding?wereld=digitaal-media-entertainment&stap=vmbo")
    with clean_app.test_request_context():
        every = catalogue().institutions
        given = {
            (row.programme_id, row.institution_id) for row in catalogue().rows["offerings.csv"]
        }
    own = [each for each in options(page, "institution_id") if every[each].kind == "vo"]
    assert 10 < len(own) < 60, "those of the region, not those of the country"
    programme = options(page, "programme_id")[0]
    school = next(each for each in own if (programme, each) not in given)
    sent = {
        "programme_id": programme,
        "institution_id": school,
        "mode": "voltijd",
        "location_municipality": every[school].municipality,
        "location_confirmed": "yes",
        "source_url": "https://example.org/bron",
        "confirmed": "yes",
    }
    added = save(regio, page, "/regio/nieuw/opleiding", **sent)
    assert "Toegevoegd." in added.text
