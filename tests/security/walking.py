"""Walks every route of the app as those who may enter it, in the world of the access matrix."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask
from itsdangerous import URLSafeTimedSerializer
from werkzeug.test import Client, TestResponse

from quiz.web.access.audiences import Audience
from tests.counting import forget_counts
from tests.house.access_matrix import GUARD
from tests.house.access_world import World

OWNERS = {
    Audience.ANYONE: "stranger",
    Audience.DATA: "stranger",
    Audience.EMBEDDED: "stranger",
    Audience.PUPIL: "pupil",
    Audience.SCHOOL: "teacher",
    Audience.STAFF: "teacher",
    Audience.TEACHER: "teacher",
    Audience.COUNSELLOR: "counsellor",
    Audience.COORDINATOR: "coordinator",
    Audience.ADMIN: "admin",
    Audience.SCREEN: "teacher",
}


@dataclass(frozen=True)
class Route:
    """One method of one rule, and who gets in there."""

    method: str
    rule: str
    endpoint: str
    owner: str


def routes(app: Flask, *methods: str) -> Iterator[Route]:
    """Every route of the app with one of these methods."""
    for rule in sorted(app.url_map.iter_rules(), key=str):
        if rule.endpoint == "static":
            continue
        owner = OWNERS[app.view_functions[rule.endpoint].__dict__["audience"]]
        for method in methods:
            if method in (rule.methods or ()):
                yield Route(method, rule.rule, rule.endpoint, owner)


def address(world: World, rule: str) -> str:
    """The address of a rule with the numbers of this world in it."""
    for name, value in world.parts.items():
        for kind in ("", "int:", "long:"):
            rule = rule.replace(f"<{kind}{name}>", str(value))
    assert "<" not in rule, rule
    return rule


def browser(app: Flask, world: World, who: str) -> Client:
    """A browser of this visitor; nobody guessed anything yet."""
    forget_counts(app)
    client = app.test_client()
    with client.session_transaction() as session:
        session.update(world.sessions[who], csrf_token=GUARD)
    return client


def token(app: Flask, guard: str = GUARD) -> str:
    """What a form of that browser holds."""
    serializer = URLSafeTimedSerializer(str(app.secret_key), salt="wtf-csrf-token")
    return str(serializer.dumps(guard))


def ask(app: Flask, world: World, route: Route) -> TestResponse:
    """Ask for a route as the one who may, with a good token and nothing else in the form."""
    client = browser(app, world, route.owner)
    data = {"csrf_token": token(app)} if route.method == "POST" else None
    return client.open(address(world, route.rule), method=route.method, data=data)
