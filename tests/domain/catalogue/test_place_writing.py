"""However a pupil or a teacher writes a town, it is found; where that is in doubt, they choose."""

import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.domain.catalogue.places.daily_names import daily_names
from quiz.domain.catalogue.places.lookup import UnknownPlace, find_places, resolve_place
from quiz.domain.catalogue.places.names import Place
from quiz.domain.catalogue.places.reading import without_postcode
from tests.real import real_catalogue

REAL = real_catalogue()
PLACES = list(REAL.places.by_label.values())


def longest_word(place: Place) -> int:
    """How many letters it has: de Wijk is a short name."""
    return max(map(len, place.name.split()))


def town(text: str) -> str | None:
    """The name of the municipality; an UnknownPlace where it is not one."""
    code = resolve_place(REAL, text)
    return REAL.municipalities[code].name if code else None


def offered(text: str) -> list[str]:
    with pytest.raises(UnknownPlace) as asked:
        resolve_place(REAL, text)
    return [place.label for place in asked.value.suggestions]


# The municipality, and the ways in which people write that they live there.
WRITTEN = {
    "Amsterdam": "A'dam|adam|A’dam Noord|Amsterdam-Noord|Amsterdam Zuidoost|AmsterdamNoord|IJburg|"
    "ijburg|De Bijlmer|Amsterdam (Nieuw-West)|1011 AB Amsterdam",
    "Rotterdam": "R'dam|R´dam-Zuid|Rotterdam Zuid|Hoek v. Holland|Hoek van Holland, Nederland",
    "Utrecht": "Utrecht Leidsche Rijn|stad Utrecht|Utrecht (stad)|Leidsche Rijn|Vleuten, Utrecht",
    "Den Haag": "Den Haag|DenHaag|'s-Gravenhage|s Gravenhage|ʼs‑Gravenhage|Gravenhage|"
    "Den Haag Laak|Scheveningen|The Hague",
    "'s-Hertogenbosch": "Den Bosch|'s-Hertogenbosch|s Hertogenbosch|Hertogenbosch|den-bosch (NB)",
    "Bergen op Zoom": "Bergen op zoom|bergen-op-zoom|BergenopZoom",
    "Capelle aan den IJssel": "Capelle a/d IJssel|Capelle a.d. Ijssel|capelle ad yssel|"
    "Capelle aan de IJssel|CAPELLE A D ĲSSEL",
    "Alphen aan den Rijn": "Alphen ad Rijn|Alphen a/d Rijn|Alphen a.d. Rijn|Alphen aan de Rijn",
    "Haarlemmermeer": "Nw. Vennep|Nw-Vennep|Nieuw Vennep|nieuwvennep",
    "Nederweert": "Ned. Weert|nederweert (L)|Nederweert, Limburg",
    "Rucphen": "St. Willebrord|Sint Willebrord|St Willebrord|sint-willebrord",
    "Meierijstad": "St.Oedenrode|Sint Oedenrode|St-Oedenrode",
    "Hengelo": "Hengelo (O)|Hengelo Ov.|hengelo o|Hengelo, Overijssel|Hengelo (Overijssel)",
    "Bronckhorst": "Hengelo Gld|Hengelo (Gld.)|Hengelo GLD|Hengelo gem. Bronckhorst",
    "Bergen (NH.)": "Bergen (NH)|Bergen N-H|Bergen, Noord-Holland|Egmond aan Zee",
    "Bergen (L.)": "Bergen L|Bergen (L)|Bergen Limburg|Limburg, Bergen",
    "Ede": "Ede (GLD)|Ede Gld.|6711 AB Ede|Ede 6711AB|6711AB, Ede|nl-6711ab ede|gemeente Ede|"
    "Ede, Nederland|in Ede|ik woon in Ede|de gemeente Ede|Ede (gemeente)|Lunteren, Ede|Ede 12",
    "De Bilt": "3732 De Bilt|in de buurt van De Bilt|debilt",
    "Velsen": "IJmuiden|Ĳmuiden|ĳmuiden|Ymuiden|ij-muiden",
    "Leeuwarden": "Ljouwert|LJOUWERT|Grouw|Grou",
    "Súdwest-Fryslân": "Boalsert|Snits|Sneek (Friesland)|Su\u0301dwest Frysla\u0302n",
    "Wijk bij Duurstede": "Ned. Langbroek|Wijk bij Duurstede (Utr.)",
    "Son en Breugel": "Son & Breugel|Son-Breugel",
    "Rhenen": "Elst Utrecht|Elst (Ut)|Utrecht, Elst",
    "Beverwijk": "Wijk a. Zee|Wijk aan Zee",
}
CASES = [(text, name) for name, ways in WRITTEN.items() for text in ways.split("|")]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_a_town_is_found_as_people_write_it(text: str, name: str) -> None:
    assert town(text) == name


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Alphen", ["Alphen aan den Rijn", "Alphen (Gelderland)"]),
        ("Elst", ["Elst (Gelderland)", "Elst (Utrecht)"]),
        ("Schalkwijk", ["Schalkwijk (Noord-Holland)", "Schalkwijk (Utrecht)"]),
        ("Beek Gld", ["Beek (Berg en Dal)", "Beek (Montferland)"]),
        ("gemeente Bergen", ["Bergen (Limburg)", "Bergen (Noord-Holland)"]),
        ("1749 de waal", ["De Waal", "Waal"]),
        ("Zwolle, Gelderland", ["Zwolle"]),
        ("Ede of Wageningen", ["Ede", "Wageningen"]),
        ("Dorpsstraat 12, 6711 AB Ede", ["Ede"]),
        ("provincie Utrecht", ["Utrecht"]),
        ("Amsterdm Noord", ["Amsterdam"]),
        ("gemeente Alkmar", ["Alkmaar"]),
        ("Capelle a/d IJsel", ["Capelle aan den IJssel"]),
        ("L'warden", ["Leeuwarden"]),
        ("Den H.", ["Den Haag"]),
    ],
)
def test_what_is_in_doubt_is_offered_and_not_chosen(text: str, first: list[str]) -> None:
    assert offered(text)[: len(first)] == first


@pytest.mark.parametrize("text", ["DH", "Haag", "Den H"])
def test_a_part_of_a_name_offers_what_it_may_be(text: str) -> None:
    assert "Den Haag" in offered(text)


@pytest.mark.parametrize("text", ["BoZ", "B.o.Z.", "Zoom", "bergen op zom"])
def test_first_letters_last_words_and_slips_offer_the_whole_name(text: str) -> None:
    assert "Bergen op Zoom" in offered(text)


@pytest.mark.parametrize("text", ["6711", "6711AB", "6711 ab", "Noord-Holland", "Gelderland"])
def test_a_postcode_or_a_province_alone_is_no_place(text: str) -> None:
    assert offered(text) == []


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("6711 AB Ede", "Ede"),
        ("Xyzzy, 6711AB", "Xyzzy"),
        ("6711", ""),
        ("NL-6711 ab", ""),
        ("2e Exloërmond ", "2e Exloërmond "),
    ],
)
def test_of_what_was_typed_a_postcode_is_not_shown_again(typed: str, shown: str) -> None:
    assert without_postcode(typed) == shown


def outcome(text: str) -> object:
    try:
        return resolve_place(REAL, text)
    except UnknownPlace as asked:
        return [place.label for place in asked.suggestions]


ODD = "in 6711 ab Ede / . , noord o ij 's ² 🏠 \x00 gem"
APART = st.sampled_from([" ", "-", "", "  ", " - ", "\u2011", "\u00a0", "\u200b "])
NOISE = "{}| {} |gemeente {}|in {}|{}, Nederland|({})|{}!|{} NL|ik woon in {}"
POSTCODES = "6711 XB {}|6711XB {}|{} 6711 XB|{}, 6711XB"
AROUND = st.sampled_from(f"{NOISE}|{POSTCODES}".split("|"))
QUOTE = st.sampled_from(["'", "’", "‘", "´", "`", "ʼ", "′", ""])
CASE = st.sampled_from([str.upper, str.lower, str.title, str.swapcase])
FORM = st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"])


@settings(max_examples=300)
@given(st.sampled_from(PLACES), st.tuples(APART, QUOTE), AROUND, st.tuples(CASE, FORM))
def test_case_accents_spaces_and_noise_change_nothing(
    place: Place, signs: tuple[str, str], around: str, letters: tuple[Callable[[str], str], Any]
) -> None:
    apart, quote = signs
    case, form = letters
    name = place.name.replace("'", quote).replace(" ", apart)
    written = case(around.format(name))
    for text in (written, unicodedata.normalize(form, written)):
        assert outcome(text) == outcome(place.name), text


@settings(max_examples=150)
@given(st.sampled_from([each for each in PLACES if longest_word(each) > 4]), st.data())
def test_one_wrong_letter_in_a_name_still_offers_it(place: Place, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(place.name) - 1))
    letter = data.draw(st.sampled_from("aeinrst"))
    before, after = place.name[:at], place.name[at:]
    for slip in (before + letter + after, before + after[1:]):
        found = outcome(slip)
        is_area = slip.casefold() in REAL.places.areas  # Friens without its n is the word Fries
        if not is_area and found != place.municipality:
            assert not isinstance(found, list) or place.label in found


@settings(max_examples=150)
@given(st.lists(st.sampled_from(ODD.split(" ")), max_size=40))
def test_any_row_of_words_gives_a_short_list_and_no_error(words: list[str]) -> None:
    for text in (" ".join(words), "".join(words)):
        assert len(find_places(REAL, text)) <= 8
        outcome(text)


def test_every_daily_name_stands_for_a_place_of_the_list() -> None:
    found = {place.name for place in PLACES}
    assert [name for name, _ in daily_names() if name not in found] == []
