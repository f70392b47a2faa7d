"""A world page for who looks around without a quiz: what a region offers, with every source."""

from dataclasses import replace
from html import unescape
from xml.etree.ElementTree import Element

import pytest

from quiz.blueprints.public import region_page
from quiz.domain.bank.load import load_bank
from quiz.domain.catalogue.files.schema import Company, Event, Programme
from quiz.domain.catalogue.matching.parameters import LEAST_WEIGHT
from quiz.domain.catalogue.regional import region_offer
from tests.blueprints.pupil.result_reading import words
from tests.real import real_catalogue
from tests.visitor import Page, Visitor

WORLDS = load_bank().worlds
REAL = real_catalogue()


def lists(page: Page) -> dict[str, list[Element]]:
    """The lines of each list of the region, by its title without the number."""
    assert page.document is not None
    found = {}
    for details in page.document.iter("details"):
        summary = details.find("summary")
        assert summary is not None
        title, _space, count = words(summary).rpartition(" ")
        found[title] = list(details.iter("li"))
        assert count == f"({len(found[title])})"
    return found


@pytest.mark.parametrize("world", WORLDS)
def test_a_region_shows_programmes_companies_and_events_each_with_its_source(
    visitor: Visitor, world: str
) -> None:
    page = visitor.get(f"/werelden/{world}?plaats=Ede")
    assert "Regio FoodValley" in page.text
    found = lists(page)
    assert any(title.startswith(("Mbo niveau", "Vmbo", "Universiteit")) for title in found)
    assert "Bedrijven" in found
    for line in (line for lines in found.values() for line in lines):
        links = [link for link in line.iter("a") if link.get("class") == "source"]
        assert len(links) == 1
        assert links[0].get("href", "").startswith("http")


def test_only_what_is_really_about_the_world_and_lies_in_the_region_is_listed() -> None:
    for world in WORLDS:
        offer = region_offer(REAL, world, "foodvalley")
        programmes = [given.programme for _, found in offer.levels for given in found]
        near: list[Company | Event] = [*offer.companies, *offer.events]
        rows: list[Programme | Company | Event] = [*programmes, *near]
        for row in rows:
            assert row.worlds[world] >= LEAST_WEIGHT
            assert row.source_url
        for here in near:
            assert REAL.municipalities[here.municipality].app_region_id == "foodvalley"
        assert offer.programmes == len(programmes) > 0


def test_without_a_town_the_page_asks_for_one_and_lists_nothing_far_fetched(
    visitor: Visitor,
) -> None:
    page = visitor.get("/werelden/hitech-science")
    assert "Welke plaats?" in page.text
    assert page.form.method == "get"
    assert page.form.texts == ["plaats"]
    assert set(lists(page)) <= {"Zelf beleven"}


def test_the_form_works_by_submitting_it(visitor: Visitor) -> None:
    page = visitor.get("/werelden/hitech-science?plaats=Haarlem")
    assert page.form.values["plaats"] == "Haarlem"
    assert "Regio " in page.text


def test_a_name_that_exists_twice_is_asked_back_with_links_that_work(visitor: Visitor) -> None:
    page = visitor.get("/werelden/hitech-science?plaats=bergen")
    assert "Welke plaats bedoel je?" in page.text
    assert lists(page) == {}
    choices = [unescape(link) for link in page.links() if link.startswith("?plaats=")]
    assert len(choices) >= 2
    address = choices[0].partition("#")[0]
    assert "Regio " in visitor.get(f"/werelden/hitech-science{address}").text


@pytest.mark.parametrize("typed", ["xyzzy", "<script>", "a" * 500])
def test_a_town_that_does_not_exist_is_said_kindly(visitor: Visitor, typed: str) -> None:
    page = visitor.get(f"/werelden/hitech-science?plaats={typed}")
    assert page.status == 200
    assert "Deze plaats kennen we niet" in page.text or "Welke plaats bedoel je?" in page.text


def test_a_region_of_which_we_know_little_gets_an_honest_sentence(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer = region_offer(REAL, "hitech-science", "achterhoek")
    nothing = replace(offer, levels=(), companies=(), events=())
    monkeypatch.setattr(region_page, "region_offer", lambda *_: nothing)
    page = visitor.get("/werelden/hitech-science?plaats=Doetinchem")
    assert "Regio Achterhoek" in page.text
    assert "Dat ligt aan onze lijst" in page.text


def test_the_list_in_english_names_programmes_in_english(visitor: Visitor) -> None:
    page = visitor.get("/werelden/energie-water-veiligheid?plaats=Ede&taal=en")
    assert "Mbo level 4" in " ".join(lists(page))
    assert "looked at on" in page.text
