"""A class under attack from its own back row: the lesson goes on and one button clears it up."""

from random import Random

import pytest
from flask import Flask

from quiz.usecases.services import Services
from tests.blueprints.classroom.school import answer_block, code_of, finish, join, nickname_of
from tests.visitor import Page, Visitor


@pytest.fixture
def board(class_id: int) -> str:
    return f"/klassen/{class_id}/voortgang"


def clear(at_work: Visitor, class_id: int) -> Page:
    return at_work.submit(at_work.get(f"/klassen/{class_id}/leeg"))


def put_back(at_work: Visitor, class_id: int, **fields: str) -> Page:
    form = at_work.get(f"/klassen/{class_id}/terugzetten").form
    token = {"csrf_token": form.values["csrf_token"]}
    return at_work.post(f"/klassen/{class_id}/terugzetten", {**token, **fields})


@pytest.mark.parametrize("invented", [40, 90])
def test_forty_invented_pupils_do_not_fill_a_class(
    services: Services, clean_app: Flask, at_work: Visitor, class_id: int, invented: int
) -> None:
    code = code_of(services.database, class_id)
    for _ in range(invented):
        assert Visitor(clean_app).start(f"/meedoen/{code}").path == "/code"
    pupil = Visitor(clean_app)
    page = pupil.answer_all(pupil.begin(f"/meedoen/{code}"), "4")
    assert page.status == 200
    text = at_work.get(f"/klassen/{class_id}/voortgang").text
    assert "Doen mee 40" in text
    assert "Nog leeg 39" in text
    assert "De klas is vol" not in at_work.get(f"/klassen/{class_id}").text
    assert "Vol" not in at_work.get(f"/klassen/{class_id}/scherm").text.split()


def test_all_empty_entries_go_with_one_button_and_come_back_with_another(
    services: Services, at_work: Visitor, class_id: int, board: str
) -> None:
    done = nickname_of(services.database, finish(services, class_id, 1)[0])
    empty = [nickname_of(services.database, join(services, class_id)) for _ in range(20)]
    assert "Haal alle lege weg" in at_work.get(board).text
    assert "Alle 20 lege" in at_work.get(f"/klassen/{class_id}/leeg").text
    page = clear(at_work, class_id)
    assert page.path == board
    assert done in page.text
    assert not [name for name in empty if name in page.text]
    assert "Uit de klas gehaald: 20" in page.text
    assert "Nog leeg" not in page.text
    page = put_back(at_work, class_id)
    assert page.path == board
    assert all(name in page.text for name in empty)
    assert "Zet terug" not in page.text


def test_one_who_was_taken_out_can_be_put_back(
    services: Services, at_work: Visitor, class_id: int, board: str
) -> None:
    name = nickname_of(services.database, join(services, class_id))
    page = at_work.submit(at_work.get(f"/klassen/{class_id}/ontkoppelen?naam={name}"))
    assert "Er doet nog niemand mee" in page.text
    assert name in at_work.get(f"/klassen/{class_id}/terugzetten").text
    assert name in put_back(at_work, class_id, naam=name).text
    assert at_work.get(f"/klassen/{class_id}/terugzetten").path == board


def test_without_anybody_empty_the_page_leads_back(
    services: Services, at_work: Visitor, class_id: int, board: str
) -> None:
    finish(services, class_id, 1)
    for page in ("leeg", "terugzetten"):
        assert at_work.get(f"/klassen/{class_id}/{page}").path == board
    assert "Haal alle lege weg" not in at_work.get(board).text


def test_a_live_board_shows_that_entries_left_and_that_one_answered(
    services: Services, at_work: Visitor, class_id: int, board: str
) -> None:
    slow = join(services, class_id)
    first = at_work.client.get(f"{board}/nu")
    assert "Nog leeg" in first.text
    clear(at_work, class_id)
    second = at_work.client.get(f"{board}/nu", headers={"If-None-Match": first.headers["ETag"]})
    assert "Zet terug" in second.text
    answer_block(services, slow, Random(1))  # noqa: S311
    third = at_work.client.get(f"{board}/nu", headers={"If-None-Match": second.headers["ETag"]})
    assert "7 van 34" in third.text
    assert "Zet terug" not in third.text


def test_the_pupil_hears_honestly_what_happened_and_loses_nothing(
    services: Services, clean_app: Flask, at_work: Visitor, class_id: int
) -> None:
    slow = Visitor(clean_app)
    page = slow.begin(f"/meedoen/{code_of(services.database, class_id)}")
    clear(at_work, class_id)
    assert "Geef je eerste antwoord, dan doe je mee met de klas" in slow.get("/vragen").text
    page = slow.answer_all(page, "4")
    assert "docent" not in page.text
    assert "Doen mee 1" in at_work.get(f"/klassen/{class_id}/voortgang").text


@pytest.mark.parametrize("answers", [0, 7])
def test_who_cannot_come_back_hears_why(
    services: Services, clean_app: Flask, at_work: Visitor, class_id: int, answers: int
) -> None:
    pupil = Visitor(clean_app)
    page = pupil.begin(f"/meedoen/{code_of(services.database, class_id)}")
    if answers:
        page = pupil.answer_all(page, "4")
        word = "Je docent heeft je uit de klas gehaald"
        with services.database.reading() as session:
            name = session.connection().exec_driver_sql("SELECT nickname FROM attempt").scalar()
        at_work.submit(at_work.get(f"/klassen/{class_id}/ontkoppelen?naam={name}"))
    else:
        word = "die is vol of dicht"
        clear(at_work, class_id)
        at_work.submit(at_work.get(f"/klassen/{class_id}/sluiten"))
    page = pupil.answer_all(page, "4")
    assert word in page.text
    assert "Je antwoorden zijn bewaard" in page.text
    page = pupil.walk_to_result("/vragen")
    assert word in page.text


def test_clearing_is_the_teachers_own_affair_and_stands_in_the_trail(
    services: Services, at_work: Visitor, visitor: Visitor, class_id: int
) -> None:
    join(services, class_id)
    clear(at_work, class_id)
    put_back(at_work, class_id)
    with services.database.reading() as session:
        trail = session.connection().exec_driver_sql("SELECT action FROM staff_action ORDER BY id")
        assert [row[0] for row in trail] == ["empty entries detached", "entry put back"]
    assert visitor.get(f"/klassen/{class_id}/leeg").path == "/inloggen"
