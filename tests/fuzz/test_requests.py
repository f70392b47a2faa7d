"""Requests that no browser of a pupil sends: huge, malformed, foreign, with lying headers."""

from io import BytesIO
from itertools import product

import pytest
from limits import parse

from quiz.app import create_app
from quiz.config import Settings
from quiz.storage.database import Database
from quiz.web.access import limits
from tests.blueprints.pupil import way
from tests.conftest import SECRETS, services_of
from tests.counting import forget_counts
from tests.visitor import Page, Visitor

POSTS = [
    "/meedoen",
    "/start",
    "/terug",
    "/code",
    "/vragen",
    "/vragen/antwoord",
    "/vragen/meer",
    "/volgende",
    "/wissen",
]
HUGE = "x" * 70_000


@pytest.fixture
def block(visitor: Visitor) -> Page:
    """The first questions of a pupil."""
    return visitor.begin()


def test_a_body_far_larger_than_any_form_is_refused_whole(
    visitor: Visitor, block: Page, database: Database
) -> None:
    before = way.stored_rows(database)
    for path in POSTS:
        fields = {"csrf_token": way.token_of(block), "code": HUGE, "place": HUGE}
        page = visitor.post(path, fields)
        assert page.status == 413, path
        assert "Dit is te veel tegelijk" in page.text
        assert way.stored_rows(database) == before, path


OTHER_KINDS = [
    ("application/json", b'{"csrf_token": "x", "school_type": "havo"}'),
    ("text/plain", b"school_type=havo"),
    ("application/x-www-form-urlencoded", b"\xff\xfe%zz&&&===;%00"),
    ("multipart/form-data", b"no boundary"),
    ("multipart/form-data; boundary=x", b"--x\r\nbroken"),
    ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="a'),
    ("application/x-www-form-urlencoded; charset=utf-7", b"+ADw-script"),
    ("", b"\x00" * 100),
    ("x" * 3_000, b"?"),
]


def test_a_body_of_another_kind_gets_a_clear_page(
    visitor: Visitor, block: Page, database: Database
) -> None:
    before = way.stored_rows(database)
    for path, (kind, body) in product(POSTS, OTHER_KINDS):
        page = Page(visitor.client.post(path, data=body, content_type=kind))
        assert page.status in {400, 413, 415}, (path, kind)
        assert way.heading(page)
        assert way.stored_rows(database) == before, (path, kind)


def test_very_many_fields_are_refused_or_ignored(visitor: Visitor, database: Database) -> None:
    token = way.token_of(visitor.begin())
    many = {f"field{number}": "4" for number in range(3_000)}
    before = way.stored_rows(database)["answer"]
    assert visitor.post("/vragen", {"csrf_token": token, **many}).status == 422
    part = '--x\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
    body = part % ("csrf_token", token) + "".join(part % (name, "4") for name in list(many)[:300])
    kind = "multipart/form-data; boundary=x"
    page = Page(visitor.client.post("/vragen", data=body + "--x--", content_type=kind))
    assert page.status == 413
    assert way.stored_rows(database)["answer"] == before


def test_a_file_in_the_place_of_an_answer_is_no_answer(
    visitor: Visitor, database: Database
) -> None:
    block = visitor.begin()
    question = way.questions_of(block)[0]
    parts = {"csrf_token": way.token_of(block), question: (BytesIO(b"4"), "4.txt")}
    page = Page(visitor.client.post("/vragen", data=parts, content_type="multipart/form-data"))
    assert page.status == 422
    assert way.stored_answers(database) == {}


def test_an_answer_given_twice_in_one_form_counts_once(
    visitor: Visitor, database: Database
) -> None:
    block = visitor.begin()
    question = way.questions_of(block)[0]
    visitor.post("/vragen", {"csrf_token": way.token_of(block), question: ["2", "5"]})
    assert way.stored_answers(database) == {question: 2}


LYING_HEADERS = [
    {"Host": "evil.example"},
    {"Host": "evil.example:99999"},
    {"Host": "a b<c>"},
    {"Host": ""},
    {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"},
    {"X-Forwarded-For": "1.2.3.4, ' OR 1=1", "X-Real-Ip": "\u00e9"},
    {"X-Original-Url": "/admin", "X-Http-Method-Override": "DELETE"},
    {"Accept-Language": "*" * 3_000},
    {"Accept": "application/json", "Content-Length": "abc"},
    {"Cookie": "zeven_werelden=;;;=\x7f; zeven_werelden=2"},
    {"Referer": "https://evil.example/", "Origin": "null"},
    {"Range": "bytes=0-1", "If-Modified-Since": "never", "If-None-Match": "*"},
]


def test_lying_headers_get_a_clear_page_that_leads_nowhere_else(visitor: Visitor) -> None:
    for headers in LYING_HEADERS:
        forget_counts(visitor.client.application)
        for path in ("/", "/start", "/vragen", "/meedoen/hjm479", "/bestaat-niet"):
            page = Page(visitor.client.get(path, headers=headers))
            assert page.status in {200, 302, 400, 403, 404}, path
            assert "evil.example" not in page.html, headers
            assert "evil.example" not in page.response.headers.get("Location", ""), headers


def test_wrong_codes_are_counted_whatever_address_the_browser_claims(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "PER_ADDRESS", parse("12 per hour"))
    statuses = []
    for number in range(limits.PER_ADDRESS.amount + 1):
        visitor.client.delete_cookie("zeven_werelden")
        form = visitor.get("/meedoen").form
        headers = {"X-Forwarded-For": f"10.0.0.{number}"}
        answer = visitor.client.post(
            "/meedoen", data={**form.values, "code": "HJM479"}, headers=headers
        )
        statuses.append(answer.status_code)
    assert statuses == [422] * limits.PER_ADDRESS.amount + [429]


@pytest.mark.parametrize("host", ["evil.example", "", "quiz.example.evil.example", "a b"])
def test_with_a_base_url_another_host_gets_a_clear_page(
    clean_app: object, database: Database, host: str
) -> None:
    del clean_app
    environment = {name.upper(): value for name, value in SECRETS.items()}
    environment["DATABASE_URL"] = database.url.render_as_string(hide_password=False)
    environment["BASE_URL"] = "https://quiz.example"
    app = create_app(Settings.from_environment(environment))
    visitor = Visitor(app)
    good = visitor.client.get("/", headers={"Host": "quiz.example"})
    assert good.status_code == 200
    for path in ("/", "/start", "/bestaat-niet"):
        page = Page(visitor.client.get(path, headers={"Host": host}))
        assert page.status == 400
        assert "Zeven Werelden staat op een ander adres" in page.html
    services_of(app).database.close()
