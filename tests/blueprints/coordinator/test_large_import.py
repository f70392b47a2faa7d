"""Ten thousand rows at once: shown, taken over whole or not at all, and pupils do not wait long."""

import csv
from io import StringIO

from sqlalchemy import func, select

from quiz.domain.catalogue.files.columns import COMPANIES
from quiz.domain.catalogue.upkeep.uploaded import MOST_ROWS
from quiz.storage.tables.catalogue import CatalogueChange
from quiz.usecases.services import Services
from tests.blueprints.coordinator.rows import take
from tests.blueprints.coordinator.test_import import counts, export, send
from tests.visitor import Visitor


def many(text: str, count: int, wrong: int = 0) -> bytes:
    """So many rows that are new, made of those of an export; the last ones are wrong."""
    known = list(csv.DictReader(StringIO(text)))
    sheet = StringIO()
    writer = csv.DictWriter(sheet, list(COMPANIES.columns), extrasaction="ignore")
    writer.writeheader()
    for number in range(count):
        row = {**known[number % len(known)], "id": f"rij-{number}", "name": f"Bedrijf {number}"}
        writer.writerow({**row, "worlds": "geen:1"} if number >= count - wrong else row)
    return sheet.getvalue().encode()


def test_ten_thousand_rows_go_in_at_once(services: Services, regio: Visitor) -> None:
    page = send(regio, many(export(regio), MOST_ROWS, wrong=3))
    assert counts(page)["Nieuw"] == MOST_ROWS - 3
    assert counts(page)["Geweigerd"] == 3
    assert "Ook de andere 9.697, die hier niet staan" in page.text
    done = take(regio, page, rest=("new",))
    assert "Overgenomen: 9.997." in done.text
    assert counts(done)["Hetzelfde"] == MOST_ROWS - 3
    counted = select(CatalogueChange.version, func.count()).group_by(CatalogueChange.version)
    with services.database.reading() as session:
        assert [tuple(row) for row in session.execute(counted)] == [(2, MOST_ROWS - 3)]


def test_without_that_tick_only_what_was_shown_goes_along(regio: Visitor) -> None:
    page = send(regio, many(export(regio), 310))
    done = take(regio, page)
    assert "Overgenomen: 300." in done.text
    assert counts(done)["Nieuw"] == 10
    others = ("refused", "same", "conflict", "x")
    assert "Overgenomen: 10." in take(regio, done, rest=others).text


def test_many_refused_rows_are_folded_and_say_how_many_are_not_there(regio: Visitor) -> None:
    page = send(regio, many(export(regio), 310, wrong=305))
    assert page.document is not None
    fold = page.document.find(".//main//details")
    assert fold is not None
    assert fold.findtext("summary") == "305 rijen"
    assert len(fold.findall("ul/li")) == 300
    assert "Hier staan de eerste 300." in page.text


def test_one_row_too_many_is_refused(regio: Visitor) -> None:
    page = send(regio, many(export(regio), MOST_ROWS + 1))
    assert page.status == 422
    assert ". Er staan meer dan 10.000 rijen in" in page.text
