"""Months as coordinators write them in their own lists."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.catalogue.files.months import MONTHS
from quiz.domain.catalogue.upkeep.spoken_months import PerhapsADay, months_code

SEASONS = st.tuples(st.integers(1, 12), st.integers(0, 11)).map(
    lambda season: tuple((season[0] - 1 + step) % 12 + 1 for step in range(season[1] + 1))
)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("", ""),
        ("9-11", "9-11"),
        ("3;9", "3;9"),
        ("3, 4", "3-4"),
        ("3,4,5", "3-5"),
        ("3 t/m 5", "3-5"),
        ("9–11", "9-11"),
        ("9-nov", "9-11"),  # Excel made it of 9-11
        ("26-dec", "12"),
        ("26-12-2026", "12"),
        ("11-11-2026", "11"),
        ("November 2026", "11"),
        ("nov-26", "11"),  # Excel made it of november 2026
        ("nov '26", "11"),
        ("sept.", "9"),
        ("9 november", "11"),
        ("12 november 2026", "11"),
        ("9-nov-2026", "11"),
        ("zaterdag 12 november 2026", "11"),
        ("12 t/m 14 november", "11"),
        ("12 en 19 november", "11"),
        ("30 november t/m 2 december 2026", "11-12"),
        ("5 november en 3 december", "11-12"),
        ("sep 2026 - jan 2027", "9-1"),
        ("november – februari", "11-2"),
        ("januari t/m maart en november", "1;2;3;11"),
        ("oktober 2026, maart 2027", "10;3"),
        ("maart/april", "3-4"),
        ("eind maart", "3"),
        ("febr.", "2"),
        ("nov ’26", "11"),
        ("za. 12 november 2026, 10.00-12.00 uur", "11"),
        ("2026-11-26 10:00:00", "11"),
        ("26-11-2026 t/m 2-12-2026", "11-12"),
        ("12 nov, 28 nov t/m 2 dec", "11-12"),
        ("2 november - 20 november", "11"),
        ("1 sept 2026 t/m 30 sept 2027", "1-12"),
        ("maart 2026 t/m maart 2027", "1-12"),
        ("1-9-2026 t/m 30-9-2027", "1-12"),
        ("het hele jaar door", "1-12"),
        ("maandelijks", "1-12"),
        ("12 nov-26 en 19 jan-27", "11;1"),
        ("nov-26 t/m feb-27", "11-2"),
        ("9-nov 10:00", "11"),
        ("12-11-2026 10:00", "11"),
        ("12-11-2026, 26-11-2026", "11"),
        ("26-11-2026 en 27-12-2026", "11-12"),
        ("van maart t/m mei", "3-5"),
        ("maart 2026 - mei 2026", "3-5"),
    ],
)
def test_months_may_be_said_as_people_do(text: str, months: str) -> None:
    assert MONTHS.write(MONTHS.read(months_code(text))) == months


@pytest.mark.parametrize("text", ["12-11-2026", "2026-11-09", "05-11-2026"])
def test_a_day_in_numbers_that_may_have_been_months_is_asked_about(text: str) -> None:
    with pytest.raises(PerhapsADay) as refused:
        months_code(text)
    assert f"'{text}' kan een dag zijn, of de maanden" in refused.value.reason
    assert "schrijf 11 of" in refused.value.suggestion
    assert MONTHS.read(refused.value.months)[-1] == 11


@pytest.mark.parametrize(
    "text",
    [
        *("najaar", "maandag", "week 45", "3 t/m mei", "1e week maart", "x", "-", "9.00-12.00"),
        *("sept t/m 11", "maart-april-mei", "maart t/m maart", "dec 2026 t/m nov 2026"),
        *("31-nov", "99-dec", "30 februari", "28-11-2026 t/m 26-11-2026", "3,10", "9/11"),
        *("maart t/m 31 juni", "12 nov, 31 sept", "0 maart", "30 t/m 2 april", "nov-26 feb-27"),
        *(
            "za 9-11",
            "9-11 10:00",
            "za 3",
            "wo 3/5",
            "12 nov, 10.12",
            "26.11.2026, 3.12",
            "26-11-26",
        ),
        *("28 november t/m 26 november", "from March", ", 10:00", "maart 2026 t/m maart 2026"),
    ],
)
def test_other_words_are_no_months_and_the_advice_shows_how(text: str) -> None:
    with pytest.raises(BadCell, match="zijn geen maanden") as refused:
        months_code(text)
    assert refused.value.suggestion == "Schrijf ze zoals maart, 9-11 of november 2026."


@pytest.mark.parametrize("text", ["13", "46357", "12-13", "15-3", "2026", "0"])
def test_numbers_that_are_no_months_are_left_to_the_column(text: str) -> None:
    with pytest.raises(BadCell):
        MONTHS.read(months_code(text))


@given(SEASONS)
def test_what_the_catalogue_writes_stays_what_it_is(months: tuple[int, ...]) -> None:
    assert months_code(MONTHS.write(months)) == MONTHS.write(months)


@given(st.text(st.sampled_from("0123456789 -;,/'.novemrtaijdc–&"), max_size=20))
def test_any_text_is_months_or_refused(text: str) -> None:
    with suppress(BadCell):
        assert set(MONTHS.read(months_code(text))) <= set(range(1, 13))
