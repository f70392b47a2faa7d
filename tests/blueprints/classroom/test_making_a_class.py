"""A class in under a minute: four fields, and there is the code."""

import re

import pytest
from sqlalchemy import select

from quiz.storage.tables.school import SchoolClass
from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import FIELDS, add_class, add_staff, make_class
from tests.visitor import Visitor


def test_a_new_teacher_is_shown_how_to_begin(at_work: Visitor) -> None:
    page = at_work.get("/klassen")
    assert "Je eerste klas staat zo klaar" in page.text
    assert "/klassen/nieuw" in page.links()


def test_four_fields_give_a_code_that_pupils_can_use(at_work: Visitor, visitor: Visitor) -> None:
    page = make_class(at_work)
    assert page.status == 200
    assert "2B techniek" in page.text
    assert "Vmbo kader, leerjaar 2, Ede" in page.text
    code = re.search(r"\b([A-Z0-9]{3}) ([A-Z0-9]{3})\b", page.text)
    assert code is not None
    joining = visitor.get(f"/meedoen/{code[1]}{code[2]}")
    assert "Je doet mee met 2B techniek" in joining.text


def test_the_code_is_there_to_scan_as_well(at_work: Visitor) -> None:
    assert '<svg aria-hidden="true" focusable="false" viewBox' in make_class(at_work).html


def test_the_class_stands_in_the_list(at_work: Visitor) -> None:
    make_class(at_work)
    assert "2B techniek" in at_work.get("/klassen").text


def test_the_next_class_begins_where_the_last_one_was(at_work: Visitor) -> None:
    make_class(at_work)
    form = at_work.get("/klassen/nieuw").form
    assert form.values["school_type"] == ""
    assert form.values["place"] == "Ede"
    assert form.values["name"] == ""


def test_sending_the_form_twice_makes_one_class(at_work: Visitor) -> None:
    form = at_work.get("/klassen/nieuw").form
    first = at_work.post("/klassen/nieuw", {**form.values, **FIELDS})
    second = at_work.post("/klassen/nieuw", {**form.values, **FIELDS})
    assert first.path == second.path


def test_a_class_without_a_town_or_a_year_is_fine(at_work: Visitor) -> None:
    page = make_class(at_work, place="", year="")
    assert "Vmbo kader" in page.text
    assert "Vmbo kader, leerjaar" not in page.text


@pytest.mark.parametrize("town", ["6711 AB Ede", "gemeente Ede", "Ede (Gld.)", "EDE, Nederland"])
def test_a_town_may_be_written_as_people_do(at_work: Visitor, town: str) -> None:
    page = make_class(at_work, place=town)
    assert page.status == 200
    assert "Ede" in page.text
    assert "6711" not in page.text


def test_a_town_that_can_be_two_is_asked_again(at_work: Visitor) -> None:
    page = make_class(at_work, place="Bergen")
    assert page.status == 422
    assert "Welke plaats bedoel je?" in page.text
    chosen = page.form.choices["place"][0]
    assert at_work.submit(page, **FIELDS | {"place": chosen}).status == 200


def test_what_is_wrong_is_said_and_the_rest_is_kept(at_work: Visitor) -> None:
    for wrong, sentence in (
        ({"name": ""}, "Geef de klas een naam"),
        ({"name": "   \u200b "}, "Geef de klas een naam"),
        ({"name": "x" * 41}, "Geef de klas een naam"),
        ({"school_type": ""}, "Kies een schooltype"),
        ({"school_type": "universiteit"}, "Kies een schooltype"),
        ({"year": "12"}, "Kies een leerjaar"),
        ({"place": "Xyzzystad"}, "Deze plaats kennen we niet"),
        ({"place": "x" * 90}, "Deze plaatsnaam is te lang"),
        ({"place": "6711 AB"}, "Een postcode vragen we niet"),
    ):
        page = make_class(at_work, **wrong)
        assert page.status == 422, (wrong, sentence)
        assert sentence in page.text, (wrong, sentence)


def test_colleagues_do_not_see_each_others_classes(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    colleague = add_staff(services, "collega@voorbeeld.nl", "teacher")
    other = add_class(services, colleague, "Klas van de collega")
    assert "Klas van de collega" not in at_work.get("/klassen").text
    assert at_work.get(f"/klassen/{other}").status == 404


def test_a_class_in_english(at_work: Visitor) -> None:
    at_work.get("/klassen?taal=en")
    page = make_class(at_work)
    assert "How it is going" in page.text


def test_every_change_leaves_a_line_in_the_trail(
    services: Services, at_work: Visitor, teacher: Staff
) -> None:
    made = int(make_class(at_work).path.rsplit("/", 1)[1])
    at_work.submit(at_work.get(f"/klassen/{made}/sluiten"))
    with services.database.reading() as session:
        assert session.get_one(SchoolClass, made).closed_at is not None
        trail = session.connection().exec_driver_sql(
            "SELECT action, kind, object_id, staff_id FROM staff_action ORDER BY id"
        )
        assert [tuple(row) for row in trail] == [
            ("class made", "class", made, teacher.id),
            ("class closed", "class", made, teacher.id),
        ]


def test_a_class_of_a_colleague_who_left_belongs_to_nobody(
    services: Services, teacher: Staff, class_id: int, at_work: Visitor
) -> None:
    with services.database.writing() as session:
        session.get_one(SchoolClass, class_id).teacher_id = None
    assert at_work.get(f"/klassen/{class_id}").status == 404


@pytest.mark.parametrize(
    ("school_type", "year", "right"),
    [("havo", "6", "5"), ("vmbo-bb", "5", "4"), ("po", "3", "8"), ("mbo", "7", "1")],
)
def test_a_class_in_a_year_that_its_school_does_not_have_is_asked_again(
    services: Services, at_work: Visitor, school_type: str, year: str, right: str
) -> None:
    page = make_class(at_work, school_type=school_type, year=year)
    assert page.status == 422
    kept = {**FIELDS, "school_type": school_type, "year": year}
    assert {name: page.form.values[name] for name in kept} == kept
    at_work.submit(page, year=right)
    with services.database.reading() as session:
        made = session.scalars(select(SchoolClass)).one()
    assert (made.school_type, made.year) == (school_type, int(right))
