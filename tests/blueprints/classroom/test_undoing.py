"""What was taken away is named, and comes back with one press; or that is said before."""

from datetime import timedelta

import pytest
from flask import Flask

from quiz.storage.tables.school import SchoolClass
from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import add_class, code_of, finish, join, nickname_of
from tests.visitor import Page, Visitor


def test_who_is_taken_out_is_named_and_back_with_one_press(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    entry = join(services, class_id)
    name = nickname_of(services.database, entry)
    ask = at_work.get(f"/klassen/{class_id}/ontkoppelen?naam={name}&volgorde=-naam")
    page = at_work.submit(ask)
    assert f"{name} is uit de klas." in page.text
    assert f"{name} is uit de klas." in at_work.get(_address(page)).text, (
        "also when it is loaded again"
    )
    again = _undo(at_work, page, class_id, naam=name, volgorde="-naam")
    assert f"{name} is weer in de klas." in again.text
    assert "volgorde=-naam" in _address(again)
    assert "is uit de klas" not in at_work.get(_address(page)).text


def test_all_empty_ones_are_back_with_one_press(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    for _pupil in range(3):
        join(services, class_id)
    page = at_work.submit(at_work.get(f"/klassen/{class_id}/leeg"))
    assert "Leeg en uit de klas gehaald: 3." in page.text
    assert "Nog leeg" in _undo(at_work, page, class_id).text


def test_who_is_in_a_picture_does_not_come_back_and_that_is_said_before(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    name = nickname_of(services.database, finish(services, class_id, 10)[0])
    assert "Je kunt dit een dag lang" in at_work.get(_out(class_id, name)).text
    at_work.submit(at_work.get(f"/klassen/{class_id}/beeld"))
    ask = at_work.get(_out(class_id, name))
    assert "Terugdraaien kan niet" in ask.text
    page = at_work.submit(ask)
    assert "De leerling is uit de klas." in page.text
    assert "Maak ongedaan" not in page.text


def _out(class_id: int, name: str) -> str:
    return f"/klassen/{class_id}/ontkoppelen?naam={name}"


@pytest.mark.parametrize("words", ["Piet is dom", "<b>x</b>", "Je wachtwoord is verlopen"])
def test_what_somebody_writes_into_the_address_is_not_repeated(
    at_work: Visitor, class_id: int, words: str
) -> None:
    for name in ("uit", "terug", "nu"):
        for page in ("", "/voortgang"):
            assert words not in at_work.get(f"/klassen/{class_id}{page}?{name}={words}").text


@pytest.mark.parametrize("waits", [True, False])
def test_closing_by_mistake_is_undone_as_if_it_never_was(
    services: Services, clean_app: Flask, at_work: Visitor, teacher: Staff, waits: bool
) -> None:
    soon = services.clock() + timedelta(hours=1)
    opening = {"joining_until": soon, "lesson_hours": 2 if waits else None}
    waiting = add_class(services, teacher, "Les", **opening)
    before = _times(services, waiting)
    page = at_work.submit(at_work.get(f"/klassen/{waiting}/sluiten"))
    assert "De klas is dicht" in page.text
    page = at_work.submit(page)
    assert _times(services, waiting) == before
    assert Visitor(clean_app).get(f"/meedoen/{code_of(services.database, waiting)}").status == 200


def test_undoing_after_its_time_is_over_opens_the_class_anew(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    page = at_work.submit(at_work.get(f"/klassen/{class_id}/sluiten"))
    with services.database.writing() as session:
        over = services.clock() - timedelta(minutes=1)
        session.get_one(SchoolClass, class_id).joining_until = over
    assert "Open tot" in at_work.submit(page).text


def test_deleting_says_what_is_lost_before_and_that_it_is_gone_after(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    finish(services, class_id, 2)
    join(services, class_id)
    ask = at_work.get(f"/klassen/{class_id}/wissen")
    assert "Leerlingen: 3 (klaar: 2), met hun antwoorden" in ask.text
    assert "deelden met de decaan" in ask.text
    assert "De klas is gewist" in at_work.submit(ask, zeker="ja").text


def _undo(visitor: Visitor, page: Page, class_id: int, volgorde: str = "", **naam: str) -> Page:
    """Press the button of the line, as it stands on the page beside other forms."""
    to = f"/klassen/{class_id}/terugzetten" + (f"?volgorde={volgorde}" if volgorde else "")
    assert f'action="{to}"' in page.html
    return visitor.post(to, {"csrf_token": page.form.values["csrf_token"], **naam})


def _address(page: Page) -> str:
    return page.response.request.full_path


def _times(services: Services, class_id: int) -> tuple[object, ...]:
    with services.database.reading() as session:
        row = session.get_one(SchoolClass, class_id)
        return row.joining_until, row.lesson_hours, row.closed_at
