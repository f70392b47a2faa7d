"""How many pupils get in and for how long: as usual, or as the teacher says."""

from datetime import timedelta
from random import Random

import pytest
from flask import Flask

from quiz.storage.tables.school import SchoolClass
from quiz.usecases.attempts.errors import ClassFull
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import FIELDS, add_class, answer_block, join, make_class
from tests.visitor import Visitor

PLACES = "Kies een aantal van 5 tot en met 60 leerlingen"
HOURS = "Kies een aantal van 1 tot en met 72 uur"


def _room(services: Services, class_id: int) -> tuple[int, timedelta]:
    with services.database.reading() as session:
        group = session.get_one(SchoolClass, class_id)
        return group.capacity, group.joining_until - services.clock()


def _about(hours: int) -> pytest.approx:  # type: ignore[valid-type]
    return pytest.approx(hours * 3600, abs=300)


@pytest.mark.parametrize(
    ("fields", "places", "hours"),
    [
        ({}, 40, 12),
        ({"places": "", "hours": " "}, 40, 12),
        ({"places": "25", "hours": "2"}, 25, 2),
        ({"places": "60", "hours": "72"}, 60, 72),
        ({"places": "5", "hours": "1"}, 5, 1),
    ],
)
def test_a_new_class_has_the_usual_room_or_what_the_teacher_says(
    services: Services, at_work: Visitor, fields: dict[str, str], places: int, hours: int
) -> None:
    made = int(make_class(at_work, **fields).path.rsplit("/", 1)[1])
    found, lasting = _room(services, made)
    assert found == places
    assert lasting.total_seconds() == _about(hours)


def test_a_strange_number_is_refused_and_the_rest_is_kept(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    for wrong, sentence in (
        ({"places": "4"}, PLACES),
        ({"places": "61"}, PLACES),
        ({"places": "veel"}, PLACES),
        ({"places": "9" * 5000}, PLACES),
        ({"places": "-5"}, PLACES),
        ({"hours": "0"}, HOURS),
        ({"hours": "73"}, HOURS),
        ({"hours": "1,5"}, HOURS),
    ):
        page = make_class(at_work, **wrong)
        assert page.status == 422, (wrong, sentence)
        assert sentence in page.text, (wrong, sentence)
        assert page.form.values["name"] == FIELDS["name"], (wrong, sentence)
        before = _room(services, class_id)[0]
        page = at_work.submit(at_work.get(f"/klassen/{class_id}/plaatsen"), **wrong)
        assert page.status == 422, (wrong, sentence)
        assert sentence in page.text, (wrong, sentence)
        assert _room(services, class_id)[0] == before, (wrong, sentence)


def test_a_full_class_says_so_and_its_teacher_makes_room(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    changed = f"/klassen/{class_id}/plaatsen"
    at_work.submit(at_work.get(changed), places="5", hours="1")
    for _pupil in range(5):
        answer_block(services, join(services, class_id), Random(1))  # noqa: S311
    with pytest.raises(ClassFull):
        join(services, class_id)
    page = at_work.get(f"/klassen/{class_id}")
    assert "De klas is vol" in page.text
    assert changed in page.links()
    page = at_work.submit(at_work.get(changed), places="6", hours="2")
    assert page.path == f"/klassen/{class_id}"
    assert "De klas is vol" not in page.text
    join(services, class_id)
    assert _room(services, class_id)[1].total_seconds() == _about(2)


def test_fewer_places_than_pupils_send_nobody_away(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    for _pupil in range(7):
        join(services, class_id)
    at_work.submit(at_work.get(f"/klassen/{class_id}/plaatsen"), places="5")
    assert "Doen mee 7" in at_work.get(f"/klassen/{class_id}/voortgang").text


def test_more_time_opens_a_class_whose_hours_were_over_and_no_class_that_was_closed(
    services: Services, at_work: Visitor, teacher: object, class_id: int
) -> None:
    at_work.submit(at_work.get(f"/klassen/{class_id}/sluiten"))
    page = at_work.submit(at_work.get(f"/klassen/{class_id}/plaatsen"), hours="3")
    assert "Zet weer open" in page.text
    late = services.clock() - timedelta(minutes=1)
    over = add_class(services, teacher, "Te laat", joining_until=late)  # type: ignore[arg-type]
    assert "Zet weer open" in at_work.get(f"/klassen/{over}").text
    page = at_work.submit(at_work.get(f"/klassen/{over}/plaatsen"), hours="3")
    assert "Sluit de klas" in page.text


def test_the_operator_decides_what_is_usual(
    clean_app: Flask,
    services: Services,
    at_work: Visitor,
    class_id: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(clean_app.config, "CLASS_PLACES", 32)
    monkeypatch.setitem(clean_app.config, "CLASS_HOURS", 3)
    form = at_work.get("/klassen/nieuw").form
    assert (form.values["places"], form.values["hours"]) == ("32", "3")
    made = int(make_class(at_work, places="", hours="").path.rsplit("/", 1)[1])
    assert _room(services, made)[0] == 32
    at_work.submit(at_work.get(f"/klassen/{class_id}/sluiten"))
    at_work.post(f"/klassen/{class_id}/heropenen", at_work.get(f"/klassen/{class_id}").form.values)
    assert _room(services, class_id)[1].total_seconds() == _about(3)
