"""Pieces that are asked for again and again cost nothing while they stay the same."""

import pytest
from flask import Flask

from quiz.usecases.services import Services
from tests.blueprints.classroom.school import add_class, add_staff, join, sign_in
from tests.blueprints.counsellor.people import make_code, pupil_with_result, type_code
from tests.usecases.sharing.sharing import class_of_school, counsellor
from tests.visitor import Visitor

# What comes back of a tag: as we gave it, as proxies change it, and among others.
SENT = [
    '"{}"',
    'W/"{}"',
    'w/"{}"',
    '"{}-gzip"',
    'W/"{}-gzip"',
    '"{};gzip"',
    '"{}--gzip"',
    '"{}-br"',
    '"{}:0"',
    '"{}"-gzip',
    "{}",
    '"0123456789abcdef01234567", "{}"',
    'W/"0123456789abcdef01234567",W/"{}" , "x"',
    '"a,b", "{}"',
    "*",
    " * ",
]
OTHERS = ["", '""', '"0{}"', '"{}0"', 'W/"x"', '"x-{}x"', "**", '"*"', '"x", *y', ","]


@pytest.fixture
def pieces(clean_app: Flask, services: Services) -> dict[str, Visitor]:
    """Every address that a script asks for again and again, with who asks."""
    teacher = add_staff(services, "docent@voorbeeld.nl", "teacher")
    group = add_class(services, teacher)
    join(services, group)
    at_work = sign_in(clean_app, teacher, services.clock())
    talking = sign_in(clean_app, counsellor(services), services.clock())
    pupil = pupil_with_result(clean_app, services, class_of_school(services))
    waiting = type_code(talking, make_code(pupil)).path
    return {
        f"/klassen/{group}/voortgang/nu": at_work,
        f"/klassen/{group}/voortgang/nu?volgorde=naam": at_work,
        f"/klassen/{group}/scherm/nu": at_work,
        "/delen/nu": pupil,
        f"{waiting}/nu": talking,
    }


def test_a_piece_that_stayed_the_same_is_not_sent_again(pieces: dict[str, Visitor]) -> None:
    tags = set()
    for path, visitor in pieces.items():
        first = visitor.client.get(path)
        tag, _weak = first.get_etag()
        assert (first.status_code, bool(first.data)) == (200, True)
        tags.add(tag)
        for sent in SENT:
            headers = {"If-None-Match": sent.format(tag)}
            again = visitor.client.get(path, headers=headers)
            assert (again.status_code, again.data) == (304, b""), (path, sent)
            assert again.get_etag()[0] == tag
        for sent in OTHERS:
            headers = {"If-None-Match": sent.format(tag)}
            assert visitor.client.get(path, headers=headers).status_code == 200, (path, sent)
    assert len(tags) == len(pieces)


def test_another_language_is_another_piece(pieces: dict[str, Visitor]) -> None:
    for path, visitor in pieces.items():
        tag = visitor.client.get(path).headers["ETag"]
        english = f"{path}{'&' if '?' in path else '?'}taal=en"
        answer = visitor.client.get(english, headers={"If-None-Match": tag})
        assert answer.status_code == 200
