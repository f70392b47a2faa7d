"""A row of each kind is added through its form, which is made from the schema."""

from typing import Any

import pytest
from flask import Flask

from quiz.blueprints.coordinator.column_words import hint_of, label_of
from quiz.blueprints.coordinator.kinds import KINDS
from quiz.blueprints.coordinator.row_fields import asked_columns
from quiz.usecases.services import Services
from quiz.web.runtime import catalogue
from tests.blueprints.coordinator.rows import save
from tests.visitor import Visitor

EDE = "GM0228"
SOURCE = {"source_url": "https://example.org/bron", "confirmed": "yes", "checked": "ja"}
COMPANY = {
    "name": "Nieuw Bedrijf",
    "municipality": EDE,
    "worlds-voeding-natuur": "0.8",
    "worlds-hitech-science": "0.3",
    "tags-0": "eten",
    "sectors": "food",
    "what_they_do_nl": "Maakt iets lekkers.",
    "what_they_do_en": "Makes something tasty.",
    "for_pupils": "yes",
    **SOURCE,
}
EVENT = {
    "name": "Techniekdag",
    "kind": "day",
    "municipality": EDE,
    "months": "3",
    "worlds-hitech-science": "1",
    "audience": "po:7-8;havo:1-3",
    "for_everybody": "yes",
    **SOURCE,
}
SCHOOL = {"name": "Nieuw College", "kind": "mbo", "municipality": EDE, **SOURCE}
OFFERING = {
    "programme_id": "mbo-25170",
    "institution_id": "aeres-hogeschool",
    "location_municipality": EDE,
    "mode": "bbl",
    "location_confirmed": "yes",
    **SOURCE,
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_column_has_words_of_its_own(clean_app: Flask, kind: str) -> None:
    with clean_app.test_request_context():
        for column in asked_columns(KINDS[kind], is_new=True):
            assert label_of(column) != column
            assert hint_of(column) is not None


def test_an_empty_form_says_what_is_missing(regio: Visitor) -> None:
    for kind in KINDS:
        path = f"/regio/nieuw/{kind}"
        page = save(regio, regio.get(path), path)
        assert page.status == 422, kind
        assert "Kijk hier nog even naar" in page.text, kind


def test_a_company_is_added_and_stands_in_the_catalogue_at_once(
    clean_app: Flask, services: Services, regio: Visitor
) -> None:
    row = added(clean_app, regio, "bedrijf", COMPANY)
    assert dict(row.worlds) == {"voeding-natuur": 0.8, "hitech-science": 0.3}
    assert (row.id, row.tags, row.coord_precision) == ("nieuw-bedrijf", ("eten",), "municipality")
    assert row.checked_on == services.today()


def test_an_event_is_added_for_whom_it_is(clean_app: Flask, regio: Visitor) -> None:
    row = added(clean_app, regio, "evenement", EVENT)
    assert (row.id, row.months, row.scope) == ("techniekdag", (3,), "regional")
    assert dict(row.audience) == {"po": (7, 8), "havo": (1, 2, 3)}


def test_for_whom_an_event_is_may_be_typed_as_people_say_it(
    clean_app: Flask, regio: Visitor
) -> None:
    said = {**EVENT, "audience": "groep 8; havo/vwo 1-3"}
    row = added(clean_app, regio, "evenement", said)
    assert dict(row.audience) == {"po": (8,), "havo": (1, 2, 3), "vwo": (1, 2, 3)}


def test_for_whom_it_is_may_be_far_too_long(regio: Visitor) -> None:
    path = "/regio/nieuw/evenement"
    page = save(regio, regio.get(path), path, **{**EVENT, "audience": "havo " + "9" * 5000})
    assert page.status == 422
    assert "hier staan 5005 tekens" in page.text


def test_for_whom_nobody_understands_is_refused_at_its_field(regio: Visitor) -> None:
    path = "/regio/nieuw/evenement"
    unclear = {**EVENT, "audience": "vmbo, havo 3"}
    page = save(regio, regio.get(path), path, **unclear)
    assert page.status == 422
    assert "het is niet zeker voor welke schooltypes en leerjaren dit is" in page.text
    assert page.form.values["audience"] == "vmbo, havo 3"


def test_a_school_is_added_on_the_map(clean_app: Flask, regio: Visitor) -> None:
    row = added(clean_app, regio, "school", SCHOOL)
    assert (row.municipality, str(row.lat)[:4]) == (EDE, "52.0")


def added(app: Flask, visitor: Visitor, kind: str, fields: dict[str, str]) -> Any:
    """The row that a form makes, as the catalogue has it."""
    path = f"/regio/nieuw/{kind}"
    page = save(visitor, visitor.get(path), path, **fields)
    assert "Toegevoegd." in page.text
    key = page.path.rpartition("/")[2]
    with app.test_request_context():
        return {each.id: each for each in catalogue().rows[KINDS[kind].file]}[key]


def test_a_programme_at_a_school_is_known_by_its_four_parts(
    clean_app: Flask, regio: Visitor
) -> None:
    path = "/regio/nieuw/opleiding"
    with clean_app.test_request_context():
        programme = next(each for each in catalogue().programmes if each.startswith("mbo-"))
    fields = {**OFFERING, "programme_id": programme}
    page = save(regio, regio.get(path), path, **fields)
    assert page.path == f"/regio/aanbod/opleiding/{programme}.aeres-hogeschool.{EDE}.bbl"
    again = save(regio, regio.get(path), path, **fields)
    assert again.status == 422
    assert "dit staat al in het aanbod" in again.text
