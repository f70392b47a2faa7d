"""Onze school: a counsellor sees frozen pictures, everybody who teaches the school as a whole."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask

from quiz.storage.tables.school import SchoolClass
from quiz.storage.tables.staff import Staff
from quiz.usecases.class_pictures.operations import make_picture
from quiz.usecases.classes.care import reopen_class
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import (
    OTHER_SCHOOL,
    add_class,
    add_staff,
    code_of,
    join,
    nickname_of,
    sign_in,
)
from tests.usecases.class_pictures import lesson
from tests.visitor import Visitor

Show = Callable[..., int]


@pytest.fixture
def counsellor(clean_app: Flask, services: Services) -> Visitor:
    person = add_staff(services, "decaan@voorbeeld.nl", "counsellor")
    return sign_in(clean_app, person, services.clock())


@pytest.fixture
def show(services: Services, teacher: Staff) -> Show:
    """Make a class with so many pupils who are done, and its picture, so long ago."""

    def make(name: str, pupils: int, person: Staff = teacher, ago: int = 0) -> int:
        class_id = add_class(services, person, name)
        lesson.finish_randomly(services, class_id, pupils)
        then = services.clock() - timedelta(days=ago)
        make_picture(replace(services, clock=lambda: then), [class_id])
        return class_id

    return make


def test_a_counsellor_sees_the_frozen_pictures_of_the_own_school_and_nothing_else_of_a_class(
    services: Services, counsellor: Visitor, show: Show
) -> None:
    class_id = show("3A", 16)
    elsewhere = add_staff(services, "x@elders.nl", "teacher", school=OTHER_SCHOOL)
    theirs = show("Van elders", 12, elsewhere)
    reopen_class(services, class_id)
    stranger = join(services, class_id)
    text = counsellor.get("/school").text
    assert "3A" in text
    assert "Van elders" not in text
    page = counsellor.get(f"/school/klassen/{class_id}")
    assert "met 16 leerlingen" in page.text
    assert nickname_of(services.database, stranger) not in page.text
    code = code_of(services.database, class_id)
    assert code not in page.html
    assert counsellor.get(f"/school/klassen/{theirs}").status == 404
    for path in ("", "/voortgang", "/scherm", "/beeld", "/export.csv"):
        assert counsellor.get(f"/klassen/{class_id}{path}").status == 404


def test_a_class_without_a_picture_does_not_exist_for_a_counsellor(
    counsellor: Visitor, class_id: int
) -> None:
    for number in (class_id, 10**6, 10**30):
        assert counsellor.get(f"/school/klassen/{number}").status == 404
    assert "Er is nog geen klassenbeeld" in counsellor.get("/school").text


def test_a_teacher_sees_the_own_pictures_and_the_figure_of_all(
    services: Services, at_work: Visitor, counsellor: Visitor, show: Show
) -> None:
    mine = show("Van mij", 12)
    colleague = add_staff(services, "collega@voorbeeld.nl", "teacher")
    theirs = [show(f"Van de collega {n}", 12, colleague) for n in range(2)]
    assert "Het schoolbeeld is gemaakt" in counsellor.submit(counsellor.get("/school")).text
    page = at_work.get("/school")
    assert "van 3 klassenbeelden met samen ongeveer 35 leerlingen" in page.text
    assert f"/klassen/{mine}/beeld?nummer=1" in page.links()
    assert "Van de collega" not in page.text
    assert at_work.get(f"/school/klassen/{theirs[0]}").status == 404
    token = at_work.get("/klassen/nieuw").form.values["csrf_token"]
    assert at_work.post("/school", {"csrf_token": token}).status == 404


@pytest.mark.parametrize("sizes", [(), (30,), (20, 20)])
def test_below_three_pictures_there_is_no_figure(
    counsellor: Visitor, show: Show, sizes: tuple[int, ...]
) -> None:
    for number, size in enumerate(sizes):
        show(f"{number}A", size)
    page = counsellor.submit(counsellor.get("/school"))
    assert page.status == 409
    assert "Dat kan nog niet" in page.text
    assert "ongeveer" not in page.text


def test_a_figure_stays_until_three_more_classes_are_in(counsellor: Visitor, show: Show) -> None:
    for name in "ABC":
        show(name, 10)
    counsellor.submit(counsellor.get("/school"))
    before = _figures(counsellor)
    for name in "DE":
        show(name, 20)
        page = counsellor.submit(counsellor.get("/school"))
        assert "nog geen drie klassen" in page.text
        assert _figures(counsellor) == before
    show("F", 10)
    assert "is gemaakt" in counsellor.submit(counsellor.get("/school")).text
    assert "6 klassenbeelden met samen ongeveer 80" in counsellor.get("/school").text


def test_each_school_year_has_its_own_list(
    services: Services, counsellor: Visitor, show: Show
) -> None:
    show("Van nu", 10)
    show("Van toen", 10, ago=365)
    text = counsellor.get("/school").text
    years = re.findall(r"Schooljaar (\d{4})-(\d{4})", text)
    assert len(years) == 2
    assert text.index("Van nu") < text.index("Van toen")


def test_a_class_of_nobody_still_shows_its_picture(
    services: Services, counsellor: Visitor, show: Show
) -> None:
    class_id = show("3A", 10)
    with services.database.writing() as session:
        session.get_one(SchoolClass, class_id).teacher_id = None
    assert counsellor.get(f"/school/klassen/{class_id}").status == 200


def _figures(visitor: Visitor) -> str:
    text = visitor.get("/school").text
    return text.partition("Het schoolbeeld Gemaakt")[2].partition("0 is het eigen")[0]
