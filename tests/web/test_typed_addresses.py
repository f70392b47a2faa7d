"""Addresses as people type them lead to the one true address, and never away from us."""

from urllib.parse import quote, unquote_to_bytes, urlsplit

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import Client, TestResponse

from tests.conftest import services_of
from tests.house.access_world import make_world
from tests.own_app import MakeApp
from tests.security.walking import address, routes
from tests.visitor import Visitor

MEANT = {
    "/Start": "/start",
    "/START": "/start",
    "/start/": "/start",
    "/start//": "/start",
    "/start.": "/start",
    "/start%20": "/start",
    "/start%E2%80%8B": "/start",
    "/%53tart": "/start",
    "/TERUG": "/terug",
    "/Klassen": "/klassen",
    "/Klassen/Nieuw/": "/klassen/nieuw",
    "/KLASSEN/12/SCHERM": "/klassen/12/scherm",
    "/Inloggen/": "/inloggen",
    "/Gesprekken/12.PDF": "/gesprekken/12.pdf",
    "/werelden/Mens-Gezondheid": "/werelden/mens-gezondheid",
    "/Werelden/mens-gezondheid/": "/werelden/mens-gezondheid",
    "/werelden/mens_gezondheid": "/werelden/mens-gezondheid",
    "/werelden/Mens%20%26%20Gezondheid": "/werelden/mens-gezondheid",
    "/Ouders.PDF": "/ouders.pdf",
    "/MEEDOEN/": "/meedoen",
    "/Wachtwoord/AbC-dEf_123/": "/wachtwoord/AbC-dEf_123",
    "/Start?taal=en&utm_source=Bord%20A": "/start?taal=en&utm_source=Bord%20A",
    "//start/?verder=//evil.example": "/start?verder=//evil.example",
}
UNKNOWN = [
    "/starten",
    "/Kamers/",
    "/werelden/Atlantis",
    "//evil.example",
    "//evil.example/start",
    "/\\evil.example/start",
    "/https://evil.example/start",
    "/start/x",
    "/..",
    "/../start",
    "/%00",
    "/ſtart",
    "/STATIC/css/base.css",
    "/VRAGEN/ANTWOORD",
    "/klassen/x/scherm",
    "/Meedoen/A/B",
]


def ask(client: Client, typed: str, method: str = "GET") -> TestResponse:
    """Ask for an address as it stands: a client of tests takes `//x` for the name of a host."""
    path, _mark, query = typed.partition("?")
    raw = {"PATH_INFO": unquote_to_bytes(path).decode("latin-1"), "QUERY_STRING": query}
    return client.open("/", method=method, environ_overrides=raw)


def test_what_is_typed_leads_to_the_true_address(visitor: Visitor) -> None:
    for typed, true in MEANT.items():
        for method in ("GET", "HEAD"):
            answer = ask(visitor.client, typed, method)
            assert (answer.status_code, answer.location) == (301, true), (typed, true)
            assert answer.headers["Cache-Control"] == "no-store", (typed, true)


def test_what_is_no_spelling_of_a_page_stays_unknown(visitor: Visitor) -> None:
    for typed in UNKNOWN:
        answer = ask(visitor.client, typed)
        assert answer.status_code == 404, typed
        assert answer.location is None, typed


def test_a_class_code_in_any_spelling_of_its_address_opens_the_class(
    clean_app: Flask, class_code: str
) -> None:
    small, spaced = class_code.lower(), f"{class_code[:3]}%20{class_code[3:]}"
    for path in (
        f"/MEEDOEN/{class_code}",
        f"/Meedoen/{small}/",
        f"/meedoen/{class_code}/",
        f"/meedoen/{class_code}.",
        f"/meedoen//{spaced}",
        f"/meedoen/{quote('“' + class_code + '”')}",
        f"/%4DEEDOEN/{small}",
        f"/meedoen/code:{small}",
    ):
        visitor = Visitor(clean_app)
        page = visitor.get(f"{path}?utm_source=bord&taal=en")
        assert (page.status, page.path) == (200, f"/meedoen/{class_code}"), path
        assert "Demoklas" in page.text
        assert visitor.submit(page, school_type="havo", year="2").path == "/code"


def test_the_proof_of_the_board_comes_along(visitor: Visitor, class_code: str) -> None:
    answer = visitor.client.get(f"/Meedoen/{class_code.lower()}?bord=0123456789ab")
    assert answer.location == f"/meedoen/{class_code.lower()}?bord=0123456789ab"
    assert visitor.client.get(answer.location).location == (
        f"/meedoen/{class_code}?bord=0123456789ab"
    )


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_only_who_looks_is_sent_on(visitor: Visitor, method: str) -> None:
    assert visitor.client.open("/Start/", method=method).status_code == 404


def test_every_page_is_found_in_capitals_and_with_a_slash(clean_app: Flask) -> None:
    world = make_world(services_of(clean_app))
    client = clean_app.test_client()
    walked = 0
    for route in routes(clean_app, "GET"):
        true = address(world, route.rule)
        fixed = true.split("/")[1]
        typed = "/" + fixed.upper() + true.removeprefix(f"/{fixed}") + "/"
        if true == "/":
            continue
        assert client.get(typed).location == true, route
        walked += 1
    assert walked > 40


@settings(
    max_examples=150,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(["", "Start", "MEEDOEN", "werelden", "evil.example", "\\", "..", " "]),
            st.text(max_size=8),
        ),
        max_size=5,
    ),
    st.text(max_size=12),
)
def test_nobody_is_led_away_or_round_in_circles(made: Flask, parts: list[str], query: str) -> None:
    path = "/" + "/".join(quote(part, safe="\\:@") for part in parts)
    client, seen = made.test_client(), set()
    place: str | None = f"{path}?{quote(query, safe='/:&=')}"
    while place is not None:
        assert place not in seen
        seen.add(place)
        answer = ask(client, place)
        assert answer.status_code < 500
        place = answer.location
        if place is not None:
            assert place.startswith("/")
            assert not place.startswith(("//", "/\\"))
            assert not urlsplit(place).netloc


@pytest.fixture
def made(make_app: MakeApp) -> Flask:
    return make_app()
