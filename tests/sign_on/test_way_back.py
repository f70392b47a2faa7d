"""The way back: only what this browser began, with this provider, once, and never elsewhere."""

from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import pytest
from flask import Flask

from tests.blueprints.accounts import people
from tests.own_app import MakeApp
from tests.sign_on.provider import Provider, running
from tests.sign_on.settings import OURS, written
from tests.sign_on.somebody import BACK, START, Somebody


def test_what_is_sent_along_is_new_each_time_and_holds_no_secret(somebody: Somebody) -> None:
    asked = [parse_qs(urlsplit(somebody.leave_for_school()).query) for _time in range(2)]
    for one in asked:
        assert one["response_type"] == ["code"]
        assert one["code_challenge_method"] == ["S256"]
        assert one["redirect_uri"] == [OURS + BACK]
        assert one["scope"] == ["openid"]
        assert one["prompt"] == ["login"]
    for name in ("state", "nonce", "code_challenge"):
        assert asked[0][name] != asked[1][name]
        assert len(asked[0][name][0]) >= 43
    assert "geheim" not in str(asked)


def test_an_answer_without_a_beginning_here_is_refused(
    linked: Somebody, sso_app: Flask, provider: Provider
) -> None:
    """Somebody leads another to their own sign-on: nobody is signed in as somebody else."""
    attacker = Somebody(sso_app, provider)
    way_back = attacker.way_back()
    page = linked.get(way_back)
    assert page.status == 410
    assert "verlopen" in page.text
    assert START in page.links()
    assert not linked.is_in()
    assert "/token" not in provider.asked[-1:]


def test_an_answer_counts_once(linked: Somebody, sso_app: Flask, provider: Provider) -> None:
    way_back = linked.way_back()
    before = linked.client.get_cookie("zeven_werelden_schoolaccount", path="/inloggen/school")
    assert before is not None
    assert linked.get(way_back).path == "/klassen"
    assert linked.get(way_back).status == 410
    thief = Somebody(sso_app, provider)
    thief.client.set_cookie(before.key, before.value, path=before.path)
    assert thief.get(way_back).status == 410, "also with a copy of the cookie from before"
    assert not thief.is_in()


def test_a_code_that_was_used_begins_anew(linked: Somebody, provider: Provider) -> None:
    way_back = linked.way_back()
    for grant in provider.grants.values():
        grant.used = True
    assert linked.get(way_back).status == 410


@pytest.mark.parametrize("field", ["state", "code"])
def test_a_changed_answer_is_refused(linked: Somebody, field: str) -> None:
    for change in (lambda _v: "", lambda v: v[:-2], lambda v: v + "A", lambda _v: "0" * 5000):
        way_back = linked.way_back()
        values = dict(parse_qsl(urlsplit(way_back).query))
        values[field] = change(values[field])
        assert linked.get(f"{BACK}?{urlencode(values)}").status == 410
    assert not linked.is_in()


@pytest.mark.parametrize("tab", [0, 1, 2])
def test_of_three_tabs_each_gets_in(linked: Somebody, tab: int) -> None:
    ways = [linked.way_back() for _tab in range(3)]
    assert linked.get(ways[tab]).path == "/klassen"


def test_a_tab_of_eleven_minutes_ago_is_over(
    linked: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    way_back = linked.way_back()
    monkeypatch.setattr("quiz.blueprints.accounts.begun.LASTS", -1)
    assert linked.get(way_back).status == 410


def test_what_another_provider_answers_is_not_taken(
    make_app: MakeApp, tmp_path: Path, provider: Provider
) -> None:
    """Mix-up: an answer of the one brought to the way back of the other, or named as its own."""
    with running(Provider(subject="iemand van de ander")) as other:
        app = make_app(SSO_FILE=str(written(tmp_path, provider, other)), BASE_URL=OURS)
        somebody = Somebody(app, provider)
        way_back = somebody.way_back()
        swapped = way_back.replace("/school/school/", "/school/school-2/")
        assert somebody.get(swapped).status == 410
        provider.answer = {"iss": other.url}
        page = somebody.sign_in()
        assert page.status == 502
        assert other.asked == []


def test_an_answer_that_leaves_out_whose_it_is_is_refused(
    linked: Somebody, provider: Provider
) -> None:
    provider.answer = {"iss": ""}
    assert linked.sign_in().status == 502


ELSEWHERE = (
    *("//evil.example", "https://evil.example/", "/\\evil.example", "\\\\evil.example"),
    *("javascript:alert(1)", "/\t/evil.example", "%2F%2Fevil.example", "evil.example"),
)


@pytest.mark.parametrize("place", ELSEWHERE)
def test_nobody_is_led_elsewhere(linked: Somebody, place: str) -> None:
    answer = linked.client.get(linked.way_back(f"{START}?verder={place}"))
    assert answer.status_code == 303
    assert answer.location.startswith("/")
    assert not answer.location.startswith(("//", "/\\"))
    assert "evil" not in answer.location.partition("?")[0]


def test_the_cookie_is_out_of_reach_and_goes_to_one_place(linked: Somebody) -> None:
    answer = linked.client.get(START)
    (text,) = answer.headers.getlist("Set-Cookie")
    assert "HttpOnly" in text
    assert "Path=/inloggen/school;" in text
    assert "SameSite=Lax" in text
    assert "Max-Age=600" in text


def test_a_pupil_who_is_busy_here_stays_until_it_worked(
    linked: Somebody, provider: Provider
) -> None:
    linked.begin()
    provider.answer = {"error": "access_denied", "code": ""}
    assert linked.sign_in().status == 403
    assert linked.get("/vragen").path == "/vragen"
    provider.answer = {}
    assert linked.sign_in().path == "/klassen"
    assert linked.get("/vragen").status == 403


def test_a_provider_that_is_not_in_the_settings_is_no_page(somebody: Somebody) -> None:
    for path in ("/inloggen/school/ander", "/inloggen/school/ander/terug?state=x&code=y"):
        assert somebody.get(path).status == 404


def test_without_settings_there_is_no_button(make_app: MakeApp) -> None:
    app = make_app()
    page = Somebody(app, Provider()).get("/inloggen")
    assert "/inloggen/school" not in page.html
    assert "Of met een wachtwoord" not in page.text


def test_who_is_in_goes_on(linked: Somebody) -> None:
    people.sign_in(linked, people.TEACHER)
    assert linked.get(START).path == "/klassen"
