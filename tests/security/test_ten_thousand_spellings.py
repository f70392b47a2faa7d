"""Ten thousand requests of which no two are alike: never an error of ours, and nothing is kept.

A visitor writes addresses, queries, headers, forms and cookies. What is kept under a key that a
visitor writes would fill the memory of the server, a few kilobytes at a time.
"""

import functools
import gc
import sys
from array import array
from collections.abc import Iterable
from io import BytesIO
from random import Random
from typing import Any, ClassVar

import pytest
from flask import Flask
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.test import EnvironBuilder, run_wsgi_app

from quiz.domain.catalogue.files.load import load_catalogue
from quiz.storage.catalogue_store import load_seed
from quiz.usecases.services import Services
from tests.conftest import services_of
from tests.counting import forget_counts
from tests.house.access_world import VISITORS, World, make_world
from tests.own_app import MakeApp
from tests.security.spellings import Request, Spelling, cookie_of

KINDS = ("addresses", "queries", "headers", "cookies", "forms")
# Blocks of memory for each request. What keeps one text of a request keeps one block at least.
MOST_KEPT = 0.75


class Noting(ImmutableMultiDict[str, str]):
    """Fields of a request that note which of them our code asks for."""

    asked: ClassVar[set[str]] = set()

    def get(self, key: str, *rest: Any, **named: Any) -> Any:
        """One value."""
        self.asked.add(key)
        return super().get(key, *rest, **named)

    def getlist(self, key: str, *rest: Any, **named: Any) -> Any:
        """Every value."""
        self.asked.add(key)
        return super().getlist(key, *rest, **named)

    def __contains__(self, key: object) -> bool:
        self.asked.add(str(key))
        return super().__contains__(key)


class Sender:
    """Sends requests as our door hands them to the app, and counts them."""

    def __init__(self, app: Flask, world: World) -> None:
        self._app = app
        self.come_back(world)
        self.sent = array("q")

    def come_back(self, world: World) -> None:
        """Everybody is who they were, in this world."""
        self._cookies = {who: cookie_of(self._app, world, who) for who in VISITORS}

    def send(self, request: Request) -> str:
        """The status of the answer."""
        environ = EnvironBuilder(method="GET" if request.form is None else "POST").get_environ()
        body = (request.form or "").encode()
        environ |= {
            "PATH_INFO": request.path.encode("utf-8", "replace").decode("latin-1"),
            "QUERY_STRING": request.query,
            "HTTP_COOKIE": self._cookies[request.who],
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": BytesIO(body),
        }
        for name, value in request.headers.items():
            key = "HTTP_" + name.upper().replace("-", "_")
            environ[key] = value.encode("utf-8", "replace").decode("latin-1")
        self.sent.append(hash(repr(request)))
        return run_wsgi_app(self._app.wsgi_app, environ, buffered=True)[1]


@pytest.fixture
def app(make_app: MakeApp) -> Flask:
    """An app that notes what it reads."""
    app = make_app()
    noting = {"parameter_storage_class": Noting}
    app.request_class = type("NotingRequest", (app.request_class,), noting)
    return app


def sent(app: Flask, sender: Sender, requests: Iterable[Request]) -> int:
    """Send these; how many blocks of memory are kept when they are answered."""
    for request in requests:
        status = int(sender.send(request).partition(" ")[0])
        assert status < 500, request
    forget_counts(app)  # it forgets by the hour, and is bounded by what may be guessed in one
    services_of(app).database.engine.clear_compiled_cache()  # keeps 500 statements
    gc.collect()
    return sys.getallocatedblocks()


def endless() -> dict[str, int]:
    """Every cache of ours without a limit, and how much is in it."""
    return {
        f"{each.__module__}.{each.__qualname__}": each.cache_info().currsize
        for each in gc.get_objects()
        if isinstance(each, functools._lru_cache_wrapper)
        and each.__module__.startswith("quiz.")
        and each.cache_info().maxsize is None
    }


def lists() -> dict[str, int]:
    """Every list, set and dictionary of ours that stands in a module, and how long it is."""
    ours = [module for name, module in sys.modules.items() if name.startswith("quiz")]
    return {
        f"{module.__name__}.{name}": len(value)
        for module in ours
        for name, value in vars(module).items()
        if isinstance(value, dict | list | set) and not name.startswith("__")
    }


def _keep_the_catalogue(services: Services) -> None:
    """Put it in the database: the first change by a coordinator would, once for all requests."""
    with services.database.writing() as session:
        load_seed(session, load_catalogue(), services.clock())


def test_no_spelling_is_an_error_of_ours_and_none_is_kept(app: Flask) -> None:
    services = services_of(app)
    world = make_world(services)
    sender = Sender(app, world)
    questions = {*services.bank.items, *services.bank.tech_items}
    grown: dict[str, float] = {}
    for kind in KINDS:
        # A field first asked for in one turn is written in the next, and may compile a page.
        for turn in range(3 if kind == "forms" else 2):
            if kind == "forms":
                world = make_world(services)
                _keep_the_catalogue(services)
                sender.come_back(world)
            asked = Noting.asked - questions
            spelling = Spelling(app, world, Random(f"{kind} {turn}"), asked)  # noqa: S311
            requests = list(getattr(spelling, kind)())
            before = sent(app, sender, requests[:20]), endless(), lists()
            after = sent(app, sender, requests[20:]), endless(), lists()
            grown[kind] = (after[0] - before[0]) / len(requests)
        assert after[1:] == before[1:], kind
    assert {kind: most for kind, most in grown.items() if most > MOST_KEPT} == {}
    assert len(set(sender.sent)) > 10_000


@pytest.mark.parametrize("base_url", [None, "https://quiz.school.test"])
@pytest.mark.parametrize(
    "host", ["a" * 64, f"quiz.{'b' * 64}.nl:80", "a..b", "\xff", "[::1", "..."]
)
def test_a_name_that_cannot_be_is_refused_with_a_clear_line(
    make_app: MakeApp, host: str, base_url: str | None
) -> None:
    app = make_app(**({"BASE_URL": base_url} if base_url else {}))
    for path in ("/", "/nix"):
        answer = app.test_client().get(path, environ_overrides={"HTTP_HOST": host})
        assert answer.status_code in ({400} if base_url or len(host) > 60 else {200, 400, 404})
        assert answer.status_code != 400 or "ander adres" in answer.text
