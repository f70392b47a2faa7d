"""Questions: pages, what cannot be asked, what is unchanged, and too much of it."""

import pytest
from flask import Flask
from limits import parse
from limits.errors import StorageError

from quiz.usecases.services import Services
from quiz.web.access import readings
from quiz.web.access.counts import Count
from tests.blueprints.open_data.asking import ROOT, ask, rows

STRANGE = {
    "opleidingen?kleur=rood": ("kleur", "niveau"),
    "opleidingen?regio=atlantis": ("regio", "foodvalley"),
    "opleidingen?regio=": ("regio", "foodvalley"),
    "opleidingen?niveau=mbo-9": ("niveau", "mbo-4"),
    "opleidingen?pagina=0": ("pagina", "1-1000000"),
    "opleidingen?pagina=een": ("pagina", "1-1000000"),
    "opleidingen?pagina=١": ("pagina", "1-1000000"),
    "opleidingen?paginagrootte=501": ("paginagrootte", "1-500"),
    "werelden?formaat=xml": ("formaat", "csv"),
    "werelden?regio=foodvalley": ("regio", "formaat"),
    "bedrijven?regio=foodvalley&regio=zeeland": ("regio", ""),
}


@pytest.mark.parametrize("address", STRANGE)
def test_a_strange_question_names_what_is_wrong_and_what_may_stand_there(
    app: Flask, address: str
) -> None:
    answer = ask(app, address)
    assert answer.status_code == 422
    assert answer.content_type == "application/problem+json"
    problem = answer.json or {}
    name, may_be = STRANGE[address]
    assert f": {name}." in problem["detail"]
    assert may_be in problem["detail"]
    assert problem["volgendeStap"]["adres"].endswith("/api/v1/openapi.json")
    assert problem["volgendeStap"]["tekst"]


def test_pages_follow_each_other_and_lose_nothing(app: Flask) -> None:
    small = rows(app, "instellingen?soort=mbo&paginagrootte=7")
    assert small == rows(app, "instellingen?soort=mbo&paginagrootte=500")
    first = ask(app, "instellingen?soort=mbo&paginagrootte=7")
    links = first.headers.getlist("Link")
    assert any('rel="next"' in link and "pagina=2" in link for link in links)
    assert any('rel="license"' in link and "bronnen" in link for link in links)
    beyond = ask(app, "instellingen?soort=mbo&pagina=1000").json or {}
    assert beyond["gegevens"] == []
    assert beyond["volgende"] is None


@pytest.mark.parametrize("address", ["evenementen", "evenementen?formaat=csv", "openapi.json"])
def test_what_did_not_change_is_not_sent_again(app: Flask, address: str) -> None:
    first = ask(app, address)
    tag = first.headers["ETag"]
    assert first.headers["Cache-Control"] == "public, max-age=300"
    for known in (tag, f'"x", {tag}', f"W/{tag}", tag.replace('"', "") + "-gzip", "*"):
        again = ask(app, address, If_None_Match=known)
        assert (again.status_code, again.data) == (304, b""), known
        assert again.headers["Cache-Control"] == "public, max-age=300"
        assert again.headers["ETag"] == tag
    assert ask(app, address, If_None_Match='"something-else"').status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", f"{ROOT}/werelden/", 404),
        ("GET", f"{ROOT}/Werelden", 404),
        ("GET", f"{ROOT}/nergens", 404),
        ("GET", ROOT + "/", 404),
        ("POST", f"{ROOT}/werelden", 405),
        ("DELETE", f"{ROOT}/werelden", 405),
    ],
)
def test_a_wrong_address_or_method_is_told_in_json(
    app: Flask, method: str, path: str, status: int
) -> None:
    answer = app.test_client().open(path, method=method)
    assert answer.status_code == status
    assert answer.content_type == "application/problem+json"
    assert answer.headers["Cache-Control"] == "no-store"
    assert (answer.json or {})["volgendeStap"]["adres"].endswith("openapi.json")
    assert status != 405 or "GET" in answer.headers["Allow"]


def test_who_asks_far_too_much_waits_and_others_do_not(
    clean_app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readings, "PER_ADDRESS", parse("3 per 10 minutes"))
    tags = [ask(clean_app, "werelden").headers["ETag"] for _ in range(3)]
    refused = ask(clean_app, "werelden")
    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 600
    assert "ETag" in (refused.json or {})["detail"]
    assert clean_app.test_client().get("/werelden").status_code == 200
    elsewhere = clean_app.test_client().get(
        f"{ROOT}/werelden", environ_base={"REMOTE_ADDR": "203.0.113.9"}
    )
    assert elsewhere.status_code == 200
    assert len(set(tags)) == 1


def test_what_did_not_change_counts_for_nobody(
    clean_app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readings, "PER_ADDRESS", parse("1 per 10 minutes"))
    tag = ask(clean_app, "werelden").headers["ETag"]
    for _ in range(5):
        assert ask(clean_app, "werelden", If_None_Match=tag).status_code == 304


def test_while_nothing_can_be_counted_everybody_reads_on(
    clean_app: Flask, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_count: object) -> bool:
        raise StorageError(OSError("full"))

    monkeypatch.setattr(Count, "add", fail)
    assert ask(clean_app, "werelden").status_code == 200
