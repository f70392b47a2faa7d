"""For whom it is, as coordinators write it in their own lists."""

from contextlib import suppress

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quiz.domain.catalogue.files.audience import AUDIENCE
from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.catalogue.matching.ladder import LADDER
from quiz.domain.catalogue.upkeep.spoken_audience import audience_code
from quiz.domain.catalogue.upkeep.spoken_schools import years_of
from quiz.usecases.attempts.schooling import YEARS
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
        ("klas 2 vmbo-tl, klas 3 havo", "vmbo-gl-tl:2;havo:3"),
        ("3 havo, 3 vwo", "havo:3;vwo:3"),
        ("tweede klas vmbo", VMBO.format(":2")),
        ("Klas 3: havo", "havo:3"),
        ("havo 3/vwo 4", "havo:3;vwo:4"),
        ("h/v 3", "havo:3;vwo:3"),
        ("groep 7, groep 8", "po:7-8"),
        ("gr. 7/8 (PO)", "po:7-8"),
        ("PO/VO", f"po;{SECONDARY}"),
        ("vo 4-5", "pro:4-5;vmbo-bb:4;vmbo-kb:4;vmbo-gl-tl:4;havo:4-5;vwo:4-5;isk:4-5"),
        ("vwo/gymnasium", "vwo"),
        ("First years, mixed (brugklas)", "brugklas"),
        ("po 7-8", "po:7-8"),
        ("PO: groep 7 en 8", "po:7-8"),
        ("havo 2e klas", "havo:2"),
        ("vmbo 3e en 4e leerjaar", VMBO.format(":3-4")),
        ("leerlingen groep 7/8", "po:7-8"),
        ("vmbo b/k/t", VMBO.format("")),
        ("groep 8 en klas 1 havo", "po:8;havo:1"),
        ("havo-vwo 3", "havo:3;vwo:3"),
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
        *("brugklas en klas 2", "havo, vwo klas 3, vmbo 2", "vmbo bovenbouw 3", "havo 3 vwo 3"),
        *("groep 7 t/m brugklas", "vmbo t/m vwo", "vmbo 1 t/m havo 3", "havo t/m 3", "t/m groep 8"),
        *("havo -3", "havo 1-", "havo 3+", "havo+", "brugklas havo/vwo", "PO/VO klas 1"),
        *("vmbo, havo klas 3", "2 klassen vmbo", "2 groepen", "havo 1 en 2e vwo", "havo 3 en vwo"),
        *("onderbouw en bovenbouw havo", "havo 1 t/m havo 3", "onderbouw vo", "isk onderbouw"),
        *("vmbo 1-2-4", "groep 3-5-7", "groep 7 en 8, 1 havo", "havo 2 klassen", "po:"),
    ],
)
def test_a_year_that_may_belong_to_another_school_is_never_guessed(text: str) -> None:
    with pytest.raises(BadCell, match="niet zeker voor welke schooltypes en leerjaren") as refused:
        audience_code(text)
    assert refused.value.suggestion.endswith("havo 3; vwo 3.")


@pytest.mark.parametrize(
    "text",
    [
        *("havo 1 en 3", "havo 3-1", "havo 9", "groep 0", "vmbo 5", "vwo 7", "mbo 4", "mbo: 4"),
        *("vmbo 3 en 9", "vmbo 20-3", "vmbo 4-5", "vo 6-12", "havo/vwo 6", "mavo/havo 5"),
    ],
)
def test_years_that_do_not_follow_one_another_are_refused(text: str) -> None:
    with pytest.raises(BadCell, match=r"de leerjaren in .* kloppen niet"):
        audience_code(text)


@pytest.mark.parametrize(
    "text",
    [
        *("10-14 jaar", "klas 1 en 2", "onderbouw", "mbo niveau 4", "h4", "vmbo?", ";", "onbekend"),
        *("alle?", "1) havo, 2) vwo", "1. havo, 2. vwo", "po:a", "hafo:1"),
        *("havo 6 leerlingen", "groep van 8 leerlingen", "m.u.v. havo", "havo " + "9" * 200),
    ],
)
def test_what_is_no_school_type_is_not_taken_for_one_that_looks_like_it(text: str) -> None:
    with pytest.raises(BadCell, match="is geen schooltype") as refused:
        audience_code(text)
    assert refused.value.suggestion == "Schrijf het zoals vmbo, havo 1-3 of groep 7 en 8."


@pytest.mark.parametrize("text", ["havo:3-1", "po:8-7", "vmbo, kader", "havo 1, havo 2"])
def test_what_is_written_as_the_catalogue_does_is_judged_by_its_column(text: str) -> None:
    with pytest.raises(BadCell):
        AUDIENCE.read(audience_code(text))


@pytest.mark.parametrize("text", ["havo/" * 60, "tl/" * 98 + "3 3", "1/" * 140 + "havo"])
def test_a_row_of_slashes_is_refused_at_once(text: str) -> None:
    """It took longer than a lesson, with two ways to read each slash."""
    with pytest.raises(BadCell):
        audience_code(text)


def test_what_is_far_too_long_is_left_to_its_column() -> None:
    assert audience_code("havo " * 80) == "havo " * 80


def test_the_years_of_a_school_type_are_those_that_a_pupil_can_choose() -> None:
    """But those of primary school, which has eight groups, and of mbo, where 4 is a level."""
    for school in set(YEARS) - {"po", "mbo", "onbekend"}:
        assert years_of(school) == YEARS[school]


@given(AUDIENCES)
def test_what_the_catalogue_writes_stays_what_it_is(audience: dict[str, tuple[int, ...]]) -> None:
    """But onbekend, which a pupil says: who writes it in a list does not know for whom it is."""
    assume("onbekend" not in audience)
    assert audience_code(AUDIENCE.write(audience)) == AUDIENCE.write(audience)


@given(st.lists(st.sampled_from([*WORDS, ",", "/", "-", ";", ":", "x"]), max_size=8).map(" ".join))
def test_any_text_is_an_audience_or_refused(text: str) -> None:
    with suppress(BadCell):
        audience = AUDIENCE.read(audience_code(text))
        assert set(audience) <= set(LADDER)
        assert all(year in range(1, 9) for years in audience.values() for year in years)
