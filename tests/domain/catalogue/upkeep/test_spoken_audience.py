"""For whom it is, as coordinators write it in their own lists."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.domain.catalogue.files.audience import AUDIENCE
from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.catalogue.matching.ladder import LADDER
from quiz.domain.catalogue.upkeep.spoken_audience import audience_code
from tests.domain.catalogue.test_newer_columns import AUDIENCES

VMBO = "vmbo-bb{0};vmbo-kb{0};vmbo-gl-tl{0}"
SECONDARY = f"pro;{VMBO.format('')};brugklas;havo;vwo;isk"
WORDS = ["havo", "vwo", "vmbo", "groep", "klas", "onderbouw", "en", "t/m", "1", "3", "8", "2026"]


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        ("", ""),
        ("Iedereen", ""),
        ("alle leerlingen", ""),
        ("havo:1-3; Mavo", "havo:1-3;vmbo-gl-tl"),
        ("havo:3, vwo:3", "havo:3;vwo:3"),
        ("vmbo:1-2", VMBO.format(":1-2")),
        ("VMBO-KB;", "vmbo-kb"),
        ("vmbo", VMBO.format("")),
        ("VMBO, HAVO en VWO", f"{VMBO.format('')};havo;vwo"),
        ("vmbo basis/kader", "vmbo-bb;vmbo-kb"),
        ("vmbo gl/tl 3-4", "vmbo-gl-tl:3-4"),
        ("vmbo (bb en kb)", "vmbo-bb;vmbo-kb"),
        ("vmbo-t", "vmbo-gl-tl"),
        ("gymnasium", "vwo"),
        ("voortgezet onderwijs", SECONDARY),
        ("Basisschool (groep 7 of 8)", "po"),
        ("groep 8", "po:8"),
        ("groep 7 en 8", "po:7-8"),
        ("basisschool, groep 7/8", "po:7-8"),
        ("leerlingen van groep 8 en brugklas", "po:8;brugklas"),
        ("groep 7 en 8, vmbo 1-2", f"po:7-8;{VMBO.format(':1-2')}"),
        ("havo 1-3", "havo:1-3"),
        ("havo klas 1 t/m 3", "havo:1-3"),
        ("havo (1-3)", "havo:1-3"),
        ("1e klas havo", "havo:1"),
        ("klas 1 en 2 vmbo", VMBO.format(":1-2")),
        ("havo/vwo 1-3", "havo:1-3;vwo:1-3"),
        ("havo 3, vwo 3", "havo:3;vwo:3"),
        ("havo/vwo 3 en vmbo 2", f"havo:3;vwo:3;{VMBO.format(':2')}"),
        ("vmbo en havo klas 2", f"{VMBO.format(':2')};havo:2"),
        ("onderbouw havo", "havo:1-3"),
        ("onderbouw havo/vwo", "havo:1-3;vwo:1-3"),
        ("havo onderbouw, vwo bovenbouw", "havo:1-3;vwo:4-6"),
        ("bovenbouw vmbo", VMBO.format(":3-4")),
        ("vwo 1, 2 en 3", "vwo:1-3"),
        ("alle leerjaren havo", "havo"),
    ],
)
def test_for_whom_it_is_may_be_said_as_people_do(text: str, audience: str) -> None:
    assert AUDIENCE.write(AUDIENCE.read(audience_code(text))) == audience


@pytest.mark.parametrize(
    "text",
    [
        *("vmbo, havo 3", "onderbouw havo en vwo", "havo klas 1, klas 2 vwo", "vmbo 1, 2 havo"),
        *("brugklas en klas 2", "havo, vwo klas 3, vmbo 2", "isk onderbouw", "vmbo bovenbouw 3"),
        "havo 3 vwo 3",
    ],
)
def test_a_year_that_may_belong_to_another_school_is_never_guessed(text: str) -> None:
    with pytest.raises(BadCell, match="niet zeker welk leerjaar") as refused:
        audience_code(text)
    assert refused.value.suggestion.endswith("havo 3; vwo 3.")


@pytest.mark.parametrize("text", ["havo 1 en 3", "havo 3-1", "havo 9", "groep 0"])
def test_years_that_do_not_follow_one_another_are_refused(text: str) -> None:
    with pytest.raises(BadCell, match="geen leerjaren die op elkaar volgen"):
        audience_code(text)


@pytest.mark.parametrize("text", ["10-14 jaar", "klas 1 en 2", "onderbouw", "mbo niveau 4", "h4"])
def test_what_is_no_school_type_is_not_taken_for_one_that_looks_like_it(text: str) -> None:
    with pytest.raises(BadCell, match="is geen schooltype") as refused:
        audience_code(text)
    assert refused.value.suggestion == "Schrijf het zoals vmbo, havo 1-3 of groep 7 en 8."


@pytest.mark.parametrize("text", ["po:", "po:a", "havo:3-1", "hafo:1"])
def test_what_is_written_as_the_catalogue_does_is_judged_by_its_column(text: str) -> None:
    with pytest.raises(BadCell):
        AUDIENCE.read(audience_code(text))


@given(AUDIENCES)
def test_what_the_catalogue_writes_stays_what_it_is(audience: dict[str, tuple[int, ...]]) -> None:
    assert audience_code(AUDIENCE.write(audience)) == AUDIENCE.write(audience)


@given(st.lists(st.sampled_from([*WORDS, ",", "/", "-", ";", ":", "x"]), max_size=8).map(" ".join))
def test_any_text_is_an_audience_or_refused(text: str) -> None:
    with suppress(BadCell):
        audience = AUDIENCE.read(audience_code(text))
        assert set(audience) <= set(LADDER)
        assert all(year in range(1, 9) for years in audience.values() for year in years)
