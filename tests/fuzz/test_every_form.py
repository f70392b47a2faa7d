"""Every route there is, with any text in its address, its query and its form: never a 500.

The routes come from the app and the names of fields from the templates, so that a page that is
made tomorrow is tried as well. Whoever may enter a route tries it, and somebody who may not.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import quote

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from quiz.config.paths import TEMPLATES
from quiz.usecases.services import Services
from tests.conftest import ENGINES, SECRETS
from tests.fuzz.naughty import CLEAR, NAUGHTY
from tests.house.access_matrix import FILE
from tests.house.access_world import World, make_world
from tests.page_checks import check_page
from tests.reading_html import parse
from tests.security.walking import Route, address, browser, routes, token
from tests.usecases.attempts.pupils import walk

ROWS = [line.split()[:2] for line in FILE.read_text(encoding="utf-8").splitlines()[1:]]
ADDRESSES = sorted({rule for _method, rule in ROWS if "<" in rule})
FORMS = sorted(rule for method, rule in ROWS if method == "POST")
FINE = CLEAR | {204, 301, 302, 303, 304, 308, 410}
FIELD = re.compile(r"""name="([\w-]+)"|_field\('(\w+)'|\?(\w+)=|, (\w+)=""")
NAMES = sorted(
    {
        name
        for page in TEMPLATES.rglob("*.html")
        for found in FIELD.findall(page.read_text(encoding="utf-8"))
        for name in found
        if name and name != "csrf_token"
    }
    | {"action", "roles", "month", "bord", "keer", "minuten", "nummer", "naast", "samen", "taal"}
    | {"verder", "volg", "asked"}
)
WORDS = (
    "make", "confirm", "withdraw", "add", "done", "remove", "new", "link", "roles", "close", "open",
    "everywhere", "stop", "without-code", "ja", "havo", "2", "teacher", "1", "-1", "9" * 30,
    "2027-03", "visit", "company/x", "25", str(2**63), "HJM479", "een zin van de docent",
)  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(NAUGHTY), st.sampled_from(WORDS), st.sampled_from(WORDS), st.text(max_size=60)
)
Test = Callable[..., None]
FIELDS = st.dictionaries(st.sampled_from(NAMES), st.one_of(TEXTS, st.lists(TEXTS, max_size=3)))


def some(examples: int, services: Services) -> Callable[[Test], Test]:
    """So many examples, half of them on this kind of database and the other half on the other."""
    half = settings(
        max_examples=(examples + 1) // 2,
        database=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    turn = seed(ENGINES.index(services.database.engine.dialect.name))
    return lambda test: half(turn(test))


@pytest.fixture
def world(services: Services) -> World:
    """The world of the access matrix, in which the pupils are done."""
    made = make_world(services)
    for who in ("pupil", "pupil-2"):
        attempt_id = made.sessions[who]["attempt"]
        assert isinstance(attempt_id, int)
        walk(services, attempt_id)
    return made


@pytest.fixture
def clear(clean_app: Flask, capsys: pytest.CaptureFixture[str]) -> "Clear":
    return Clear(clean_app, capsys)


class Clear:
    """Asks, and looks whether the answer is a clear page that tells nothing it should not."""

    def __init__(self, app: Flask, capsys: pytest.CaptureFixture[str]) -> None:
        self.app = app
        self._capsys = capsys

    def ask(self, world: World, who: str, method: str, path: str, **what: Any) -> None:
        """Send one request as this visitor."""
        answer = browser(self.app, world, who).open(path, method=method, **what)
        logged = self._capsys.readouterr()
        assert answer.status_code in FINE, (who, method, path, what, logged.out)
        html = answer.text if answer.mimetype == "text/html" else ""
        if html.startswith("<!doctype html>") and not answer.location:
            check_page(parse(html), path)
        for word in ("Traceback", *SECRETS.values()):
            assert word not in html + logged.out + logged.err
        for hostile in ("<script>alert", "onerror=alert(1)>", "<form action=//evil"):
            assert hostile not in html
        assert not answer.headers.get("Location", "/").startswith(("//", "/\\", "http:e"))


def route_of(app: Flask, method: str, rule: str) -> Route:
    return next(each for each in routes(app, method) if each.rule == rule)


@pytest.mark.parametrize("rule", FORMS)
def test_any_form_gets_a_clear_answer(
    clean_app: Flask, services: Services, world: World, clear: Clear, rule: str
) -> None:
    owner = route_of(clean_app, "POST", rule).owner
    path, good = address(world, rule), {"csrf_token": token(clean_app)}

    @some(12, services)
    @given(fields=FIELDS, query=FIELDS, who=st.sampled_from([owner, owner, "pupil-2", "admin"]))
    def send(fields: dict[str, object], query: dict[str, object], who: str) -> None:
        clear.ask(world, who, "POST", path, data={**fields, **good}, query_string=query)

    send()


NASTY = ["\x00", "a\x00b", "9" * 5_000, "-1", "٣", "\uffff", "x" * 6_000]


def test_the_nastiest_texts_in_every_field_at_once_get_a_clear_answer(
    clean_app: Flask, world: World, clear: Clear
) -> None:
    for rule in FORMS:
        route = route_of(clean_app, "POST", rule)
        for text, action in [(text, "") for text in NASTY] + [
            ("\x00", word) for word in WORDS[:14]
        ]:
            fields = dict.fromkeys(NAMES, text[: 60_000 // len(NAMES)])
            fields |= {"csrf_token": token(clean_app), "action": action}
            clear.ask(world, route.owner, "POST", address(world, rule), data=fields)


def test_any_query_gets_a_clear_answer(
    clean_app: Flask, services: Services, world: World, clear: Clear
) -> None:
    for rule in sorted(rule for method, rule in ROWS if method == "GET"):
        owner = route_of(clean_app, "GET", rule).owner
        look = partial(clear.ask, world, owner, "GET", address(world, rule))
        _any_query(look, some(3 if rule.endswith(".pdf") else 8, services))


def _any_query(look: Callable[..., None], examples: Callable[[Test], Test]) -> None:
    @examples
    @given(query=FIELDS)
    def ask(query: dict[str, object]) -> None:
        look(query_string=query)

    ask()


PARTS = st.one_of(
    TEXTS, st.integers(min_value=-5, max_value=2**70).map(str), st.binary(max_size=9).map(quote)
)


@pytest.mark.parametrize("rule", ADDRESSES)
def test_anything_in_the_place_of_a_number_or_a_code_gets_a_clear_answer(
    clean_app: Flask, services: Services, world: World, clear: Clear, rule: str
) -> None:
    methods = [method for method, each in ROWS if each == rule]
    owner = route_of(clean_app, methods[0], rule).owner

    @some(12, services)
    @given(part=PARTS, method=st.sampled_from(methods))
    def put(part: str, method: str) -> None:
        path = re.sub(r"<[^>]*>", lambda _part: quote(part[:500], safe="%"), rule)
        data = {"csrf_token": token(clean_app), "password": "een lange zin", "zeker": "ja"}
        clear.ask(world, owner, method, path, data=data if method == "POST" else None)

    put()


def test_the_names_of_the_fields_are_found() -> None:
    wanted = {"code", "email", "password", "roles", "school_type", "naam", "kind", "month", "step"}
    assert wanted <= {*NAMES}, wanted - {*NAMES}
