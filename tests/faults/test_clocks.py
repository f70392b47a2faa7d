"""A clock that is put back or forward: nobody is lost, and nobody gets in because of it."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from quiz.web.runtime import Running
from tests.blueprints.classroom.school import add_class, add_staff, code_of, sign_in
from tests.blueprints.pupil import way
from tests.conftest import services_of
from tests.faults.watching import health_of
from tests.own_app import MakeApp
from tests.visitor import Visitor

Jump = Callable[[timedelta], None]
NOW = datetime(2026, 11, 24, 9, 10, tzinfo=UTC)


@pytest.fixture
def app(make_app: MakeApp) -> Flask:
    return make_app()


@pytest.fixture
def jump(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Jump:
    """Sets every clock of the app so far from ten past nine; between jumps it stands still."""

    def put(away: timedelta) -> None:
        moment = NOW + away
        running: Running = app.extensions["quiz"]
        services = replace(running.services, clock=lambda: moment)
        app.extensions["quiz"] = replace(running, services=services)
        monkeypatch.setattr(time, "time", moment.timestamp)

    put(timedelta(0))
    return put


@pytest.mark.parametrize(
    "away", [-timedelta(seconds=1), -timedelta(hours=20), timedelta(hours=20)], ids=str
)
def test_a_pupil_goes_on_when_the_clock_jumps_and_when_it_is_right_again(
    app: Flask, jump: Jump, away: timedelta
) -> None:
    visitor = Visitor(app)
    block = visitor.begin()
    jump(away)
    block = visitor.answer_all(block, "4")
    assert (block.status, block.path) == (200, "/vragen")
    jump(timedelta(0))
    assert visitor.answer_all(block, "4").status == 200
    assert visitor.walk_to_result("/vragen").path == "/resultaat"


@pytest.mark.parametrize("away", [-timedelta(days=2), timedelta(days=2)], ids=str)
def test_after_a_jump_of_days_the_return_code_leads_back(
    app: Flask, jump: Jump, away: timedelta
) -> None:
    visitor = Visitor(app)
    start = visitor.start()
    code, block = way.return_code(start), visitor.submit(start)
    jump(away)
    page = visitor.answer_all(block, "4")
    assert page.status == 403
    assert "terugkomcode" in page.text
    page = visitor.submit(visitor.get("/terug"), code=code)
    assert (page.status, page.path) == (200, "/vragen")
    assert page.text == block.text


def test_pupils_who_start_at_the_very_same_moment_are_different_pupils(
    app: Flask, jump: Jump
) -> None:
    for hours in (0, 1, 0, -1, 0):
        jump(timedelta(hours=hours))
        for _pupil in range(4):
            assert Visitor(app).begin().status == 200
    attempts = way.stored_attempts(services_of(app).database)
    assert len({attempt.id for attempt in attempts}) == 20


@pytest.mark.parametrize(("hours", "status"), [(-1, 200), (1, 200), (-3, 303), (3, 303)])
def test_staff_do_not_stay_signed_in_longer_when_the_clock_is_put_back(
    app: Flask, jump: Jump, hours: int, status: int
) -> None:
    teacher = add_staff(services_of(app), "docent@voorbeeld.nl", "teacher")
    visitor = sign_in(app, teacher, NOW)
    jump(timedelta(hours=hours))
    assert visitor.client.get("/klassen").status_code == status


def test_a_class_that_closed_too_soon_is_open_when_the_clock_is_right_again(
    app: Flask, jump: Jump
) -> None:
    services = services_of(app)
    teacher = add_staff(services, "docent@voorbeeld.nl", "teacher")
    code = code_of(services.database, add_class(services, teacher))
    jump(timedelta(days=1))
    assert Visitor(app).get(f"/meedoen/{code}").status == 409
    jump(timedelta(0))
    assert Visitor(app).begin(f"/meedoen/{code}").status == 200


def test_a_machine_that_does_not_know_what_year_it_is_says_so(app: Flask, jump: Jump) -> None:
    jump(datetime(1970, 1, 1, 0, 1, tzinfo=UTC) - NOW)
    page = Visitor(app).get("/start")
    assert page.status == 503
    assert "De klok van onze server staat verkeerd" in page.text
    status, words = health_of(app)
    assert (status, words["status"], words["clock"]) == (503, "down", "before 2026")
    jump(timedelta(0))
    assert Visitor(app).begin().status == 200
    assert health_of(app)[1]["status"] == "ok"
