"""A pupil types a town as they like; only a municipality comes out of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.places.lookup import UnknownPlace, find_places, resolve_place
from quiz.domain.catalogue.places.names import Place
from quiz.domain.catalogue.places.spelling import fold, typing_errors, typing_errors_allowed
from tests.real import real_catalogue

REAL = real_catalogue()
ALL_PLACES = list(REAL.places.by_label.values())


def labels(catalogue: Catalogue, text: str, limit: int = 8) -> list[str]:
    return [place.label for place in find_places(catalogue, text, limit)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ede", "GM0228"),
        ("  eDE ", "GM0228"),
        ("den haag", "GM0518"),
        ("s-gravenhage", "GM0518"),
        ("'s Gravenhage", "GM0518"),
        ("’s\u2011Graveland", "GM1696"),
        ("Den Bosch", "GM0796"),
        ("IJmuiden", "GM0453"),
        ("Zaanstad", "GM0479"),
        ("sudwest fryslan", "GM1900"),
        ("Feanwalden", "GM1891"),
        ("st annaparochie", "GM1949"),
        ("Bergen (NH)", "GM0373"),
        ("Bergen (NH.)", "GM0373"),
        ("bergen noord-holland", "GM0373"),
        ("Bergen op Zoom", "GM0748"),
        ("Hengelo (Gld)", "GM1876"),
        ("Hengelo (Overijssel)", "GM0164"),
    ],
)
def test_a_town_is_known_however_it_is_written(text: str, code: str) -> None:
    assert resolve_place(REAL, text) == code


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_typing_nothing_is_allowed(text: str) -> None:
    assert resolve_place(REAL, text) is None


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("bergen", ["Bergen (Limburg)", "Bergen (Noord-Holland)"]),
        ("Hengelo", ["Hengelo (Overijssel)", "Hengelo (Gelderland)"]),
        ("hoorn", ["Hoorn (Noord-Holland)", "Hoorn (Fryslân)"]),
        ("Spijk", ["Spijk (Groningen)", "Spijk (West Betuwe)", "Spijk (Zevenaar)"]),
        ("Spaarndam", ["Spaarndam (Haarlem)", "Spaarndam (Haarlemmermeer)"]),
    ],
)
def test_a_name_that_exists_twice_is_asked_back(text: str, choices: list[str]) -> None:
    with pytest.raises(UnknownPlace) as asked:
        resolve_place(REAL, text)
    assert [place.label for place in asked.value.suggestions][: len(choices)] == choices


@pytest.mark.parametrize(
    ("text", "meant"),
    [("amstredam", "Amsterdam"), ("Alkmar", "Alkmaar"), ("harlem", "Haarlem"), ("Edde", "Ede")],
)
def test_a_small_typing_error_is_forgiven_but_asked_back(text: str, meant: str) -> None:
    with pytest.raises(UnknownPlace, match=meant) as asked:
        resolve_place(REAL, text)
    assert meant in [place.label for place in asked.value.suggestions]


def test_exact_names_come_before_beginnings(seed: Catalogue) -> None:
    assert labels(seed, "Utrecht")[:2] == ["Utrecht", "Utrechtse Heuvelrug"]
    assert labels(seed, "zaan") == ["Zaanstad", "Zaandam", "Zaandijk", "Koog aan de Zaan"]


def test_no_more_than_the_limit_is_given(seed: Catalogue) -> None:
    assert len(labels(seed, "o", 5)) == 5
    assert len(labels(seed, "o")) == 8


@pytest.mark.parametrize("place", ALL_PLACES[::7], ids=lambda place: place.label)
def test_a_label_typed_back_finds_exactly_that_place(place: Place) -> None:
    assert find_places(REAL, place.label)[0] == place
    assert resolve_place(REAL, place.label) == place.municipality


def test_every_label_belongs_to_one_place_and_every_municipality_can_be_found() -> None:
    assert len({place.label for place in ALL_PLACES}) == len(ALL_PLACES)
    assert {place.municipality for place in ALL_PLACES} == set(REAL.municipalities)
    assert all(resolve_place(REAL, place.label) == place.municipality for place in ALL_PLACES)


NAUGHTY = [
    "'; DROP TABLE places; --",
    "<script>alert(1)</script>",
    "\x00",
    "....",
    "()",
    "🏠",
    "Ede" * 10_000,
    "田中さん",
    "%s%n{0}",
]


@pytest.mark.parametrize("text", NAUGHTY, ids=range(len(NAUGHTY)))
def test_naughty_text_gives_no_place_and_no_error(text: str) -> None:
    with pytest.raises(UnknownPlace) as asked:
        resolve_place(REAL, text)
    assert text not in str(asked.value)


@settings(max_examples=50)
@given(st.text(max_size=12))
def test_any_text_gives_at_most_eight_places_always_the_same(text: str) -> None:
    found = find_places(REAL, text)
    assert len(found) <= 8
    assert len(set(found)) == len(found)
    assert find_places(REAL, text) == found


@pytest.mark.parametrize(
    ("one", "other", "errors"),
    [
        ("ede", "ede", 0),
        ("ede", "edde", 1),
        ("ede", "eed", 1),
        ("alkmaar", "alkmar", 1),
        ("amstredam", "amsterdam", 1),
        ("kaas", "koos", 2),
        ("", "ab", 2),
        ("abcd", "badc", 2),
        ("ede", "amsterdam", 3),
        ("abcd", "dcba", 3),
        ("aabbb", "bbbaa", 3),
    ],
)
def test_typing_errors_are_counted_up_to_two(one: str, other: str, errors: int) -> None:
    assert typing_errors(one, other, 2) == errors
    assert typing_errors(other, one, 2) == errors


def test_short_names_allow_fewer_errors() -> None:
    assert [typing_errors_allowed("e" * length) for length in (2, 3, 6, 7)] == [0, 1, 1, 2]


def test_folding_keeps_only_letters_and_digits() -> None:
    assert fold("'s-Gravenhage") == "sgravenhage"
    assert fold("Súdwest-Fryslân") == "sudwestfryslan"
    assert fold("2e Exloërmond") == "2eexloermond"
