"""An organisation stands once on a page, also where our list has it twice."""

from itertools import combinations, product

import pytest

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.schema import Company, Event
from quiz.domain.catalogue.matching.ladder import LADDER
from quiz.domain.catalogue.matching.match import match_next_steps
from quiz.domain.catalogue.matching.suggestion import Pupil
from quiz.domain.catalogue.organisations import MOST_ALIKE, find_organisations, key_of
from quiz.domain.catalogue.regional import region_offer
from tests.domain.catalogue.conftest import Build
from tests.domain.catalogue.small import Files, company, event

PUPIL = Pupil({"bouw": 0.6, "zorg": 0.4}, ("bouw", "zorg"), "mbo", 2, "GM0228")


def named(kind: str, name: str, website: str = "", town: str = "GM0228") -> dict[str, str]:
    """A row that is about building, in one of two kinds."""
    made = {
        "company": company("x", town, "bouw:1"),
        "event": event("x", town, "fair", "regional"),
    }
    number = f"{kind}-{sum(name.encode())}-{town.lower()}"
    return {**made[kind], "id": number, "name": name, "website": website}


ONE = [
    (named("company", "World Food Center"), named("event", "World Food Center Ede")),
    (named("company", "Technolab B.V."), named("event", "technolab")),
    (named("company", "Bouwgroep Jansen BV"), named("company", "BOUWGROEP  JANSEN", town="GM0361")),
    (named("company", "Café Ijs"), named("company", "Cafe IJs N.V.")),
    (
        named("company", "Poultry Centre", "https://www.kip.example"),
        named("event", "Het kippenlab", "https://kip.example/lab"),
    ),
    (
        named("company", "Fabriek Noord", "https://fabriek.example"),
        named("company", "Zuidelijke vestiging", "https://fabriek.example", "GM0361"),
    ),
]
TWO = [
    (named("company", "Marin"), named("event", "Marinemuseum")),
    (named("company", "Techniek Ede"), named("event", "Techniek Barneveld")),
    (named("event", "Open dag", town="GM0361"), named("event", "Open dag")),
    (
        named("event", "PET Ede", "https://pet.example"),
        named("event", "PET Alkmaar", "https://pet.example", "GM0361"),
    ),
    (
        named("company", "Bakker", "https://facebook.com/bakker"),
        named("company", "Slager", "https://facebook.com/slager"),
    ),
]


def put(files: Files, rows: tuple[dict[str, str], ...]) -> None:
    files["companies.csv"] = [row for row in rows if "sectors" in row]
    files["events.csv"] = [row for row in rows if "scope" in row]


@pytest.mark.parametrize("rows", ONE)
def test_one_organisation_in_two_rows_is_shown_once(
    files: Files, build: Build, rows: tuple[dict[str, str], ...]
) -> None:
    put(files, rows)
    steps = match_next_steps(build(files), PUPIL)
    assert len([*steps.companies, *steps.events]) == 1
    if steps.events:
        assert steps.events[0].description_nl == "Bouwt iets."


@pytest.mark.parametrize("rows", TWO)
def test_what_only_looks_alike_is_not_taken_for_one(
    files: Files, build: Build, rows: tuple[dict[str, str], ...]
) -> None:
    put(files, rows)
    catalogue = build(files)
    found: list[Company | Event] = [*catalogue.companies.values(), *catalogue.events.values()]
    assert find_organisations(found).others == {}


def test_no_pupil_and_no_region_gets_an_organisation_twice(seed: Catalogue) -> None:
    same = seed.organisations.others
    towns = [*list(seed.municipalities)[::9], "GM0228", "GM0345", "GM0453", "GM0392"]
    for town, world, school_type in product(towns, seed.world_order, ("vmbo-kb", "po")):
        pupil = Pupil({world: 1.0}, (world,), school_type, LADDER[school_type][0][0], town)
        steps = match_next_steps(seed, pupil)
        keys = [f"company/{one.id}" for one in steps.companies]
        keys += [f"event/{one.id}" for one in steps.events]
        for one_key, other_key in combinations(keys, 2):
            assert other_key not in same.get(one_key, ()), (one_key, other_key)
    for world in seed.world_order:
        for region in seed.regions:
            offer = region_offer(seed, world, region)
            rows: list[Company | Event] = [*offer.companies, *offer.events]
            for one, other in combinations(rows, 2):
                assert key_of(other) not in same.get(key_of(one), ()), (one.name, other.name)


def test_what_very_many_share_says_nothing(build: Build, files: Files) -> None:
    one = company("x", "GM0228", "bouw:1")
    for count, others in ((MOST_ALIKE, MOST_ALIKE - 1), (MOST_ALIKE + 1, 0)):
        files["companies.csv"] = [
            {**one, "id": f"c-{n}", "name": f"Naam{n}", "website": "https://alle.example"}
            for n in range(count)
        ]
        found = build(files)
        assert len(found.organisations.others_of(found.companies["c-0"])) == others
