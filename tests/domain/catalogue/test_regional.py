"""What a region offers in a world: only its own, only with a source, the closest to it first."""

from quiz.domain.catalogue.regional import national_events, region_of, region_offer
from tests.domain.catalogue.conftest import Build
from tests.domain.catalogue.small import Files, company, event, offering, programme


def test_programmes_stand_by_level_with_every_place_of_the_region(
    files: Files, build: Build
) -> None:
    files["programmes.csv"].append(programme("metselen", "mbo-3", "bouw:0.5"))
    files["offerings.csv"] += [
        offering("metselen", "vak", "GM0228", "bbl"),
        offering("bouwen", "vak", "GM0228", "bol"),
    ]
    offer = region_offer(build(files), "bouw", "gelderland")
    assert [level for level, _ in offer.levels] == ["vmbo", "mbo-3"]
    (_, (first, second)) = offer.levels[1]
    assert (first.programme.id, first.places) == ("timmeren", (("Vak", "Ede"),))
    assert second.programme.id == "metselen", "less about this world, so later"
    assert offer.programmes == 3


def test_companies_and_events_of_elsewhere_or_without_a_source_are_not_listed(
    files: Files, build: Build
) -> None:
    files["companies.csv"] += [company("zeeuws", "GM0687", "bouw:1")]
    files["companies.csv"] += [{**company("gerucht", "GM0228", "bouw:1"), "source_url": ""}]
    files["events.csv"] += [event("zeeuwse-dag", "GM0687", "fair", "regional")]
    catalogue = build(files)
    offer = region_offer(catalogue, "bouw", region_of(catalogue, "GM0228"))
    assert [row.id for row in offer.companies] == ["bouwer"]
    assert [row.id for row in offer.events] == ["dichtbij"]
    assert [row.id for row in national_events(catalogue, "zorg")] == ["landelijk"]
