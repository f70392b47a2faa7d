"""The board shows who is where and who may be stuck, and nothing that anybody answered."""

from datetime import timedelta
from random import Random

import pytest
from flask import Flask
from sqlalchemy import select, update

from quiz.storage.tables.attempt import Attempt
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import answer_block, code_of, finish, join, nickname_of
from tests.conftest import SetClock
from tests.visitor import Visitor


def _idle_for(services: Services, attempt_id: int, minutes: int) -> None:
    moment = services.clock() - timedelta(minutes=minutes, seconds=5)
    with services.database.writing() as session:
        session.execute(update(Attempt).where(Attempt.id == attempt_id).values(last_used_at=moment))


@pytest.fixture
def board(class_id: int) -> str:
    return f"/klassen/{class_id}/voortgang"


def test_an_empty_board_says_what_to_do(at_work: Visitor, board: str) -> None:
    assert "Zet de code op het bord" in at_work.get(board).text


def test_the_board_says_how_far_everybody_is(
    services: Services, at_work: Visitor, class_id: int, board: str
) -> None:
    pupil = join(services, class_id)
    answer_block(services, pupil, Random(1))  # noqa: S311
    text = at_work.get(board).text
    assert nickname_of(services.database, pupil) in text
    assert "7 van 34" in text
    assert "1 Doen mee" in text or "Doen mee 1" in text


def test_who_is_idle_for_long_stands_on_top_and_who_is_done_below(
    services: Services, at_work: Visitor, class_id: int, board: str
) -> None:
    done = finish(services, class_id, 1)[0]
    busy, idle, longer = (join(services, class_id) for _pupil in range(3))
    _idle_for(services, idle, 4)
    _idle_for(services, longer, 90)
    _idle_for(services, done, 30)
    text = at_work.get(board).text
    order = [nickname_of(services.database, each) for each in (longer, idle, busy, done)]
    assert sorted(order, key=text.index) == order
    assert "meer dan een uur geleden" in text
    assert "4 min geleden" in text
    assert "Al 3 minuten stil 2" in text


def test_no_answer_and_no_result_is_on_any_page_of_a_teacher(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    finish(services, class_id, 3)
    worlds = services.bank.worlds
    for page in ("", "/voortgang", "/scherm", "/sluiten", "/wissen", "/beeld"):
        html = at_work.get(f"/klassen/{class_id}{page}").html
        assert not [question for question in services.bank.items if f">{question}<" in html]
        assert not [world for world in worlds if world in html], page


def test_a_poll_with_nothing_new_is_empty(
    services: Services, at_work: Visitor, class_id: int, board: str
) -> None:
    pupil = join(services, class_id)
    first = at_work.client.get(f"{board}/nu")
    assert first.status_code == 200
    again = at_work.client.get(f"{board}/nu", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert not again.data
    answer_block(services, pupil, Random(1))  # noqa: S311
    changed = at_work.client.get(f"{board}/nu", headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200
    assert "7 van 34" in changed.text


def test_the_projector_shows_the_code_and_two_numbers(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    finish(services, class_id, 1)
    join(services, class_id)
    screen = f"/klassen/{class_id}/scherm"
    code = code_of(services.database, class_id)
    text = at_work.get(screen).text
    assert f"{code[:3]} {code[3:]}" in text
    assert "doen mee 2 klaar 1" in text
    first = at_work.client.get(f"{screen}/nu")
    kept = {"If-None-Match": first.headers["ETag"]}
    assert at_work.client.get(f"{screen}/nu", headers=kept).status_code == 304
    join(services, class_id)
    assert at_work.client.get(f"{screen}/nu", headers=kept).status_code == 200
    assert "doen mee 3" in at_work.get(screen).text


def test_a_board_stops_asking_when_the_class_is_closed_and_all_are_done(
    services: Services, at_work: Visitor, class_id: int, board: str, set_clock: SetClock
) -> None:
    """As long as the lesson goes on it asks now and then, for the times beside it move."""
    finish(services, class_id, 1)
    assert "data-resting" not in at_work.get(board).html
    at_work.submit(at_work.get(f"/klassen/{class_id}/sluiten"))
    assert "data-slow" in at_work.get(board).html
    set_clock(services.clock() + timedelta(minutes=90))
    assert "data-resting" in at_work.get(board).html
    assert "data-resting" in at_work.client.get(f"/klassen/{class_id}/scherm/nu").text


def test_a_poll_keeps_nobody_signed_in_and_sends_no_cookie(at_work: Visitor, board: str) -> None:
    assert "Set-Cookie" not in at_work.client.get(f"{board}/nu").headers


def test_a_stray_entry_leaves_the_class_and_the_pupil_goes_on(
    services: Services, clean_app: Flask, at_work: Visitor, class_id: int, board: str
) -> None:
    pupil = Visitor(clean_app)
    pupil.begin(f"/meedoen/{code_of(services.database, class_id)}")
    with services.database.reading() as session:
        nickname = session.scalars(select(Attempt.nickname)).one()
    ask = f"/klassen/{class_id}/ontkoppelen?naam={nickname}"
    page = at_work.submit(at_work.get(ask))
    assert page.path == board
    assert "Er doet nog niemand mee" in page.text
    assert pupil.get("/vragen").status == 200
    assert at_work.get(ask).path == board


def test_taking_out_twice_does_no_harm(
    services: Services, at_work: Visitor, class_id: int, board: str
) -> None:
    nickname = nickname_of(services.database, join(services, class_id))
    page = at_work.get(f"/klassen/{class_id}/ontkoppelen?naam={nickname}")
    assert at_work.submit(page).path == board
    assert at_work.submit(page).path == board


def test_an_erased_attempt_leaves_no_mark_on_the_board(
    services: Services, clean_app: Flask, at_work: Visitor, class_id: int, board: str
) -> None:
    pupil = Visitor(clean_app)
    pupil.begin(f"/meedoen/{code_of(services.database, class_id)}")
    pupil.submit(pupil.get("/wissen"))
    assert "Er doet nog niemand mee" in at_work.get(board).text
