"""The secondary schools of the country: real places, each once, named as a parent names them."""

import re
from collections import Counter

import pytest

from quiz.domain.catalogue.places.distance import kilometres
from tests.real import real_catalogue

SEED = real_catalogue()
SCHOOLS = [row for row in SEED.institutions.values() if row.kind == "vo"]
AT_THEIR_PLACE = [row for row in SCHOOLS if row.coord_precision == "location"]
PROFILES: dict[str, set[str]] = {row.id: set() for row in SEED.institutions.values()}
for place in SEED.rows["offerings.csv"]:
    PROFILES[place.institution_id].add(place.programme_id)
# Words of statutes and of registers, which nobody says.
STATUTORY = re.compile(
    r"\b(stichting|stg|openbare|scholengemeenschap voor|sgm|sgs|opb|chr|ned herv|lwoo|vbo)\b"
    r"|\bvoor (christelijk|gymnasium|gym|atheneum|ath|lyceum|lyc|vwo|havo|mavo|vmbo|pro)\b"
    r"|\b(loc|vest)\.|  | [-,]|Ã",
    re.IGNORECASE,
)
WIDEST_KM = 25


@pytest.mark.parametrize("name", ["Chr SGM X", "Noordzee Onderwijs Groep voor Gymnasium, Atheneum"])
def test_the_words_of_statutes_are_known(name: str) -> None:
    assert STATUTORY.search(name)


def test_no_school_is_shown_by_its_statutory_name() -> None:
    assert [row.name for row in SCHOOLS if STATUTORY.search(row.name)] == []


def test_no_school_stands_twice_in_one_municipality() -> None:
    bare = Counter((re.sub(r"\W", "", row.name).lower(), row.municipality) for row in SCHOOLS)
    assert [key for key, count in bare.items() if count > 1] == []


def test_every_school_with_a_code_stands_at_its_own_place() -> None:
    for row in SCHOOLS:
        if row.register_codes:
            assert row.coord_precision == "location", row.id
            away = kilometres(row, SEED.municipalities[row.municipality])
            assert away < WIDEST_KM, f"{row.id} lies {away:.0f} km from its municipality"


def test_what_a_school_has_says_where_that_was_read() -> None:
    kinds = {row.id: row.kind for row in SEED.institutions.values()}
    for row in SEED.rows["offerings.csv"]:
        if kinds[row.institution_id] == "vo":
            assert row.source_url, row
            assert row.checked_on, row


def test_no_school_goes_from_vmbo_to_vwo_without_havo() -> None:
    """Exams of another school's building, joined to a vmbo school, would show like this."""
    for row in SCHOOLS:
        levels = {programme.split("-")[0] for programme in PROFILES[row.id]}
        assert not {"vmbo", "vwo"} <= levels or "havo" in levels, row


def test_no_school_is_there_twice_under_two_names() -> None:
    same = Counter((row.lat, row.lon, frozenset(PROFILES[row.id])) for row in AT_THEIR_PLACE)
    assert [key for key, count in same.items() if count > 1] == []


def test_havo_and_vwo_profiles_are_known_at_real_schools() -> None:
    for level in ("havo", "vwo"):
        for profile in ("nt", "ng", "em", "cm"):
            assert len(SEED.shown_offerings[f"{level}-{profile}"]) > 450


def test_nobody_is_sent_to_ask_whether_a_university_is_in_its_own_town() -> None:
    """Where all its programmes are in one town, that is where they are."""
    for university in (row for row in SEED.institutions.values() if row.kind == "universiteit"):
        rows = [
            row
            for found in SEED.shown_offerings.values()
            for row in found
            if row.institution_id == university.id
        ]
        if {row.location_municipality for row in rows} == {university.municipality}:
            assert all(row.location_confirmed for row in rows), university.name
