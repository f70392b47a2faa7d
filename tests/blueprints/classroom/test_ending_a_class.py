"""Closing, opening again, and deleting: each says what it does before it does it."""

from random import Random

from flask import Flask
from sqlalchemy import func, select

from quiz.storage.tables.attempt import Answer, Attempt, Result
from quiz.storage.tables.base import Record
from quiz.storage.tables.picture import PictureSeries
from quiz.storage.tables.school import SchoolClass
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import answer_block, code_of, finish, join
from tests.visitor import Visitor


def test_a_closed_class_lets_nobody_in_and_lets_who_is_busy_finish(
    services: Services, at_work: Visitor, visitor: Visitor, class_id: int
) -> None:
    busy = join(services, class_id)
    page = at_work.get(f"/klassen/{class_id}/sluiten")
    assert "Wie bezig is, kan het afmaken" in page.text
    assert "Dicht" in at_work.submit(page).text
    assert visitor.get(f"/meedoen/{code_of(services.database, class_id)}").status == 409
    assert answer_block(services, busy, Random(1))  # noqa: S311


def test_a_closed_class_can_be_opened_again(
    services: Services, at_work: Visitor, visitor: Visitor, class_id: int
) -> None:
    at_work.submit(at_work.get(f"/klassen/{class_id}/sluiten"))
    page = at_work.get(f"/klassen/{class_id}")
    token = at_work.get("/klassen/nieuw").form.values["csrf_token"]
    page = at_work.post(f"/klassen/{class_id}/heropenen", {"csrf_token": token})
    assert "Open tot" in page.text
    assert visitor.get(f"/meedoen/{code_of(services.database, class_id)}").status == 200


def test_the_page_says_when_the_data_vanish_and_what_stays(at_work: Visitor, class_id: int) -> None:
    text = at_work.get(f"/klassen/{class_id}").text
    assert "wissen we op 1 augustus 20" in text
    assert "blijft bewaard" in text


def test_nothing_is_deleted_without_the_tick(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    page = at_work.get(f"/klassen/{class_id}/wissen")
    fields = {name: value for name, value in page.form.values.items() if name != "zeker"}
    again = at_work.post(f"/klassen/{class_id}/wissen", fields)
    assert again.status == 422
    assert "Er is nog niets gewist" in again.text
    assert at_work.get(f"/klassen/{class_id}").status == 200


def test_deleting_removes_everything_of_the_class(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    finish(services, class_id, 10)
    at_work.submit(at_work.get(f"/klassen/{class_id}/beeld"))
    page = at_work.submit(at_work.get(f"/klassen/{class_id}/wissen"), zeker="ja")
    assert page.path == "/klassen"
    tables: list[type[Record]] = [SchoolClass, Attempt, Answer, Result, PictureSeries]
    with services.database.reading() as session:
        for table in tables:
            assert session.scalar(select(func.count()).select_from(table)) == 0, table
    assert at_work.get(f"/klassen/{class_id}").status == 404


def test_a_pupil_of_a_deleted_class_is_told_kindly(
    services: Services, clean_app: Flask, at_work: Visitor, class_id: int
) -> None:
    pupil = Visitor(clean_app)
    pupil.begin(f"/meedoen/{code_of(services.database, class_id)}")
    at_work.submit(at_work.get(f"/klassen/{class_id}/wissen"), zeker="ja")
    assert pupil.get("/vragen").status == 403
