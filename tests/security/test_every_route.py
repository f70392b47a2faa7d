"""What must hold for every route there is, also for one that is made tomorrow."""

from http.cookies import SimpleCookie
from typing import NoReturn

import pytest
from flask import Flask

from quiz.usecases.services import Services
from quiz.web.access.audiences import Audience
from quiz.web.extensions import csrf
from quiz.web.responses.headers import CONTENT_SECURITY_POLICY
from tests.house.access_world import make_world
from tests.security.walking import address, ask, browser, routes, token
from tests.usecases.attempts.pupils import everything_stored, row_counts

WRONG_TOKENS = {
    "none": {},
    "empty": {"csrf_token": ""},
    "nonsense": {"csrf_token": "x.y.z"},
    "no letters": {"csrf_token": "é\x00" * 50},
    "in another field": {"csrf": "", "x-csrf-token": ""},
}
# A file that leaves the house leaves a line in the trail, and a wrong code is counted.
MOVED = {"staff_action", "wrong_count"}


def test_no_form_is_taken_without_its_token(clean_app: Flask, services: Services) -> None:
    world = make_world(services)
    before = everything_stored(services.database)
    tokens = [*WRONG_TOKENS.values(), {"csrf_token": token(clean_app, "somebody else's")}]
    for route in routes(clean_app, "POST", "PUT", "PATCH", "DELETE"):
        client = browser(clean_app, world, route.owner)
        for fields in tokens:
            answer = client.open(
                address(world, route.rule), method=route.method, data={"action": "make", **fields}
            )
            assert answer.status_code == 400, route
            assert "te oud" in answer.text, route
    assert everything_stored(services.database) == before


def test_a_token_counts_only_where_a_form_of_ours_puts_it(
    clean_app: Flask, services: Services
) -> None:
    world = make_world(services)
    good = token(clean_app)
    for route in routes(clean_app, "POST"):
        client = browser(clean_app, world, route.owner)
        answer = client.post(f"{address(world, route.rule)}?csrf_token={good}")
        assert answer.status_code == 400, route
        as_json = client.post(address(world, route.rule), json={"csrf_token": good})
        assert as_json.status_code == 400, route


def test_only_the_health_page_is_free_of_tokens_and_it_takes_no_form(clean_app: Flask) -> None:
    assert {blueprint.name for blueprint in csrf._exempt_blueprints} == {"health"}
    assert csrf._exempt_views == set()
    assert [one.rule for one in routes(clean_app, "GET") if one.endpoint.startswith("health.")]
    assert not [one for one in routes(clean_app, "POST") if one.endpoint.startswith("health.")]


def test_looking_changes_nothing(clean_app: Flask, services: Services) -> None:
    world = make_world(services)
    before = row_counts(services.database)
    for route in routes(clean_app, "GET"):
        ask(clean_app, world, route)
        client = browser(clean_app, world, route.owner)
        client.head(address(world, route.rule))
        for method in ("POST", "DELETE"):
            headers = {"X-HTTP-Method-Override": method}
            client.get(f"{address(world, route.rule)}?_method={method}", headers=headers)
    after = row_counts(services.database)
    assert {name: after[name] for name in after if name not in MOVED} == {
        name: before[name] for name in before if name not in MOVED
    }


def test_every_answer_of_every_route_is_protected(clean_app: Flask, services: Services) -> None:
    world = make_world(services)
    for route in routes(clean_app, "GET", "POST", "OPTIONS", "HEAD"):
        headers = ask(clean_app, world, route).headers
        who = clean_app.view_functions[route.endpoint].__dict__["audience"]
        to_all, looks = who is Audience.DATA, route.method in {"GET", "HEAD"}
        framed = who is Audience.EMBEDDED and looks
        assert (headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY) != framed, route
        assert (headers.get("X-Frame-Options") == "DENY") != framed, route
        assert headers["X-Content-Type-Options"] == "nosniff", route
        assert headers["Referrer-Policy"] == "same-origin", route
        kept = framed or (to_all and looks)
        assert (headers["Cache-Control"] == "no-store") != kept, route
        assert "Server" not in headers, route
        assert "X-Powered-By" not in headers, route
        assert ("Access-Control-Allow-Origin" in headers) == to_all, route
        assert not (to_all or framed) or "Set-Cookie" not in headers, route


def test_every_text_says_its_kind_and_its_letters(clean_app: Flask, services: Services) -> None:
    world = make_world(services)
    for route in routes(clean_app, "GET", "POST"):
        answer = ask(clean_app, world, route)
        if answer.data:
            kind = answer.headers["Content-Type"]
            assert kind in {
                "text/html; charset=utf-8",
                "application/json",
                "application/pdf",
                "text/csv; charset=utf-8",
                "text/calendar; charset=utf-8",
                "application/atom+xml; charset=utf-8",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            }, route


def test_every_cookie_is_out_of_reach_of_scripts_and_other_sites(
    clean_app: Flask, services: Services
) -> None:
    world = make_world(services)
    seen = 0
    for route in routes(clean_app, "GET", "POST"):
        for text in ask(clean_app, world, route).headers.getlist("Set-Cookie"):
            (cookie,) = SimpleCookie(text).values()
            assert cookie["httponly"], route
            assert cookie["samesite"] in {"Lax", "Strict"}, route
            assert not cookie["domain"], route
            seen += 1
    assert seen >= 5


def test_a_mistake_in_any_page_shows_and_tells_nothing(
    clean_app: Flask,
    services: Services,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(**_parts: object) -> NoReturn:
        raise RuntimeError("geheim-4711")

    world = make_world(services)
    for route in routes(clean_app, "GET", "POST"):
        fail.__dict__.update(clean_app.view_functions[route.endpoint].__dict__)
        with monkeypatch.context() as here:
            here.setitem(clean_app.view_functions, route.endpoint, fail)
            answer = ask(clean_app, world, route)
        assert answer.status_code == 500, route
        for word in ("geheim", "Traceback", "RuntimeError", ".py", "werkzeug", "sqlalchemy"):
            assert word not in answer.text, route
        told = ("Er ging bij ons iets mis", "kon niet gemaakt worden")
        assert any(words in answer.text for words in told), route
    logged = capsys.readouterr()
    assert "geheim" not in logged.out + logged.err
    assert "Traceback" not in logged.out + logged.err


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "quiz.evil.example"])
def test_a_redirect_never_leaves_this_house(
    clean_app: Flask, services: Services, host: str
) -> None:
    world = make_world(services)
    for route in routes(clean_app, "GET", "POST"):
        client = browser(clean_app, world, route.owner)
        lies = {"Host": host, "X-Forwarded-Host": host, "Referer": f"https://{host}/"}
        data = {"csrf_token": token(clean_app), "verder": f"//{host}/", "next": f"//{host}/"}
        answer = client.open(
            f"{address(world, route.rule)}?verder=//{host}/&next=//{host}/",
            method=route.method,
            data=data if route.method == "POST" else None,
            headers=lies,
        )
        place = answer.headers.get("Location", "/")
        assert place.startswith("/"), route
        assert not place.startswith(("//", "/\\")), route
