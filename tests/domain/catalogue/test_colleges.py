"""The mbo colleges near home: who may be asked about what, and when a far place is no answer."""

from dataclasses import replace

import pytest

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.matching.parameters import (
    AS_FAR_AGAIN,
    REACH_OF_LEVEL,
    ROUND_THE_CORNER_KM,
)
from quiz.domain.catalogue.matching.suggestion import Suggestion
from quiz.domain.catalogue.matching.venues import colleges_near, venues_near

BUILDING = "wonen-werken-verkeer"


@pytest.mark.parametrize(
    ("town", "colleges"),
    [
        ("GM0228", {"ROC A12 (Technova College en Dulon College)", "Rijn IJssel"}),
        ("GM0361", {"Talland College", "Vonk"}),
        ("GM0392", {"Nova College"}),
        ("GM0687", {"Scalda"}),
        ("GM0014", {"Noorderpoort", "Alfa-college"}),
        ("GM0935", {"VISTA college Maastricht"}),
        ("GM0153", {"ROC van Twente"}),
        ("GM0034", {"ROC van Amsterdam - Flevoland, Almere"}),
    ],
)
def test_the_colleges_near_home_are_the_nearest_three_and_each_has_a_site(
    seed: Catalogue, town: str, colleges: set[str]
) -> None:
    home = seed.towns.home(town)
    found = colleges_near(seed, [named(seed, "Allround metselaar"), asked("hbo", BUILDING)], home)
    assert colleges <= {college.name for college in found}
    assert 1 <= len(found) <= 3
    assert len({college.website for college in found}) == len(found)
    assert [college.distance_km for college in found] == sorted(
        college.distance_km for college in found
    )
    assert colleges_near(seed, [asked("hbo", BUILDING)], home) == ()
    assert colleges_near(seed, [named(seed, "Allround metselaar")], None) == ()


@pytest.mark.parametrize(
    ("town", "special", "about", "not_about"),
    [
        ("GM0363", "Mediacollege Amsterdam", "Allround mediamaker", "Verzorgende IG"),
        ("GM0193", "Cibap vakschool voor vormgeving", "Allround signmaker", "Software developer"),
        (
            "GM0193",
            "Zone.college",
            "Vakbekwaam medewerker veehouderij",
            "Technicus elektrotechniek",
        ),
        ("GM0321", "SVO vakopleiding food", "Zelfstandig werkend bakker", "Metselaar"),
        ("GM0772", "SintLucas", "Mediavormgever", "Allround lasser"),
        ("GM0772", "De Rooi Pannen", "Logistiek teamleider", "Allround lasser"),
        ("GM0106", "Terra MBO", "Vakexpert teelt en groene technologie", "Basislasser"),
        ("GM0243", "SOMA College", "Machinist wegenbouw", "Airco/warmtepompmonteur"),
        ("GM0546", "Leidse instrumentmakers School", "Instrumentmaker", "Allround laborant"),
    ],
)
def test_a_specialised_college_is_asked_only_about_what_it_is_for(
    seed: Catalogue, town: str, special: str, about: str, not_about: str
) -> None:
    home = seed.towns.home(town)
    programme = named(seed, about)
    (found,) = [one for one in colleges_near(seed, [programme], home) if one.name == special]
    assert found.about == (programme.world,)
    others = colleges_near(seed, [named(seed, not_about)], home)
    assert others
    assert special not in {one.name for one in others}


@pytest.mark.parametrize(
    ("town", "about", "names"),
    [
        ("GM0153", "Opzichter/uitvoerder groene ruimte", ["Zone.college", "ROC van Twente"]),
        ("GM0599", "Basislasser", ["Techniek College Rotterdam", "Albeda", "Zadkine"]),
        ("GM1924", "Basislasser", ["Techniek College Rotterdam"]),
        ("GM0513", "Verzorgende IG", ["mboRijnland", "Hoornbeeck College"]),
        ("GM0664", "Metselaar", ["Scalda", "Hoornbeeck College"]),
        ("GM0090", "Verzorgende IG", ["Firda (eerder ROC Friese Poort)"]),
        ("GM0363", "Allround lasser", ["ROC TOP"]),
    ],
)
def test_of_equally_near_colleges_the_specialised_one_and_the_own_region_s_come_first(
    seed: Catalogue, town: str, about: str, names: list[str]
) -> None:
    found = colleges_near(seed, [named(seed, about)], seed.towns.home(town))
    assert [college.name for college in found][: len(names)] == names


def test_where_a_specialised_college_is_in_reach_it_is_one_of_the_three(seed: Catalogue) -> None:
    asked_for = named(seed, "Opzichter/uitvoerder groene ruimte")
    green = [code for one, towns in seed.mbo_sites if "telen" in one.only_tags for code in towns]
    for town in seed.municipalities:
        home = seed.towns.home(town)
        assert home
        found = colleges_near(seed, [asked_for], home)
        in_reach = min(map(home.to, green)) <= REACH_OF_LEVEL["mbo-4"].km
        assert any(one.about for one in found) is in_reach, town
        assert list(found) == sorted(found, key=lambda one: one.distance_km)


def test_of_no_mbo_programme_a_far_place_is_named_where_a_college_is_round_the_corner(
    seed: Catalogue,
) -> None:
    mbo = [row for row in seed.programmes.values() if row.level.startswith("mbo-")]
    for town in seed.municipalities:
        home = seed.towns.home(town)
        assert home
        found = {venue.distance_km for row in mbo for venue in venues_near(seed, row, home)}
        nearest = home.km[seed.little_known].min()
        assert max(found, default=0) <= ROUND_THE_CORNER_KM + AS_FAR_AGAIN * nearest + 1, town
    lelystad = seed.towns.home("GM0995")
    assert venues_near(seed, seed.programmes[named(seed, "Mediavormgever").id], lelystad) == ()


@pytest.mark.parametrize("town", ["GM1979", "GM0715", "GM0984", "GM0995", "GM0400", "GM0448"])
def test_a_college_is_named_where_it_has_a_building(seed: Catalogue, town: str) -> None:
    found = colleges_near(
        seed, [named(seed, "Middenkaderfunctionaris bouw")], seed.towns.home(town)
    )
    assert found[0].distance_km <= 20


def asked(level: str, world: str) -> Suggestion:
    """A programme without a place near home."""
    return Suggestion("x", "mbo", "X", "X", "", "", world, 1, 1.0, "", None, False, level)


def named(seed: Catalogue, name: str) -> Suggestion:
    """The mbo programme with this name, for the world that it is about most."""
    row = next(row for row in seed.programmes.values() if row.name_nl == name)
    world = max(row.worlds, key=lambda world: row.worlds[world])
    return replace(asked(row.level, world), id=row.id)
