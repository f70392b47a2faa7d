"""Requests as proxies and balancers deliver them: names, ports, prefixes, questions by address."""

import re

import pytest
from flask import Flask

from quiz.blueprints.classroom.entrance import board_address, entrance
from tests.own_app import MakeApp

HERE = "https://quiz.school.nl"
PROXIED = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9"}
OUR_NAMES = [
    "quiz.school.nl",
    "QUIZ.School.NL",
    "quiz.school.nl.",
    "quiz.school.nl:443",
    "quiz.school.nl:80",
    "quiz.school.nl:8443",
    "Quiz.School.nl.:443",
    "quiz.school.nl:",
    "localhost:8000",
    "127.0.0.1",
]
OTHER_NAMES = [
    "",
    "evil.example",
    "quiz.school.nl.evil.example",
    "evil-quiz.school.nl",
    "quiz.school.nl..",
    "quiz.school.nl,evil.example",
    "quiz.school.nl:8443:1",
    "quiz.school.nl:port",
    "quiz.school.nl@evil.example",
    "10.0.3.17:8302",
    "node-1:8302",
    "[::1]:8000",
]


@pytest.fixture
def school(make_app: MakeApp) -> Flask:
    return make_app(BASE_URL=HERE, TRUSTED_PROXIES="1")


def test_our_name_is_ours_however_it_is_written(school: Flask) -> None:
    for name in OUR_NAMES:
        answer = school.test_client().get("/start", headers={**PROXIED, "Host": name})
        assert answer.status_code == 200, name


def test_every_other_name_is_refused_but_for_the_question_how_we_are(school: Flask) -> None:
    client = school.test_client()
    ours = client.get("/healthz", headers={"Host": "quiz.school.nl"}).json
    for name in OTHER_NAMES:
        for path in ("/", "/start", "/Healthz", "/healthz/", "/healthz/x", "/bestaat-niet"):
            answer = client.get(path, headers={**PROXIED, "Host": name})
            assert answer.status_code == 400, (name, path)
            assert answer.text == "Zeven Werelden staat op een ander adres.\n"
        watched = client.get("/healthz", headers={"Host": name})
        assert (watched.status_code, watched.json) == (200, ours), name
        assert client.head("/healthz", headers={"Host": name}).status_code == 200


def test_the_question_how_we_are_tells_nothing_of_where_or_who(school: Flask) -> None:
    answer = school.test_client().get("/healthz", headers={"Host": "10.0.3.17:8302"})
    text = answer.text + str(answer.headers)
    assert not any(word in text for word in ("school.nl", "10.0.3.17", "localhost", "Set-Cookie"))


def test_a_protocol_is_understood_as_proxies_write_it(make_app: MakeApp) -> None:
    client = make_app(TRUSTED_PROXIES="1").test_client()
    token = re.search(r'csrf_token" value="([^"]+)', client.get("/start").text)
    assert token is not None
    data = {"csrf_token": token[1], "school_type": "havo", "year": "2"}
    plain = {"Host": "quiz.nl", "Origin": "http://quiz.nl"}
    for proto in ("https", "HTTPS", " https ", "http, https", '"https"'):
        headers = {**plain, "X-Forwarded-Proto": proto}
        answer = client.post("/start", data=data, headers=headers)
        assert "andere website" in answer.text, f"{proto}: over https no form comes over http"
    for proto in ("http", "HTTP", "https, http", "ftp", ""):
        answer = client.post("/start", data=data, headers={**plain, "X-Forwarded-Proto": proto})
        assert "andere website" not in answer.text, proto


def test_another_prefix_port_or_host_of_a_proxy_is_not_looked_at(school: Flask) -> None:
    client = school.test_client()
    for prefix in ("/quiz", "//evil.example", "https://evil.example/"):
        lies = {
            "X-Forwarded-Prefix": prefix,
            "X-Script-Name": prefix,
            "X-Forwarded-Host": "evil.example",
            "X-Forwarded-Port": "666",
            "Forwarded": "for=192.0.2.1;host=evil.example;proto=http",
        }
        page = client.get("/start", headers={**PROXIED, **lies, "Host": "quiz.school.nl"})
        assert page.status_code == 200, prefix
        assert 'action="/start"' in page.text
        assert not re.search(r"evil\.example|666|/quiz/", page.text)


def test_the_board_shows_the_address_of_visitors_whatever_the_proxy_passes_on(
    make_app: MakeApp,
) -> None:
    app = make_app(BASE_URL=f"{HERE}:8443", TRUSTED_PROXIES="1")
    for name in ("quiz.school.nl", "127.0.0.1:8000"):
        with app.test_request_context(headers={**PROXIED, "Host": name}):
            assert board_address("HJM479").startswith(f"{HERE}:8443/meedoen/HJM479?")
            assert entrance("HJM479").address == "quiz.school.nl:8443"
            assert not entrance("HJM479").only_here
