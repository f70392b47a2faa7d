"""Every route stands in a committed list with its audience: a new one is a conscious decision."""

from pathlib import Path

import pytest
from flask import Flask

from quiz.web.access.audiences import Audience
from tests.visitor import Visitor

LIST = Path(__file__).with_name("routes.txt")


def _declared(app: Flask) -> list[str]:
    lines = []
    for rule in app.url_map.iter_rules():
        if rule.endpoint == "static":
            continue
        view = app.view_functions[rule.endpoint]
        methods = ",".join(sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}))
        lines.append(f"{view.__dict__['audience']:<8} {methods:<5} {rule.rule}")
    return sorted(lines)


def test_every_route_is_on_the_list_with_its_audience(app: Flask) -> None:
    assert _declared(app) == LIST.read_text(encoding="utf-8").splitlines()


def test_no_route_exists_without_an_audience(app: Flask) -> None:
    for endpoint, view in app.view_functions.items():
        if endpoint != "static":
            assert view.__dict__.get("audience") in set(Audience), endpoint


OPEN_TO_STRANGERS = {"/meedoen", "/meedoen/<code>", "/start", "/terug"}
NEEDS_AN_ATTEMPT = [
    line.split()[1:]
    for line in LIST.read_text(encoding="utf-8").splitlines()
    if line.startswith("pupil") and line.split()[2] not in OPEN_TO_STRANGERS
]


@pytest.mark.parametrize(("method", "rule"), NEEDS_AN_ATTEMPT)
def test_a_stranger_is_told_how_to_come_back(visitor: Visitor, method: str, rule: str) -> None:
    token = visitor.get("/start").form.values["csrf_token"]
    page = visitor.get(rule) if method == "GET" else visitor.post(rule, {"csrf_token": token})
    if rule == "/volgende" and method == "POST":
        assert page.path == "/"  # nothing to clear: simply begin
        return
    assert page.status == 403
    assert "/terug" in page.links()


PUBLIC = [
    line.split()[2]
    for line in LIST.read_text(encoding="utf-8").splitlines()
    if line.startswith("anyone") and "<" not in line
]


def test_anyone_may_see_the_public_pages(visitor: Visitor) -> None:
    for path in PUBLIC:
        assert visitor.get(path).status == 200, path
