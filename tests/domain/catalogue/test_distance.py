"""Distances that a pupil can check on a map."""

import pytest

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.places.distance import kilometres, whole_kilometres


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        ("Amsterdam", "Rotterdam", 58),
        ("Ede", "Wageningen", 9),
        ("Alkmaar", "Haarlem", 30),
        ("Groningen", "Maastricht", 268),
        ("Middelburg", "Den Helder", 176),
    ],
)
def test_known_cities_lie_as_far_apart_as_on_the_map(
    seed: Catalogue, one: str, other: str, about: int
) -> None:
    towns = {town.name: town for town in seed.municipalities.values()}
    distance = kilometres(towns[one], towns[other])
    assert distance == pytest.approx(about, abs=4)
    assert kilometres(towns[other], towns[one]) == pytest.approx(distance)


def test_the_same_municipality_is_nought_and_no_other_is(seed: Catalogue) -> None:
    ede = seed.municipalities["GM0228"]
    assert whole_kilometres(kilometres(ede, ede)) == 0
    assert whole_kilometres(0.2) == 1
    assert whole_kilometres(8.6) == 9
