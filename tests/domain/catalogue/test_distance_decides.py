"""Among equals the nearer goes first, and more distance never raises a row."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.domain.catalogue.catalogue import Catalogue, build_catalogue
from quiz.domain.catalogue.files.schema import Company, Programme
from quiz.domain.catalogue.matching.match import match_next_steps
from quiz.domain.catalogue.matching.suggestion import Pupil
from tests.real import real_catalogue

REAL = real_catalogue()
TOWNS = sorted(REAL.municipalities)
CHANCES = {world: (0.4 if place == 0 else 0.1) for place, world in enumerate(REAL.world_order)}
PUPIL = Pupil(CHANCES, REAL.world_order, "vmbo-kb", 4, "GM0228")
TOWN = st.sampled_from(TOWNS)


def with_twins(one_town: str, other_town: str) -> Catalogue:
    """The catalogue with two equal programmes and two equal companies, each in one town."""
    programme: Programme = replace(
        REAL.programmes["vmbo-pie"], kind="mbo", level="mbo-4", worlds={REAL.world_order[0]: 1.0}
    )
    company: Company = replace(REAL.companies["moba"], worlds={REAL.world_order[0]: 1.0})
    offering = REAL.rows["offerings.csv"][0]
    rows = {file: list(found) for file, found in REAL.rows.items()}
    for name, town in (("twin-one", one_town), ("twin-other", other_town)):
        rows["programmes.csv"].append(replace(programme, id=name, name_nl="Tweeling"))
        rows["offerings.csv"].append(
            replace(offering, programme_id=name, location_municipality=town)
        )
        rows["companies.csv"].append(replace(company, id=name, name="Tweeling", municipality=town))
    return build_catalogue(rows)


def places(catalogue: Catalogue, pupil: Pupil) -> list[dict[str, int]]:
    """Where each card stands, 1 = first: of the programmes now, and of the companies."""
    steps = match_next_steps(catalogue, pupil)
    return [
        {card.id: place for place, card in enumerate(cards, 1)}
        for cards in (steps.programmes_now, steps.companies)
    ]


@settings(max_examples=12)
@given(TOWN, TOWN, TOWN)
def test_of_two_equals_the_nearer_is_never_behind(home: str, one: str, other: str) -> None:
    pupil = replace(PUPIL, municipality=home)
    here = REAL.towns.home(home)
    assert here is not None
    if here.to(one) > here.to(other):
        one, other = other, one
    for place in places(with_twins(one, other), pupil):
        nearer, farther = place.get("twin-one", 99), place.get("twin-other", 99)
        assert nearer <= farther


@settings(max_examples=12)
@given(TOWN, TOWN, TOWN, TOWN)
def test_a_row_that_moves_away_never_rises(home: str, near: str, far: str, twin: str) -> None:
    pupil = replace(PUPIL, municipality=home)
    here = REAL.towns.home(home)
    assert here is not None
    if here.to(near) > here.to(far):
        near, far = far, near
    before = places(with_twins(near, twin), pupil)
    after = places(with_twins(far, twin), pupil)
    for was, now in zip(before, after, strict=True):
        assert now.get("twin-one", 99) >= was.get("twin-one", 99)


@pytest.mark.parametrize("far", ["GM0687", "GM0935", "GM1966"])
def test_a_row_far_away_gives_way_to_its_equal_next_door(far: str) -> None:
    catalogue = with_twins(far, "GM0228")
    now, companies = places(catalogue, PUPIL)
    assert now["twin-other"] < now.get("twin-one", 99)
    assert companies["twin-other"]
    assert "twin-one" not in companies
