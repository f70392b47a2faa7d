"""The log tells how the quiz is doing, and nothing about anyone."""

import json
import logging

import pytest
from flask import Flask

from quiz.web import logs
from tests.conftest import services_of
from tests.reading import open_class
from tests.usecases.attempts.pupils import state_of
from tests.visitor import Visitor

ADDRESS = "203.0.113.77"
REQUEST_KEYS = {"method", "route", "status", "milliseconds", "event", "level", "timestamp"}


@pytest.fixture
def walked(
    clean_app: Flask,
    class_code: str,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> tuple[str, set[str]]:
    """All that was logged of a whole visit, and all that must not be in there."""
    caplog.set_level(logging.DEBUG)
    visitor = Visitor(clean_app)
    visitor.client.environ_base.update({"REMOTE_ADDR": ADDRESS, "HTTP_USER_AGENT": "Piets fiets"})
    visitor.get("/start?naam=Piet")
    visitor.submit(visitor.get("/start"), school_type="vwo", year="4", place="Heerhugowaard")
    shown = readable_parts(visitor)
    visitor.get("/meedoen/CCC333")
    visitor.submit(visitor.get("/meedoen"), code=class_code)
    visitor.submit(visitor.get("/terug"), code="fietsbel regenjas 987 654")
    visitor.walk_to_result(f"/meedoen/{class_code}")
    visitor.get("/vragen?blok=2")
    visitor.get("/Piet/was/hier?geheim=1")
    visitor.post("/vragen/antwoord", {"question": "Piet", "value": "4"})
    services = services_of(clean_app)
    with visitor.client.session_transaction() as session:
        state = state_of(services, session["attempt"])
    secret = {
        ADDRESS, "Piet", "fiets", "Heerhugowaard", "GM0", "CCC333", "geheim", "vwo",
        class_code, str(state.id), state.nickname, *state.asked, *services.bank.tech_items,
        *open_class(services, class_code).nicknames, *shown,
    }  # fmt: skip
    output = capsys.readouterr()
    return output.out + output.err + caplog.text, secret


def readable_parts(visitor: Visitor) -> set[str]:
    """What could be recognised of the return code that is on screen now."""
    with visitor.client.session_transaction() as session:
        words = session["code"].split()[:2]
    return {" ".join(words), "-".join(words), *(word for word in words if len(word) > 5)}


def test_a_whole_visit_leaves_nothing_of_anyone_in_the_log(walked: tuple[str, set[str]]) -> None:
    logged, secret = walked
    assert len(logged.splitlines()) > 20
    assert [text for text in secret if text in logged] == []


def test_each_request_is_its_pattern_and_how_it_went(
    walked: tuple[str, set[str]], clean_app: Flask
) -> None:
    lines = [json.loads(line) for line in walked[0].splitlines() if line.startswith("{")]
    requests = [line for line in lines if line["event"] == "request"]
    assert len(requests) > 20
    patterns = {rule.rule for rule in clean_app.url_map.iter_rules()} | {"unknown"}
    for line in requests:
        assert set(line) == REQUEST_KEYS
        assert line["route"] in patterns
        assert line["method"] in {"GET", "POST", "other"}
    assert {"/meedoen/<code>", "unknown", "/resultaat"} <= {line["route"] for line in requests}


def test_static_files_are_not_logged(visitor: Visitor, capsys: pytest.CaptureFixture[str]) -> None:
    visitor.client.get("/static/favicon.svg", buffered=True)
    assert capsys.readouterr().out == ""


def test_a_strange_method_is_not_repeated_in_the_log(
    visitor: Visitor, capsys: pytest.CaptureFixture[str]
) -> None:
    visitor.client.open("/start", method="PIET")
    output = capsys.readouterr().out
    assert "PIET" not in output
    assert '"status": 405' in output


def test_in_a_demonstration_a_person_can_read_it(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(readable=True)
    logs.log.info("request", route="/start", status=200)
    readable = capsys.readouterr().out
    logs.configure(readable=False)
    assert "route=/start" in readable
    assert not readable.startswith("{")
