"""A cell that is read and written again says the same."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.domain.catalogue.files import cells
from quiz.domain.catalogue.files.cell import number
from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.catalogue.files.months import MONTHS


@pytest.mark.parametrize(
    ("text", "months"),
    [("", ()), ("4", (4,)), ("9-11", (9, 10, 11)), ("11-2", (11, 12, 1, 2)), ("3;9", (3, 9))],
)
def test_months_are_single_ranges_or_lists_and_may_pass_new_year(
    text: str, months: tuple[int, ...]
) -> None:
    assert MONTHS.read(text) == months
    assert MONTHS.write(months) == text


@given(st.lists(st.integers(1, 12), unique=True))
def test_any_months_survive_writing_and_reading(months: list[int]) -> None:
    assert MONTHS.read(MONTHS.write(tuple(months))) == tuple(months)


WEIGHTS = st.dictionaries(
    st.from_regex(r"[a-z]{1,9}", fullmatch=True), st.integers(0, 1000), min_size=1, max_size=7
)


@given(WEIGHTS)
def test_any_world_weights_survive_writing_and_reading(thousandths: dict[str, int]) -> None:
    worlds = {world: weight / 1000 for world, weight in thousandths.items()}
    assert dict(cells.WORLDS.read(cells.WORLDS.write(worlds))) == worlds


def test_a_date_may_be_empty() -> None:
    assert cells.DATE.read("") is None
    assert cells.DATE.write(None) == ""
    assert cells.DATE.read("2026-11-21") == date(2026, 11, 21)


@given(st.text())
def test_no_text_breaks_a_cell_other_than_by_a_clear_refusal(text: str) -> None:
    kinds = (MONTHS, cells.WORLDS, cells.DATE, cells.LATITUDE, cells.URL, cells.YES_NO)
    for cell in (*kinds, cells.SLUG, cells.MUNICIPALITY, number(1, 9), cells.LIST):
        with suppress(BadCell):
            cell.read(text)


def test_a_web_address_may_begin_as_a_phone_writes_it() -> None:
    for typed in ("Https://www.School.nl/Open-dag", "HTTPS://www.School.nl/Open-dag"):
        cells.URL.admit(typed)
        assert cells.URL.read(typed) == "https://www.School.nl/Open-dag"
    assert cells.URL.read("www.school.nl/open") == "https://www.school.nl/open"
    assert cells.URL.read("") == ""
    with pytest.raises(BadCell):
        cells.URL.read("www.school")
