"""Another language in the middle of a form: nothing typed is lost, nothing unasked is done."""

import pytest
from flask import Flask
from sqlalchemy import update

from quiz.storage.database import Database
from quiz.storage.tables.school import SchoolClass
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import add_class, add_staff, sign_in
from tests.blueprints.counsellor.people import as_pupil
from tests.blueprints.pupil import way
from tests.switching import button_of, language_of, said, something_else, switch
from tests.usecases.sharing.sharing import class_of_school, counsellor, finished, share
from tests.visitor import Page, Visitor


def nothing_is_lost(visitor: Visitor, database: Database, path: str) -> Page:
    page, before = visitor.get(path), way.stored_rows(database)
    assert (page.status, language_of(page)) == (200, "nl")
    typed = something_else(page)
    assert typed, path
    english = switch(visitor, page, typed)
    assert (english.status, language_of(english)) == (200, "en")
    assert said(english) == typed
    assert "geheim" not in english.html
    dutch = switch(visitor, english, said(english))
    assert (dutch.status, language_of(dutch)) == (200, "nl")
    assert said(dutch) == typed
    assert way.stored_rows(database) == before
    return dutch


@pytest.mark.parametrize(
    "path",
    ["/", "/meedoen", "/terug", "/start", "/start?taal=nl", "/inloggen?verder=/klassen", "klas"],
)
def test_before_the_start_and_at_the_door(
    visitor: Visitor, class_code: str, database: Database, path: str
) -> None:
    entrance = f"/meedoen/{class_code}"
    page = nothing_is_lost(visitor, database, entrance if path == "klas" else path)
    assert page.path == (entrance if path == "klas" else path.split("?", maxsplit=1)[0])
    if path.startswith("/inloggen"):
        assert page.form.values["verder"] == "/klassen"


def test_pages_of_a_pupil_with_a_result(
    clean_app: Flask, services: Services, class_code: str, database: Database
) -> None:
    pupil = as_pupil(clean_app, finished(services))
    nothing_is_lost(pupil, database, "/opnieuw")
    nothing_is_lost(pupil, database, "/aanpassen")
    nothing_is_lost(pupil, database, f"/meedoen/{class_code}?opnieuw=1")
    nothing_is_lost(pupil, database, "/terug")
    with database.writing() as session:
        session.execute(update(SchoolClass).values(school_type="vwo", year=4))
    nothing_is_lost(pupil, database, f"/meedoen/{class_code}")


def test_pages_of_staff(clean_app: Flask, services: Services, database: Database) -> None:
    teacher = add_staff(services, "docent@voorbeeld.nl", "teacher")
    at_work = sign_in(clean_app, teacher, services.clock())
    class_id = add_class(services, teacher)
    add_class(services, teacher)
    for path in ("/klassen/nieuw", f"/klassen/{class_id}/plaatsen", f"/klassen/{class_id}/wissen"):
        nothing_is_lost(at_work, database, path)


def test_pages_of_a_counsellor(clean_app: Flask, services: Services, database: Database) -> None:
    decaan = counsellor(services)
    talking = sign_in(clean_app, decaan, services.clock())
    nothing_is_lost(talking, database, "/gesprekken")
    talk = f"/gesprekken/{share(services, finished(services, class_of_school(services)), decaan)}"
    nothing_is_lost(talking, database, f"{talk}?minuten=25")
    page = talking.get(f"{talk}?minuten=25")
    refused = talking.post(
        f"{talk}/stappen?minuten=25", {**page.form.values, "action": "add", "kind": "", "month": ""}
    )
    assert refused.status == 422
    assert button_of(refused).get("formaction") == f"{talk}?minuten=25"


def test_pages_of_an_admin(clean_app: Flask, services: Services, database: Database) -> None:
    admin = add_staff(services, "beheer@voorbeeld.nl", "admin")
    at_work = sign_in(clean_app, admin, services.clock())
    other = add_staff(services, "collega@voorbeeld.nl", "teacher")
    for path in ("/collegas", f"/collegas/{other.id}"):
        nothing_is_lost(at_work, database, path)


def test_what_stood_in_the_address_still_does(visitor: Visitor) -> None:
    way.at_result(visitor)
    page = visitor.get("/resultaat?keer=1&taal=nl&x=a%26b")
    assert "/resultaat?keer=1&x=a%26b&taal=en" in page.links()


def test_another_website_fills_nothing_in(visitor: Visitor) -> None:
    visitor.client.environ_base["HTTP_ORIGIN"] = "https://elders.example"
    for path in ("/", "/start", "/bestaat-niet"):
        page = visitor.post(path, {"taal": "en", "code": "van elders", "place": "van elders"})
        assert page.status == 400
        assert "van elders" not in page.html


@pytest.mark.parametrize("asked", ["de", "", "EN", "en "])
def test_a_language_that_we_do_not_have_is_no_reason_to_act_otherwise(
    visitor: Visitor, asked: str
) -> None:
    page = visitor.get("/start")
    started = visitor.submit(page, school_type="havo", year="2", taal=asked)
    assert (started.path, language_of(started)) == ("/code", "nl")


@pytest.mark.parametrize("chosen", [None, "", "Bergen (L)"])
def test_a_town_that_may_be_several_stays_in_the_other_language(
    visitor: Visitor, chosen: str | None
) -> None:
    asked = visitor.submit(visitor.get("/start"), school_type="havo", year="3", place="Bergen")
    assert asked.status == 422
    assert "place" in asked.form.choices
    typed = {"school_type": ["havo"], "year": ["3"]}
    english = switch(visitor, asked, typed if chosen is None else {**typed, "place": [chosen]})
    assert said(english) == {**typed, "place": ["Bergen" if chosen is None else chosen]}


def test_a_postcode_is_not_repeated(visitor: Visitor) -> None:
    english = switch(visitor, visitor.get("/start"), {"place": ["6711 AB Ede"], "year": [""]})
    assert said(english)["place"] == ["Ede"]
