"""A form with its token is taken from our own page, whatever a proxy or a privacy setting hides."""

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from tests.forms import main_form
from tests.own_app import MakeApp
from tests.reading_html import parse
from tests.visitor import Visitor

HERE = "https://quiz.school.nl"
OURS = [
    {},
    {"Referer": ""},
    {"Referer": "https://quiz.school.nl:8443/start"},
    {"Referer": "about:client"},
    {"Referer": "https://portaal.school.nl/"},
    {"Origin": ""},
    {"Origin": HERE},
    {"Origin": "HTTPS://QUIZ.School.NL"},
    {"Origin": f"{HERE}:443"},
    {"Origin": f"{HERE}:8443"},
    {"Origin": "https://quiz.school.nl."},
    {"Origin": f" {HERE} ", "Sec-Fetch-Site": "same-origin"},
    {"Origin": "null"},
    {"Origin": "null", "Sec-Fetch-Site": "same-origin"},
    {"Sec-Fetch-Site": "none"},
]
FOREIGN = [
    {"Origin": "https://evil.example"},
    {"Origin": "https://evil.example", "Referer": f"{HERE}/start"},
    {"Origin": "https://quiz.school.nl.evil.example"},
    {"Origin": "https://portaal.school.nl"},
    {"Origin": "https://quiz.school.nl@evil.example"},
    {"Origin": "https://evil.example#quiz.school.nl"},
    {"Origin": "https://evil.example\\@quiz.school.nl"},
    {"Origin": "http://quiz.school.nl"},
    {"Origin": "ftp://quiz.school.nl"},
    {"Origin": "quiz.school.nl"},
    {"Origin": f"{HERE},https://evil.example"},
    {"Origin": f"{HERE} {HERE}"},
    {"Origin": "http://localhost:3000"},
    {"Origin": "https://quiz.schoo\u217c.nl"},
    {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "Cross-Site"},
    {"Origin": HERE, "Sec-Fetch-Site": "cross-site"},
]


@pytest.fixture
def school(make_app: MakeApp) -> Flask:
    return make_app(BASE_URL=HERE, TRUSTED_PROXIES="1")


def send_start(app: Flask, headers: dict[str, str], base: str = HERE) -> TestResponse:
    """Open the start page at an address and send it with these headers."""
    client = app.test_client()
    form = main_form(parse(client.get("/start", base_url=base).text))
    assert form is not None
    data = {**form.values, "school_type": "havo", "year": "2"}
    return client.post("/start", data=data, headers=headers, base_url=base)


def test_a_form_of_ours_is_taken(school: Flask) -> None:
    for headers in OURS:
        answer = send_start(school, headers)
        assert (answer.status_code, answer.location) == (303, "/code"), headers


def test_a_form_of_another_website_is_refused_with_the_right_token_too(school: Flask) -> None:
    for headers in FOREIGN:
        answer = send_start(school, headers)
        assert answer.status_code == 400, headers
        assert "kwam van een andere website" in answer.text


def test_without_its_token_no_header_helps(school: Flask) -> None:
    client = school.test_client()
    client.get("/start", base_url=HERE)
    data = {"school_type": "havo", "year": "2"}
    for headers in OURS:
        answer = client.post("/start", data=data, headers=headers, base_url=HERE)
        assert answer.status_code == 400, headers
        assert "te oud" in answer.text


@pytest.mark.parametrize(
    ("settings", "asked", "origin"),
    [
        ({}, "http://quiz.school.nl", HERE),  # a proxy that does not say that it is https
        ({}, "http://quiz.school.nl:8000", "http://quiz.school.nl:8000"),
        ({"BASE_URL": HERE}, "http://127.0.0.1:8000", HERE),  # a proxy that passes no host
        ({"BASE_URL": f"{HERE}:8443"}, HERE, f"{HERE}:8443"),  # nor the port
        ({"BASE_URL": "http://quiz.school.nl"}, "http://quiz.school.nl", HERE),
        ({"BASE_URL": HERE}, "https://localhost", "http://localhost"),
    ],
)
def test_what_a_proxy_leaves_out_does_not_make_a_form_foreign(
    make_app: MakeApp, settings: dict[str, str], asked: str, origin: str
) -> None:
    app = make_app(**settings)
    assert send_start(app, {"Origin": origin}, asked).status_code == 303
    assert send_start(app, {"Origin": "https://evil.example"}, asked).status_code == 400


def test_looking_is_never_foreign(school: Flask) -> None:
    headers = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    client = school.test_client()
    assert client.get("/start", headers=headers, base_url=HERE).status_code == 200
    assert client.post("/bestaat-niet", headers=headers, base_url=HERE).status_code == 404


HEADERS = [
    "Origin",
    "Referer",
    "Sec-Fetch-Site",
    "Host",
    "Cookie",
    "If-None-Match",
    "Forwarded",
    "X-Forwarded-For",
    "X-Forwarded-Proto",
    "X-Forwarded-Host",
    "X-Forwarded-Prefix",
    "X-Forwarded-Port",
]
ODD = st.sampled_from(["null", "*", HERE, "[::1]:9", '"', ",", "https", "W/", "a" * 9_000])
TEXTS = st.text(st.characters(codec="latin-1", exclude_categories=["Cc"]), max_size=40)


@settings(
    max_examples=60,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.dictionaries(st.sampled_from(HEADERS), st.one_of(TEXTS, ODD), max_size=6))
def test_no_headers_at_all_break_the_server(school: Flask, headers: dict[str, str]) -> None:
    client = school.test_client()
    for path in ("/start", "/healthz", "/Meedoen/", "/"):
        assert client.get(path, headers=headers, base_url=HERE).status_code in {200, 301, 400}
        answer = client.post(path, headers=headers, base_url=HERE)
        assert answer.status_code in {400, 404, 405}


def test_a_signed_in_teacher_is_as_safe(school: Flask) -> None:
    answer = Visitor(school).client.post(
        "/inloggen", headers={"Origin": "https://evil.example"}, base_url=HERE
    )
    assert answer.status_code == 400
