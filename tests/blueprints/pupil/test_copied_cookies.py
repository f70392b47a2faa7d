"""Copies of a pupil's cookie: from before the start, from before a new code, or a late answer."""

import pytest
from flask import Flask

from tests.blueprints.pupil import way
from tests.conftest import services_of
from tests.visitor import Visitor

COOKIE = "zeven_werelden"


@pytest.mark.parametrize("meanwhile", ["nothing", "answers", "new code", "next", "erased"])
def test_a_cookie_copied_before_the_start_never_lets_in(
    clean_app: Flask, visitor: Visitor, another_visitor: Visitor, class_code: str, meanwhile: str
) -> None:
    start = visitor.get(f"/meedoen/{class_code}")
    cookie = visitor.client.get_cookie(COOKIE)
    assert cookie is not None
    page = visitor.submit(start, school_type="havo", year="2")
    code = way.return_code(page)
    if meanwhile == "answers":
        visitor.answer_all(visitor.submit(page), "4")
    elif meanwhile == "new code":
        visitor.post("/code", {"csrf_token": way.token_of(page), "action": "new"})
    elif meanwhile in ("next", "erased"):
        path = {"next": "/volgende", "erased": "/wissen"}[meanwhile]
        visitor.submit(visitor.get(path))
    another_visitor.client.set_cookie(COOKIE, cookie.value)
    stolen = another_visitor.submit(start, school_type="havo", year="2")
    assert code not in stolen.text
    attempts = way.stored_attempts(services_of(clean_app).database)
    if meanwhile == "erased":
        return  # nothing is left to be let into: a new attempt of one's own
    assert len(attempts) == 1
    assert stolen.status == 409
    assert f"/meedoen/{class_code}" in stolen.links()
    assert another_visitor.get("/vragen").status == 403
    assert another_visitor.get("/resultaat").status == 403


def test_who_came_in_with_the_old_code_is_out_after_a_new_one(
    clean_app: Flask, visitor: Visitor, another_visitor: Visitor
) -> None:
    page = visitor.submit(visitor.get("/start"), school_type="havo", year="2")
    another_visitor.submit(another_visitor.get("/terug"), code=way.return_code(page))
    assert another_visitor.get("/vragen").status == 200
    page = visitor.post("/code", {"csrf_token": way.token_of(page), "action": "new"})
    assert another_visitor.get("/vragen").status == 403
    assert another_visitor.get("/delen").status == 403
    assert visitor.get("/vragen").status == 200
    phone = Visitor(clean_app)
    assert phone.submit(phone.get("/terug"), code=way.return_code(page)).path == "/vragen"


def test_a_session_ends_after_a_week_however_often_it_is_used(
    clean_app: Flask, visitor: Visitor
) -> None:
    visitor.begin()
    with visitor.client.session_transaction() as session:
        session["attempt_since"] -= 6 * 24 * 3600
    assert visitor.get("/vragen").status == 200
    with visitor.client.session_transaction() as session:
        session["attempt_since"] -= 24 * 3600
    assert visitor.get("/vragen").status == 403


def test_past_the_code_page_no_cookie_holds_the_return_code(visitor: Visitor) -> None:
    visitor.start()
    with visitor.client.session_transaction() as session:
        assert session["code"]
    visitor.get("/vragen")  # not by the button of the page
    with visitor.client.session_transaction() as session:
        assert "code" not in session


@pytest.mark.parametrize("how", ["stop", "go on", "again"])
def test_a_retake_makes_no_session_longer(visitor: Visitor, how: str) -> None:
    way.at_result(visitor)
    if how != "again":
        visitor.submit(visitor.get("/opnieuw"))
    with visitor.client.session_transaction() as session:
        session["attempt_since"] -= 7 * 24 * 3600 - 60
        before = session["attempt_since"]
    fields = {"csrf_token": way.token_of(visitor.get("/volgende"))}
    answer = visitor.post("/opnieuw", fields | ({"action": "stop"} if how == "stop" else {}))
    assert answer.status == 200
    with visitor.client.session_transaction() as session:
        assert session["attempt_since"] == before


@pytest.mark.parametrize("path", ["/delen/nu", "/vragen/antwoord"])
def test_a_late_answer_of_a_script_brings_no_cookie(visitor: Visitor, path: str) -> None:
    page = visitor.begin()
    with visitor.client.session_transaction() as session:
        session["renewed"] = 0  # older than an hour: a page would send it anew
    if path == "/delen/nu":
        answer = visitor.client.get(path)
    else:
        fields = {"question": way.questions_of(page)[0], "value": "4", "sequence": "9"}
        answer = visitor.client.post(path, data={**fields, "csrf_token": way.token_of(page)})
    assert answer.status_code in (200, 204)
    assert "Set-Cookie" not in answer.headers
