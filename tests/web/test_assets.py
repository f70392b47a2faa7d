"""Static files may be kept by everyone, so they carry nothing of anyone."""

from itertools import cycle, islice, product

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from quiz.web.pages.static_files import NAMES, static_url, version
from quiz.web.responses.compression import packed_file
from tests.visitor import Visitor

KEPT = "public, max-age=31536000, immutable"


@pytest.fixture
def address(clean_app: Flask) -> str:
    """The address of a stylesheet as it stands in our pages."""
    with clean_app.test_request_context():
        return static_url("css/base.css")


def fetch(visitor: Visitor, path: str, **headers: str) -> TestResponse:
    """Ask for a file and take it in whole, as a browser does."""
    return visitor.client.get(path, headers=headers, buffered=True)


def test_every_page_uses_addresses_that_may_be_kept(visitor: Visitor) -> None:
    document = visitor.get("/").document
    assert document is not None
    sheets = [link.get("href", "") for link in document.iter("link")]
    assert sheets
    for sheet in sheets:
        answer = fetch(visitor, sheet)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, KEPT), sheet


def test_a_file_never_carries_the_cookie_of_a_pupil(visitor: Visitor, address: str) -> None:
    visitor.begin()
    for path in (address, f"{address}&taal=en", "/static/favicon.svg", "/static/gone.css?v=1"):
        answer = fetch(visitor, path)
        assert "Set-Cookie" not in answer.headers, path
        assert "Cookie" not in answer.headers.get("Vary", ""), path


def test_asking_for_a_file_keeps_the_session(visitor: Visitor, address: str) -> None:
    page = visitor.begin()
    fetch(visitor, address)
    assert visitor.get("/vragen").text == page.text


def test_a_browser_that_has_the_file_is_told_so(visitor: Visitor, address: str) -> None:
    tag = fetch(visitor, address).headers["ETag"]
    answer = fetch(visitor, address, **{"If-None-Match": tag})
    assert (answer.status_code, answer.headers["Cache-Control"]) == (304, KEPT)


def spellings(name: str, turn: int) -> list[str]:
    """Other ways to write the address of one file, up to longer than a file name may be."""
    folder, file = name.split("/")
    turns = "".join(islice(cycle(("css/../", "./", "js/../", "/")), turn, turn + 12))
    return [
        f"/static/{turns}{name}",
        f"/static/{folder}/{turns}{file}",
        f"/static/nowhere/../{turns}{name}",
        f"/static/{'css/../' * 1200}{name}",
        f"/static/{name.upper()}",
        f"/static/{folder}%2F..%2F{name}",
        f"/static/{name}/",
        f"/static/{name}\0",
        f"/static/..%5C{name}",
    ]


def test_other_spellings_of_a_file_find_nothing_and_are_not_kept(visitor: Visitor) -> None:
    version.cache_clear()
    packed_file.cache_clear()
    names = ("css/base.css", "js/cards.js", "worlds/hitech-science.svg")
    for name, turn in product(names, range(4)):
        for path in spellings(name, turn):
            answer = visitor.client.get(path, headers={"Accept-Encoding": "gzip"}, buffered=True)
            assert answer.status_code in (308, 404), path
    assert packed_file.cache_info().currsize == 0
    assert version.cache_info().currsize <= len(NAMES)


@pytest.mark.parametrize("path", ["/static/gone.css?v=1", "/static/../quiz/config.py?v=1"])
def test_a_file_that_is_not_there_is_a_page_that_nobody_keeps(visitor: Visitor, path: str) -> None:
    answer = fetch(visitor, path)
    assert answer.status_code == 404
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_file_of_another_version_is_not_kept_for_a_year(visitor: Visitor) -> None:
    for path in ("/static/css/base.css?v=older", "/static/css/base.css"):
        assert "immutable" not in fetch(visitor, path).headers["Cache-Control"]


def test_a_file_that_does_not_exist_cannot_get_into_a_page(clean_app: Flask) -> None:
    with clean_app.test_request_context(), pytest.raises(FileNotFoundError):
        static_url("css/gone.css")
