"""Cells as people write them: a town, a village or a world by its name."""

import pytest

from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.catalogue.upkeep.spoken import Spoken
from tests.real import real_catalogue

SPOKEN = Spoken(real_catalogue(), {"foodvalley"})


def test_a_world_may_be_written_with_and_in_letters() -> None:
    assert SPOKEN.code("worlds", "hi-tech en science;Mens en Gezondheid:0,5") == (
        "hitech-science:1;mens-gezondheid:0,5"
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [("Iedereen", ""), ("havo:1-3; Mavo", "havo:1-3;vmbo-gl-tl"), ("VMBO-KB", "vmbo-kb")],
)
def test_for_whom_it_is_may_be_said_as_people_do(text: str, code: str) -> None:
    assert SPOKEN.code("audience", text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("GM0228", "GM0228"),
        ("ede", "GM0228"),
        ("Bennekom", "GM0228"),
        ("gemeente Ede", "GM0228"),
        ("Scherpenzeel", "GM0279"),  # there is one in Friesland too
        ("Alkmaar", "GM0361"),
    ],
)
def test_a_town_or_village_is_known_by_its_name(text: str, code: str) -> None:
    assert SPOKEN.code("municipality", text) == code
    assert SPOKEN.code("location_municipality", text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Voeding & Natuur", "voeding-natuur:1"),
        ("food and nature; Hi-tech & Science:0,4", "voeding-natuur:1;hitech-science:0,4"),
        ("voeding-natuur:0.8;", "voeding-natuur:0.8"),
        ("", ""),
    ],
)
def test_a_world_is_known_by_its_name(text: str, code: str) -> None:
    assert SPOKEN.code("worlds", text.replace(" and ", " & ")) == code


@pytest.mark.parametrize(
    ("column", "text", "reason", "advice"),
    [
        ("municipality", "", "dit vak is leeg", "Vul het in."),
        ("municipality", "Veenendal", "'Veenendal' kennen we niet", "Bedoel je Veenendaal?"),
        ("municipality", "xqzw", "'xqzw' kennen we niet", "Schrijf de naam van de gemeente."),
        ("municipality", "Bergen", "er is meer dan één 'Bergen'", "Bedoel je Bergen ("),
        ("worlds", "eten:0,5", "'eten' is geen wereld", "Kies uit: Mens & Gezondheid; "),
    ],
)
def test_what_nobody_knows_says_what_to_write(
    column: str, text: str, reason: str, advice: str
) -> None:
    with pytest.raises(BadCell) as refused:
        SPOKEN.code(column, text)
    assert refused.value.reason.startswith(reason)
    assert refused.value.suggestion.startswith(advice)
