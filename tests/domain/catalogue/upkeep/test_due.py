"""Why a row is looked at again: no source, a year ago, or an event that comes near."""

from datetime import date
from pathlib import Path

import pytest

from quiz.domain.catalogue.files.columns import EVENTS
from quiz.domain.catalogue.files.load import load_catalogue
from quiz.domain.catalogue.upkeep.due import Due, reasons
from quiz.domain.catalogue.upkeep.region_rows import region_row
from tests.domain.catalogue.small import small_files, write_files


@pytest.mark.parametrize(
    ("months", "checked", "today", "due"),
    [
        ("3", "2026-11-01", date(2027, 1, 20), True),
        ("3", "2026-11-01", date(2026, 12, 20), False),
        ("3", "2026-11-01", date(2027, 3, 31), True),
        ("3", "2026-11-01", date(2027, 4, 1), False),
        ("3", "2027-01-10", date(2027, 1, 20), False),
        ("1", "2026-09-01", date(2026, 11, 10), True),
        ("", "2026-01-01", date(2026, 11, 10), False),
        ("3", "", date(2027, 2, 1), True),
    ],
)
def test_an_event_comes_near(
    tmp_path: Path, months: str, checked: str, today: date, due: bool
) -> None:
    files = small_files()
    files["events.csv"][0] |= {"months": months, "checked_on": checked}
    write_files(tmp_path, files)
    catalogue = load_catalogue(tmp_path)
    found = region_row(catalogue, EVENTS, catalogue.events["dichtbij"])
    assert (Due.SOON in reasons(found, today)) is due
