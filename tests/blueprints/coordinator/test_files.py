"""What a coordinator takes along: the files of the catalogue, with the rows that were found."""

from pathlib import Path

import pytest
from flask import Flask

from quiz.blueprints.coordinator.kinds import KINDS
from quiz.domain.catalogue.files.csv_file import read_sheet
from quiz.domain.catalogue.files.sources import Source
from quiz.domain.catalogue.upkeep.region_rows import rows_of
from quiz.domain.spreadsheets.table_shape import Sheet
from quiz.usecases.services import Services
from quiz.web.runtime import catalogue
from tests.blueprints.coordinator.people import FOODVALLEY, at_work


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_reads_back_as_the_rows_of_the_region(
    clean_app: Flask, services: Services, tmp_path: Path, kind: str
) -> None:
    table = KINDS[kind]
    page = at_work(clean_app, services, FOODVALLEY).get(f"/regio/aanbod/{kind}.csv")
    assert page.response.headers["Content-Disposition"] == f'attachment; filename="{table.file}"'
    (tmp_path / table.file).write_bytes(page.response.data)
    sheet = read_sheet(Source(tmp_path / table.file, table.file, Sheet(table.file)), table)
    with clean_app.test_request_context():
        rows = [each.row for each in rows_of(catalogue(), {FOODVALLEY}) if each.table is table]
    assert sheet.findings == []
    assert [row for _number, row in sheet.rows] == rows


def test_a_file_holds_what_was_asked_for(clean_app: Flask, services: Services) -> None:
    regio = at_work(clean_app, services, FOODVALLEY)
    page = regio.get("/regio/aanbod?nagekeken=zonder-bron&soort=bedrijf")
    files = [link for link in page.links() if ".csv" in link]
    assert len(files) == 1
    lines = regio.get(files[0]).response.text.splitlines()
    assert f"{len(lines) - 1} van" in page.text


@pytest.mark.parametrize("kind", ["worlds", "x", "..%2f"])
def test_another_kind_is_no_file(clean_app: Flask, services: Services, kind: str) -> None:
    assert at_work(clean_app, services, FOODVALLEY).get(f"/regio/aanbod/{kind}.csv").status == 404
