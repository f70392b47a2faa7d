"""Columns by the names that our own pages give them, and what is said of those that lack."""

import pytest
from flask import Flask

from quiz.blueprints.coordinator.import_columns_page import labels
from quiz.blueprints.coordinator.kinds import KINDS
from quiz.domain.catalogue.upkeep.uploaded import proposed_mapping
from quiz.usecases.services import Services
from tests.blueprints.coordinator.people import FOODVALLEY, at_work
from tests.blueprints.coordinator.test_import import OWN_LIST, counts, send
from tests.domain.spreadsheets.workbook import book, cells


@pytest.mark.parametrize("word", KINDS)
def test_what_our_pages_call_a_column_it_may_be_called_in_a_file(app: Flask, word: str) -> None:
    table = KINDS[word]
    for language in ("nl", "en"):
        with app.test_request_context(f"/?taal={language}"):
            called = labels(table)
        for label, column in called.items():
            assert proposed_mapping([label], table, called) == [column]


def test_a_column_that_is_lacking_is_named_before_every_row_is_refused(
    clean_app: Flask, services: Services
) -> None:
    regio = at_work(clean_app, services, FOODVALLEY)
    without = "\n".join(
        ";".join([*line.split(";")[:4], *line.split(";")[5:]]) for line in OWN_LIST.splitlines()
    )
    columns = send(regio, without.encode("cp1252"))
    assert "Nog niet aangewezen: Wat ze doen, in het Engels." in columns.text
    shown = regio.submit(columns, action="columns")
    assert "In dit bestand is niet aangewezen: Wat ze doen, in het Engels." in shown.text
    assert counts(shown)["Geweigerd"] == 3


def test_an_example_holds_only_signs_that_a_page_may_hold(
    clean_app: Flask, services: Services
) -> None:
    """Of a workbook too: it can hold half a letter, and signs that steer a printer."""
    regio = at_work(clean_app, services, FOODVALLEY)
    written = cells("Naam", "Iets") + cells("Fab_xD800_", "_x0000_a_x001B_b\u202ec", row=2)
    columns = send(regio, book(written), name="lijst.xlsx")
    assert columns.status == 200
    assert "Wat staat in welke kolom?" in columns.text
    assert " Fab " in columns.text
    assert " abc " in columns.text
