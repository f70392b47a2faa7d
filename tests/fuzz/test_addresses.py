"""Strange addresses, methods and query strings: a clear page, whatever somebody types."""

from urllib.parse import quote

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.storage.database import Database
from tests.blueprints.pupil import way
from tests.counting import forget_counts
from tests.fuzz.naughty import CLEAR, NAUGHTY
from tests.visitor import Page, Visitor

PATHS = [
    "/",
    "/werelden",
    "/over",
    "/meedoen",
    "/start",
    "/terug",
    "/code",
    "/vragen",
    "/resultaat",
    "/volgende",
    "/wissen",
]
GONE = [
    *("/admin", "/.env", "/.git/config", "/resultaat.odt", "/gedeeld", "/x/y", "/gone"),
    *("/werelden/atlantis", "/kamers", "/static/gone", "/%00", "/..%2f"),
]
METHODS = ["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "BREW"]
FEW = settings(
    max_examples=60,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.mark.parametrize("start", ["/meedoen/", "/werelden/", "/", "/vragen/", "/static/"])
def test_any_text_in_an_address_gets_a_clear_page(visitor: Visitor, start: str) -> None:
    for text in NAUGHTY:
        forget_counts(visitor.client.application)
        page = visitor.get(start + quote(text[:2_000], safe=""))
        assert page.status in CLEAR, text
        assert page.status != 200 or page.path in {start, start.rstrip("/") or "/"}, text


@FEW
@given(st.text(max_size=40), st.sampled_from(["/meedoen/", "/werelden/", "/"]))
def test_no_address_at_all_breaks_the_server(app: Flask, text: str, start: str) -> None:
    forget_counts(app)
    assert Visitor(app).get(start + quote(text, safe="/")).status in CLEAR


@FEW
@given(st.binary(max_size=30))
def test_addresses_that_are_no_text_do_not_break_the_server(app: Flask, raw: bytes) -> None:
    forget_counts(app)
    assert Visitor(app).get("/meedoen/" + quote(raw, safe="")).status in CLEAR


def test_a_page_that_does_not_exist_says_so_and_leads_to_the_beginning(visitor: Visitor) -> None:
    for path in GONE:
        page = visitor.get(path)
        assert page.status == 404, path
        assert "Deze pagina bestaat niet" in page.text, path
        assert "/" in page.links(), path


def test_a_method_that_no_page_of_ours_uses_gets_a_clear_page(visitor: Visitor) -> None:
    for method in METHODS:
        for path in PATHS:
            page = Page(visitor.client.open(path, method=method))
            assert page.status in {400, 405}, (method, path)
            assert str(page.status) in page.text, (method, path)
            assert way.heading(page), (method, path)


@pytest.mark.parametrize("path", ["/vragen/antwoord", "/vragen/meer"])
def test_an_address_that_only_takes_answers_says_which_method_it_wants(
    visitor: Visitor, path: str
) -> None:
    page = visitor.get(path)
    assert page.status == 405
    assert "405" in page.text
    assert "POST" in page.response.headers["Allow"]


def test_a_page_can_be_asked_for_without_its_content(visitor: Visitor) -> None:
    for path in PATHS:
        wanted = visitor.client.get(path)
        answer = visitor.client.head(path)
        assert answer.status_code == wanted.status_code, path
        assert answer.data == b"", path


def test_any_block_number_shows_a_block_of_this_pupil(visitor: Visitor, database: Database) -> None:
    visitor.answer_all(visitor.begin(), "4")
    before = way.stored_rows(database)
    blocks = way.stored_attempts(database)[0].blocks
    for text in (*NAUGHTY, "1", "01", "2", "3", "0", "-1", "99", "1&blok=2"):
        page = visitor.get("/vragen?blok=" + quote(text[:1_000], safe="&="))
        assert page.status == 200, text
        assert way.questions_of(page) in blocks, text
    assert way.stored_rows(database) == before


def test_any_text_as_language_leaves_the_page_in_dutch(visitor: Visitor) -> None:
    for text in (*NAUGHTY, "EN", "en-GB", "nl_NL", "../en", "en\x00"):
        page = visitor.get("/?taal=" + quote(text[:1_000], safe=""))
        assert page.status == 200
        assert '<html lang="nl">' in page.html


def test_unknown_parameters_lead_nowhere_else(visitor: Visitor) -> None:
    for query in ("_external=1&_scheme=javascript", "endpoint=x", "__proto__=1", "a[]=1", "=&&=;"):
        page = visitor.get(f"/werelden/hitech-science?{query}&taal=en")
        assert page.status == 200
        (other,) = [link for link in page.links() if "taal=nl" in link]
        assert other.startswith("/werelden/hitech-science?")
        assert visitor.get(other).status == 200
