"""What goes over the wire: packed when the browser can unpack it, and the same to the eye."""

import gzip

import pytest
from flask import Flask
from flask.testing import FlaskClient

PAGE = "/werelden"
PACKED = {"Accept-Encoding": "gzip, deflate, br"}
STYLE = "/static/css/base.css"


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.mark.parametrize("path", [PAGE, STYLE, "/static/worlds/hitech-science.svg"])
def test_a_browser_that_can_unpack_gets_the_same_in_far_fewer_bytes(
    client: FlaskClient, path: str
) -> None:
    plain, packed = client.get(path), client.get(path, headers=PACKED)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.content_length == len(packed.data) < len(plain.data) * 0.6
    assert "Content-Encoding" not in plain.headers
    if path != PAGE:  # a page holds a fresh token each time
        assert gzip.decompress(packed.data) == plain.data
    for answer in (plain, packed):
        assert answer.headers["Vary"].count("Accept-Encoding") == 1
        answer.close()


def test_a_browser_that_refuses_gzip_gets_plain_bytes(client: FlaskClient) -> None:
    answer = client.get(PAGE, headers={"Accept-Encoding": "gzip;q=0, identity"})
    assert "Content-Encoding" not in answer.headers
    assert b"<html" in answer.data


def test_what_is_small_already_is_left_alone(client: FlaskClient) -> None:
    answer = client.get("/healthz", headers=PACKED)
    assert "Content-Encoding" not in answer.headers
    assert answer.is_json


def test_an_error_page_is_packed_and_an_empty_answer_stays_empty(client: FlaskClient) -> None:
    answer = client.get("/resultaat.bestaat-niet", headers=PACKED)
    assert gzip.decompress(answer.data).startswith(b"<!DOCTYPE")
    assert client.head(PAGE, headers=PACKED).data == b""


def test_a_packed_file_may_be_kept_and_asked_for_again(client: FlaskClient) -> None:
    first = client.get(STYLE, headers=PACKED)
    again = client.get(STYLE, headers={**PACKED, "If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.data == b""
    first.close()
    again.close()


def test_a_part_of_a_file_is_a_part_of_the_plain_file(client: FlaskClient) -> None:
    whole = client.get(STYLE)
    part = client.get(STYLE, headers={**PACKED, "Range": "bytes=0-99"})
    assert part.status_code == 206
    assert part.data == whole.data[:100]
    whole.close()
    part.close()
