"""Nobody reaches an attempt that is not theirs: without one, with an erased or a changed cookie."""

from base64 import urlsafe_b64encode

import pytest
from flask import Flask
from flask.sessions import SecureCookieSessionInterface

from quiz.storage.database import Database
from tests.blueprints.pupil import way
from tests.visitor import Page, Visitor

COOKIE = "zeven_werelden"
GETS = ["/code", "/vragen", "/resultaat", "/volgende", "/wissen"]
POSTS = ["/code", "/vragen", "/vragen/antwoord", "/vragen/meer", "/wissen"]


def _cookie(visitor: Visitor) -> str:
    cookie = visitor.client.get_cookie(COOKIE)
    assert cookie is not None
    return cookie.value


def _is_sent_away(page: Page) -> bool:
    return page.status == 403 and "/terug" in page.links()


def test_a_page_of_a_pupil_is_closed_to_a_stranger(visitor: Visitor) -> None:
    for path in GETS:
        assert _is_sent_away(visitor.get(path)), path


def test_a_stranger_cannot_send_anything_to_a_pupils_page(visitor: Visitor) -> None:
    token = way.token_of(visitor.get("/start"))
    for path in POSTS:
        assert _is_sent_away(visitor.post(path, {"csrf_token": token})), path


@pytest.mark.parametrize("path", GETS)
def test_the_cookie_of_an_erased_attempt_opens_nothing(visitor: Visitor, path: str) -> None:
    visitor.begin()
    cookie = _cookie(visitor)
    visitor.submit(visitor.get("/wissen"))
    visitor.client.set_cookie(COOKIE, cookie)
    assert _is_sent_away(visitor.get(path))


@pytest.mark.parametrize("path", POSTS)
def test_nothing_can_be_written_with_the_cookie_of_an_erased_attempt(
    visitor: Visitor, database: Database, path: str
) -> None:
    page = visitor.begin()
    cookie, question = _cookie(visitor), way.questions_of(page)[0]
    visitor.submit(visitor.get("/wissen"))
    visitor.client.set_cookie(COOKIE, cookie)
    fields = {"question": question, "value": "4", question: "4", "action": "new"}
    answer = visitor.post(path, {"csrf_token": way.token_of(page), **fields})
    assert answer.status == 403 or answer.path == "/wissen"
    assert way.stored_attempts(database) == []
    assert way.stored_answers(database) == {}


def test_a_device_with_an_erased_attempt_can_still_be_handed_on(visitor: Visitor) -> None:
    page = visitor.begin()
    cookie = _cookie(visitor)
    visitor.submit(visitor.get("/wissen"))
    visitor.client.set_cookie(COOKIE, cookie)
    assert visitor.post("/volgende", {"csrf_token": way.token_of(page)}).path == "/"
    assert visitor.begin().path == "/vragen"


def _tampered(cookie: str, other: str) -> list[str]:
    """Ways to change a signed cookie: another's content under this signature, and so on."""
    content, moment, signature = cookie.rsplit(".", 2)
    theirs = other.rsplit(".", 2)[0]
    plain = urlsafe_b64encode(b'{"attempt":1}').rstrip(b"=").decode()
    return [
        f"{theirs}.{moment}.{signature}",
        f"{plain}.{moment}.{signature}",
        f"{content}.{moment}.{signature[:-2]}AA",
        f"{content}.{moment}",
        f"{content}..",
        content,
        "x" * 4000,
        "{0.__class__}",
    ]


def test_a_changed_cookie_is_nobodys(
    visitor: Visitor, another_visitor: Visitor, database: Database
) -> None:
    visitor.begin()
    another_visitor.begin()
    before = way.stored_rows(database)
    for changed in _tampered(_cookie(visitor), _cookie(another_visitor)):
        visitor.client.set_cookie(COOKIE, changed)
        assert _is_sent_away(visitor.get("/vragen")), changed
    assert way.stored_rows(database) == before


def test_a_cookie_signed_with_another_secret_is_nobodys(
    visitor: Visitor, database: Database
) -> None:
    visitor.begin()
    forger = Flask("forger")
    forger.secret_key = "not the secret of this server, but long enough"
    signer = SecureCookieSessionInterface().get_signing_serializer(forger)
    assert signer is not None
    number = way.stored_attempts(database)[0].id
    visitor.client.set_cookie(COOKIE, str(signer.dumps({"attempt": number})))
    assert _is_sent_away(visitor.get("/vragen"))


def test_a_session_with_a_strange_attempt_is_nobodys(visitor: Visitor) -> None:
    visitor.get("/start")
    strange: tuple[object, ...] = ("1", 1.5, None, [], {"id": 1}, -1, 0, 2**70)
    for attempt in strange:
        with visitor.client.session_transaction() as session:
            session["attempt"] = attempt
        assert _is_sent_away(visitor.get("/vragen")), attempt


def test_two_pupils_never_see_each_other(
    visitor: Visitor, another_visitor: Visitor, class_code: str, database: Database
) -> None:
    visitor.begin(f"/meedoen/{class_code}")
    another_visitor.begin(f"/meedoen/{class_code}")
    first, second = way.stored_attempts(database)
    for path in ("/vragen", "/code", "/volgende", "/wissen"):
        assert first.nickname in visitor.get(path).html
        assert second.nickname not in visitor.get(path).text
    visitor.answer_all(visitor.get("/vragen"), "5")
    assert way.stored_answers(database, second.nickname) == {}
    another_visitor.answer_all(another_visitor.get("/vragen"), "1")
    block = visitor.get("/vragen?blok=1").form
    assert {block.values[name] for name in block.choices} == {"5"}
    assert set(way.stored_answers(database, first.nickname).values()) == {5}


def test_the_token_of_one_pupil_does_not_open_the_form_of_another(
    visitor: Visitor, another_visitor: Visitor, database: Database
) -> None:
    mine, theirs = visitor.begin(), another_visitor.begin()
    fields = {**theirs.form.values, "csrf_token": way.token_of(mine)}
    for path in POSTS:
        assert another_visitor.post(path, fields).status == 400
    assert way.stored_answers(database) == {}
    assert len(way.stored_attempts(database)) == 2


def test_a_number_of_an_attempt_stands_on_no_page(visitor: Visitor, database: Database) -> None:
    visitor.begin()
    number = str(way.stored_attempts(database)[0].id)
    for path in ("/vragen", "/code", "/volgende", "/wissen"):
        assert number not in visitor.get(path).html
