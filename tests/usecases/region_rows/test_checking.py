"""A row that is still right gets the day of today, and stays of whoever wrote it."""

from pathlib import Path

import pytest

from quiz.storage.tables.staff import Staff
from quiz.usecases.region_rows.changing import change_row, check_rows
from quiz.usecases.services import Services
from tests.domain.catalogue.small import small_files
from tests.usecases.region_rows.small_region import (
    BOUWER,
    VAK,
    load_small,
    now,
    row,
    seen,
)

pytestmark = pytest.mark.usefixtures("loaded")


def test_checked_today_keeps_who_wrote_it_and_outlives_the_files(
    services: Services, staff: Staff, tmp_path: Path
) -> None:
    rows = [seen(services, BOUWER), seen(services, VAK)]
    assert check_rows(services, staff, now(services), rows) == (2, 0)
    assert row(services, BOUWER).origin == "seed"
    today = services.today().isoformat()
    load_small(services, tmp_path)
    assert row(services, BOUWER).cells["checked_on"] == today
    files = small_files()
    files["companies.csv"][0]["name"] = "Beter"
    load_small(services, tmp_path, files)
    assert row(services, BOUWER).cells["name"] == "Beter", "a newer file may still change it"


def test_of_ticked_rows_those_that_changed_meanwhile_are_left(
    services: Services, staff: Staff
) -> None:
    rows = [seen(services, BOUWER), seen(services, VAK)]
    change_row(services, staff, now(services), rows[0], {"name": "Anders"})
    assert check_rows(services, staff, now(services), rows) == (1, 1)


def test_without_a_source_there_is_nothing_to_check_against(
    services: Services, staff: Staff
) -> None:
    change_row(services, staff, now(services), seen(services, BOUWER), {"source_url": ""})
    assert check_rows(services, staff, now(services), [seen(services, BOUWER)]) == (0, 0)
