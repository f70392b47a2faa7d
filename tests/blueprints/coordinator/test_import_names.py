"""Columns by the names that our own pages give them, and what is said of those that lack."""

from itertools import cycle

import pytest
from flask import Flask

from quiz.blueprints.coordinator.agenda_form import KNOWN_SCHOOLS
from quiz.blueprints.coordinator.choice_words import choice_word
from quiz.blueprints.coordinator.import_columns_page import labels
from quiz.blueprints.coordinator.kinds import KINDS
from quiz.domain.catalogue.files.schema import EVENT_KINDS, INSTITUTION_KINDS, MODES, SIZES
from quiz.domain.catalogue.upkeep.spoken import Spoken
from quiz.domain.catalogue.upkeep.uploaded import proposed_mapping
from quiz.usecases.services import Services
from quiz.web.pages.schooling import school_type_name
from quiz.web.runtime import catalogue
from tests.blueprints.coordinator.people import FOODVALLEY, at_work
from tests.blueprints.coordinator.rows import take
from tests.blueprints.coordinator.test_import import OWN_LIST, counts, send
from tests.domain.spreadsheets.workbook import book, cells
from tests.real import real_catalogue


@pytest.mark.parametrize("word", KINDS)
def test_what_our_pages_call_a_column_it_may_be_called_in_a_file(app: Flask, word: str) -> None:
    table = KINDS[word]
    for language in ("nl", "en"):
        with app.test_request_context(f"/?taal={language}"):
            called = labels(table)
        for label, column in called.items():
            assert proposed_mapping([label], table, called) == [column]


def test_what_our_pages_call_a_value_it_may_be_called_in_a_file(app: Flask) -> None:
    spoken = Spoken(real_catalogue(), {FOODVALLEY})
    for language in ("nl", "en"):
        with app.test_request_context(f"/?taal={language}"):
            for word in (*INSTITUTION_KINDS, *EVENT_KINDS):
                assert spoken.code("kind", choice_word(word)) == word
            for mode, size in zip(MODES, cycle(SIZES), strict=False):
                assert spoken.code("mode", choice_word(mode)) == mode
                assert spoken.code("size_class", choice_word(size)) == size
            for school in KNOWN_SCHOOLS:
                assert spoken.code("audience", school_type_name(school)) == school


def test_columns_are_called_as_the_file_calls_them(clean_app: Flask, services: Services) -> None:
    regio = at_work(clean_app, services, FOODVALLEY)
    names = "Activiteit;LOCATIE;Wanneer;Wereld;Type;Source URL;Doelgroep;Iets"
    row = "Doedag;Ede;maart;Digitaal;dag;x.nl;vmbo;?"
    columns = send(regio, f"{names}\n{row}".encode(), "evenement")
    assert "Wat staat in welke kolom?" in columns.text
    for name in names.split(";"):
        assert name in columns.text
    assert [columns.form.values[f"kolom-{place}"] for place in range(8)] == [
        *("name", "municipality", "months", "worlds", "kind", "source_url", "audience", "")
    ]


def test_events_come_in_as_a_dutch_list_says_them(clean_app: Flask, services: Services) -> None:
    regio = at_work(clean_app, services, FOODVALLEY)
    events = (
        "Naam;Soort;Gemeente;Maanden;Werelden;Website;Bron;Voor wie;Op de eigen site nagekeken",
        "Techniekdag;Dag;Bennekom;maart;Hi-tech en science;www.x.nl;www.x.nl/a;iedereen;ja",
        "Doedag;dag;Ede;mrt t/m mei;Hi-tech & Science;https://x.nl;https://x.nl/b;mavo;nee",
        "Beurs;beurs;Ede;oktober, november;Hi-tech & Science;;https://x.nl/c;havo:1-3;ja",
    )
    columns = send(regio, "\n".join(events).encode("cp1252"), "evenement")
    shown = regio.submit(columns, action="columns") if "welke kolom" in columns.text else columns
    assert counts(shown) | {"Nieuw": 0} == counts(shown) | {"Nieuw": 0, "Geweigerd": 0}, shown.text
    take(regio, shown)
    with clean_app.test_request_context():
        found = {each.name: each for each in catalogue().rows["events.csv"]}
    assert [found[name].months for name in ("Techniekdag", "Doedag", "Beurs")] == [
        (3,),
        (3, 4, 5),
        (10, 11),
    ]
    assert found["Techniekdag"].website == "https://www.x.nl"
    assert (found["Doedag"].kind, dict(found["Doedag"].audience)) == ("day", {"vmbo-gl-tl": ()})


def test_a_new_row_shows_how_it_is_read_where_that_is_not_as_it_is_written(
    clean_app: Flask, services: Services
) -> None:
    regio = at_work(clean_app, services, FOODVALLEY)
    events = (
        "name;kind;municipality;months;worlds;tags;source_url;audience;for_everybody",
        "Techniekdag;dag;Bennekom;9-nov;Digitaal 80%;apps en games;x.nl/dag;vmbo;ja",
        "Doedag;dag;Ede;maart;Hi-tech & Science;;https://x.nl/b;groep 7 en 8;ja",
        "Beurs;beurs;Ede;5-11-2026;Hi-tech & Science;;ftp://x.nl/c;vmbo, havo 3;misschien",
    )
    page = send(regio, "\n".join(events).encode("cp1252"), "evenement")
    told = " ".join(page.text.split())
    for line in (
        "Achter een pijl staat hoe wij lezen wat er in je bestand staat.",
        "Gemeente: Bennekom → Ede",
        "Maanden: 9-nov → september, oktober, november",
        "Voor wie: vmbo → Vmbo basis; Vmbo kader; Vmbo gemengd of theoretisch (mavo)",
        "Voor wie: groep 7 en 8 → Basisschool (groep 7 of 8): 7-8",
        "kan een dag zijn, of de maanden 5-11",
        "'misschien' is geen yes en geen no",
        "'ftp://x.nl/c' is geen webadres",
        "het is niet zeker voor welke schooltypes en leerjaren dit is",
    ):
        assert line in told, told
    assert "maart →" not in told
    assert counts(page) == counts(page) | {"Nieuw": 2, "Geweigerd": 1}


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
