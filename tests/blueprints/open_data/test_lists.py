"""What open data tells: rows with a source that pupils see too, each as it stands here."""

import pytest
from flask import Flask

from quiz.blueprints.open_data import words
from quiz.blueprints.open_data.resources import RESOURCES
from quiz.domain.catalogue.credits import CREDITS
from quiz.domain.catalogue.files import schema
from quiz.web.runtime import catalogue
from tests.blueprints.open_data.asking import ask, lines, rows

WITH_SOURCE = ("regios", "opleidingen", "instellingen", "bedrijven", "evenementen")


@pytest.mark.parametrize("name", [each.name for each in RESOURCES if each.name != "agenda"])
def test_every_list_has_rows_and_the_same_in_a_file(app: Flask, name: str) -> None:
    narrow = "&niveau=mbo-2" if name == "opleidingen" else ""
    found = rows(app, f"{name}?paginagrootte=500{narrow}")
    in_file = lines(app, f"{name}?formaat=csv{narrow}")
    assert found
    assert [list(row) for row in found] == [list(row) for row in in_file]
    assert [row.get("id") for row in found] == [row.get("id") for row in in_file]


@pytest.mark.parametrize("name", WITH_SOURCE)
def test_every_row_says_where_it_comes_from(app: Flask, name: str) -> None:
    for row in rows(app, f"{name}?paginagrootte=500"):
        assert row["bron"].startswith("http"), row
        if "gecontroleerdOp" in row:
            assert row["gecontroleerdOp"] is None or len(row["gecontroleerdOp"]) == 10


def test_what_pupils_do_not_see_others_do_not_either(app: Flask) -> None:
    with app.app_context():
        every = catalogue().companies.values()
        hidden = {row.id for row in every if not (row.source_url and row.for_pupils)}
    told = {row["id"] for row in rows(app, "bedrijven?paginagrootte=500")}
    assert hidden
    assert not told & hidden


def test_a_list_is_narrowed_down_by_region_world_and_level(app: Flask) -> None:
    found = rows(app, "opleidingen?regio=foodvalley&wereld=hitech-science&niveau=mbo-4")
    assert found
    for row in found:
        assert (row["regio"], row["niveau"]) == ("foodvalley", "mbo-4")
        assert row["werelden"]["hitech-science"] >= 0.4
    assert len(found) < len(rows(app, "opleidingen?regio=foodvalley&paginagrootte=500"))


def test_a_school_type_finds_its_own_choice_moments(app: Flask) -> None:
    found = rows(app, "keuzemomenten?schooltype=havo")
    assert found
    assert all("havo" in row["schooltypen"] for row in found)
    assert all(row["tekst"] and row["tekstEngels"] for row in found)


def test_what_is_held_all_over_the_country_is_in_no_region(app: Flask) -> None:
    found = rows(app, "evenementen?paginagrootte=500")
    everywhere = [row for row in found if row["bereik"] == "landelijk"]
    assert everywhere
    assert {row["regio"] for row in everywhere} == {None}


def test_the_credits_name_every_source_and_its_licence(app: Flask) -> None:
    told = {(row["naam"], row["licentie"]) for row in rows(app, "bronnen")}
    assert told == {(credit.name, credit.licence) for credit in CREDITS}
    assert ("GeoNames", "CC BY 4.0") in told


def test_every_word_of_the_catalogue_has_a_word_for_others() -> None:
    assert set(words.EVENT_KINDS) == set(schema.EVENT_KINDS)
    assert set(words.PROGRAMME_KINDS) == set(schema.LEVELS_OF_KIND)
    assert set(words.REGISTERS) == set(schema.REGISTERS)
    assert set(words.SCOPES) == set(schema.SCOPES)


def test_a_file_is_named_and_nothing_in_it_is_run(app: Flask) -> None:
    answer = ask(app, "bedrijven?formaat=csv")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="bedrijven.csv"'
    cells = [cell for line in lines(app, "bedrijven?formaat=csv") for cell in line.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
