"""A text in a file of ours is a text for every spreadsheet, and comes back as it was."""

import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.domain.spreadsheets.cell_values import as_text
from quiz.domain.spreadsheets.guard import bare, guarded, in_workbook, own_text
from quiz.domain.spreadsheets.spreadsheets import Sheet, csv_text
from quiz.domain.spreadsheets.tables import rows_of, text_table
from tests.domain.spreadsheets.dutch_excel import shown

# What a Dutch or English spreadsheet would run, or make a number, a day, a time or a truth of.
CHANGED = [
    *("2E4", "1e5", "2e-3", "1,5E3", "3-4", "1-2", "1/2", "1 1/2", "1-2-2026", "2026-11-26"),
    *("10:30", "10:30:00", "9 am", "9:30 PM", "007", "00", "0123", "1.5", "1,5", "1.234", "50%"),
    *("€ 5", "$5", "(5)", "123456789012", "TRUE", "true", "WAAR", "onwaar", "1-dec", "12 jan"),
    *("mei 2026", "mrt-26", "26 november 2026", "december 3", "#N/B", "#REF!", "=2+3", "+31"),
    *("-1", "@x", "=1", " =1", " 12", "\t=1", "|x", "%x", "＝1", '=HYPERLINK("https://x.nl";"x")'),
]
KEPT = [
    *("2A", "H4b", "3 havo", "12", "0", "2a/b", "Café", "'s-Hertogenbosch", "'t Zand", "1e klas"),
    *("Mei", "maandag", "Marktplaats 2", "Junior 3", "Maria 2", "mbo-25740", "O'Neill", "", "a=b"),
]


@pytest.mark.parametrize("text", CHANGED)
def test_a_text_that_would_change_gets_an_apostrophe_and_loses_it_again(text: str) -> None:
    assert guarded(text) == "'" + text
    assert bare("'" + text) == text
    assert shown("'" + text) == "'" + text


@pytest.mark.parametrize("text", KEPT)
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text
    assert shown(text) == text


@given(st.one_of(st.text(), st.text(st.sampled_from("'=+-@\"0123456789.,:/ eE%jandecWAR#N!"))))
def test_every_text_comes_back_from_a_cell(text: str) -> None:
    assert own_text(guarded(text)) == text
    assert own_text(as_text(in_workbook(text))) == text


@given(st.text(st.sampled_from("0123456789.,:/ eE%-+'=WARTUEjandecmi"), max_size=14))
def test_what_excel_would_change_is_always_guarded(text: str) -> None:
    assert shown(guarded(text)) == guarded(text) or guarded(text).isdecimal()


@pytest.mark.parametrize("text", CHANGED)
def test_a_teachers_file_holds_a_name_as_text_and_a_day_as_a_day(text: str) -> None:
    made = csv_text(Sheet("Klas", ("Wat", "Waarde"), [(text, date(2026, 11, 26))]))
    rows = list(csv.reader(StringIO(made.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert rows[1] == ["'" + text, "2026-11-26"]
    assert shown(rows[1][1]) == "26-11-2026"
    with text_table(BytesIO(made.encode()), ["Wat"]) as table:
        assert [own_text(row.cells[0]) for row in rows_of(table)] == [text]


def test_a_very_long_text_is_looked_at_quickly() -> None:
    assert guarded("1" * 130_000) == "1" * 130_000
    assert guarded("=" + "1" * 130_000).startswith("'=")
