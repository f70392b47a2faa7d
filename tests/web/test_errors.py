"""What goes wrong on the server or on the way is a page, never a trace, and nothing is lost."""

import json
from typing import NoReturn

import pytest
from flask import Flask

from quiz.storage import database, embedded
from quiz.web.access.audiences import Audience, audience
from quiz.web.problems import pupil as problems
from tests.conftest import services_of
from tests.own_app import MakeApp
from tests.visitor import Visitor

NOWHERE = "postgresql://nobody:geheim@127.0.0.1:1/nothing"


def events(output: str) -> list[dict[str, object]]:
    """What was logged, line by line."""
    return [json.loads(line) for line in output.splitlines() if line.startswith("{")]


def test_a_method_that_does_not_fit_keeps_the_list_of_those_that_do(visitor: Visitor) -> None:
    answer = visitor.client.delete("/start")
    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS", "POST"}
    assert "405" in answer.text


@pytest.mark.parametrize(
    ("size", "content_type"),
    [
        (70_000, "application/x-www-form-urlencoded"),
        (70_000, "text/plain"),
        (10_000_000, "application/x-www-form-urlencoded"),
    ],
)
def test_a_huge_body_is_refused_kindly(visitor: Visitor, size: int, content_type: str) -> None:
    answer = visitor.client.post("/meedoen", data=b"code=" + b"x" * size, content_type=content_type)
    assert answer.status_code in {400, 413}
    assert "bewaard" in answer.text or "pagina" in answer.text


def test_a_redirect_of_the_framework_stays_a_redirect(make_app: MakeApp) -> None:
    app = make_app()
    app.add_url_rule("/map/", view_func=audience(Audience.ANYONE)(lambda: ""))
    answer = app.test_client().get("/map")
    assert (answer.status_code, answer.location) == (308, "http://localhost/map/")


def test_a_form_from_elsewhere_changes_nothing(visitor: Visitor) -> None:
    page = visitor.post("/start", {"school_type": "havo", "year": "2"})
    assert page.status == 400
    assert visitor.get("/vragen").status == 403


def test_an_unexpected_mistake_is_logged_by_kind_and_place_only(
    make_app: MakeApp, capsys: pytest.CaptureFixture[str]
) -> None:
    app = make_app()

    @audience(Audience.ANYONE)
    def fail(code: str) -> NoReturn:
        raise RuntimeError("geheim-4711")

    app.add_url_rule("/kapot/<code>", view_func=fail)
    capsys.readouterr()
    assert Visitor(app).get("/kapot/geheim-code").status == 500
    output = capsys.readouterr()
    (mistake, _request) = events(output.out)
    assert (mistake["event"], mistake["kind"]) == ("unexpected", "RuntimeError")
    assert "test_errors.py" in str(mistake["where"])
    assert "geheim" not in output.out + output.err


def test_even_a_mistake_in_the_error_page_tells_nobody_a_code(
    make_app: MakeApp,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = make_app()

    def fail() -> NoReturn:
        raise RuntimeError("geheim-4711")

    monkeypatch.setitem(problems.BY_STATUS, 404, fail)
    assert app.test_client().get("/geheim-code").status_code == 500
    output = capsys.readouterr()
    assert "RuntimeError" in output.out
    assert "geheim" not in output.out + output.err + caplog.text


def test_a_database_that_is_not_there_is_a_kind_page(
    make_app: MakeApp, capsys: pytest.CaptureFixture[str]
) -> None:
    visitor = Visitor(make_app(migrate=False, DATABASE_URL=NOWHERE))
    assert visitor.get("/").status == 200
    form = visitor.get("/start").form
    page = visitor.post("/start", {**form.values, "school_type": "havo", "year": "2"})
    assert page.status == 503
    assert "geheim" not in page.html + capsys.readouterr().out


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch, make_app: MakeApp, empty_url: str) -> Flask:
    """An app that waits a tenth of a second for a lock, on each kind of database."""
    for module in (database, embedded):
        monkeypatch.setattr(module, "BUSY_TIMEOUT_MS", 100)
    return make_app(DATABASE_URL=empty_url)


def test_a_database_that_stays_locked_asks_to_try_again_and_loses_nothing(
    impatient: Flask,
) -> None:
    visitor = Visitor(impatient)
    block = visitor.begin()
    with services_of(impatient).database.writing() as session:
        session.connection().exec_driver_sql("UPDATE attempt SET year = 3")
        page = visitor.answer_all(block, "4")
        assert page.status == 503
        assert len(page.form.choices if "<form" in page.html else {}) == 0
    assert visitor.get("/vragen").text == block.text, "nothing half-written"
    assert visitor.answer_all(block, "4").status == 200


def test_after_the_database_went_away_for_a_moment_the_way_goes_on(
    impatient: Flask,
) -> None:
    visitor = Visitor(impatient)
    block = visitor.begin()
    database = services_of(impatient).database
    if database.is_sqlite:
        database.close()
    else:
        with database.writing() as session:
            session.connection().exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
    for _try in range(3):
        page = visitor.answer_all(block, "4")
        assert page.status in {200, 503}
    assert page.status == 200
