"""Several colleagues invited at once: all of them or nobody, and the links are shown once."""

import csv
import smtplib
from email.message import EmailMessage
from io import StringIO
from urllib.parse import unquote

import pytest
from flask import Flask
from lxml import html
from sqlalchemy import select

from quiz.config.mail import MailServer
from quiz.storage.tables.staff import StaffAction, StaffInvitation
from quiz.usecases.staff.invitation_list import MOST_INVITED
from tests.blueprints.accounts.people import ADMIN, PASSWORD, TEACHER
from tests.conftest import services_of
from tests.switching import language_of, switch
from tests.visitor import Page, Visitor

MANY = "/collegas/uitnodigen"
LIST = "eva@een.example\nIan <ian@een.example>, decaan\nbo@een.example"


def send(visitor: Visitor, people: str, *roles: str) -> Page:
    """Fill in the list, with what most of them do."""
    token = visitor.get(MANY).form.values["csrf_token"]
    return visitor.post(MANY, {"csrf_token": token, "people": people, "roles": list(roles)})


def table_in(page: Page) -> list[list[str]]:
    """The file that the page holds, as a spreadsheet reads it."""
    (address,) = html.fromstring(page.html).xpath("//a[@download]/@href")
    kind, _, text = address.partition(",")
    assert kind == "data:text/csv;charset=utf-8"
    return list(csv.reader(StringIO(unquote(text).removeprefix("\ufeff")), delimiter=";"))


def invited(app: Flask) -> list[StaffInvitation]:
    with services_of(app).database.reading() as session:
        return list(session.scalars(select(StaffInvitation).order_by(StaffInvitation.id)))


def test_everybody_on_the_list_gets_a_link_that_works(
    admin_visitor: Visitor, visitor: Visitor, another_visitor: Visitor
) -> None:
    page = send(admin_visitor, LIST, "teacher")
    heading, *rows = table_in(page)
    assert heading == ["E-mailadres", "Rol", "Link"]
    assert [row[:2] for row in rows] == [
        ["eva@een.example", "docent"],
        ["ian@een.example", "decaan"],
        ["bo@een.example", "docent"],
    ]
    for (email, _role, link), browser, first in zip(
        rows, (visitor, another_visitor), ("/klassen", "/gesprekken"), strict=False
    ):
        assert link in page.text
        chosen = browser.get(link[link.index("/wachtwoord") :])
        assert email in chosen.text
        assert browser.submit(chosen, password=PASSWORD).path == first
    assert rows[2][2] not in admin_visitor.get("/collegas").html


@pytest.mark.parametrize("roles", [(), ("teacher",)])
@pytest.mark.parametrize(
    ("people", "told"),
    [
        (f"{LIST}\ngeen adres", "Regel 4: “geen adres” is geen e-mailadres."),
        (f"{LIST}\nx@", "Regel 4: “x@” is geen heel e-mailadres."),
        (f"{LIST}\neva@een.example", "Regel 4: eva@een.example staat er al."),
        ("eva@een.example, decan", "Regel 1: “decan” kennen we niet."),
        ("", "Plak of typ minstens een e-mailadres."),
        ("<script>alert(1)</script>@x", "is geen heel e-mailadres"),
    ],
)
def test_one_wrong_line_and_nobody_is_invited(
    clean_app: Flask, admin_visitor: Visitor, people: str, told: str, roles: tuple[str, ...]
) -> None:
    page = send(admin_visitor, people, *roles)
    assert page.status == 422
    assert told in page.text
    assert html.fromstring(page.html).xpath("string(//textarea)").strip() == people
    assert invited(clean_app) == []


def test_without_a_role_nobody_is_invited(clean_app: Flask, admin_visitor: Visitor) -> None:
    page = send(admin_visitor, LIST)
    assert page.status == 422
    assert "Kies wat deze collega’s hier gaan doen." in page.text
    assert send(admin_visitor, "ian@een.example, decaan").status == 200
    assert len(invited(clean_app)) == 1


def test_more_than_the_most_are_nobody(clean_app: Flask, admin_visitor: Visitor) -> None:
    many = "\n".join(f"docent-{number}@een.example" for number in range(MOST_INVITED + 1))
    page = send(admin_visitor, many, "teacher")
    assert f"Hooguit {MOST_INVITED} tegelijk, en dit zijn er {MOST_INVITED + 1}." in page.text
    assert invited(clean_app) == []
    assert send(admin_visitor, many.partition("\n")[2], "teacher").status == 200
    assert len(invited(clean_app)) == MOST_INVITED


def test_who_has_an_account_keeps_it_and_who_was_invited_gets_another_link(
    clean_app: Flask, admin_visitor: Visitor, visitor: Visitor, teacher: int
) -> None:
    first = table_in(send(admin_visitor, LIST, "teacher"))[1][2]
    page = send(admin_visitor, f"eva@een.example\n{TEACHER}\n{ADMIN}", "counsellor")
    assert [row[0] for row in table_in(page)[1:]] == ["eva@een.example"]
    assert "De vorige link werkt niet meer." in page.text
    assert "Hadden al een account" in page.text
    assert TEACHER in page.text
    assert visitor.get(first[first.index("/wachtwoord") :]).status == 410
    with services_of(clean_app).database.reading() as session:
        told = session.scalars(select(StaffAction.action)).all()
    assert told.count("colleague invited") == 4


TOOK: list[str] = []


class Post:
    """A mail server that refuses one address."""

    def __init__(self, *_where: object, **_how: object) -> None:
        TOOK.append("a line")

    def __enter__(self) -> "Post":
        return self

    def __exit__(self, *_problem: object) -> None:
        """Nothing to close."""

    def send_message(self, message: EmailMessage) -> None:
        """Take it, or refuse."""
        if message["To"].startswith("ian"):
            raise smtplib.SMTPRecipientsRefused({message["To"]: (550, b"unknown")})
        TOOK.append(message["To"])


def test_each_is_mailed_over_one_line_and_one_refusal_keeps_nobody_else_from_it(
    clean_app: Flask, admin_visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    TOOK.clear()
    monkeypatch.setattr("smtplib.SMTP", Post)
    server = MailServer("mail.een.example", 25, "quiz@een.example", "none")
    monkeypatch.setitem(clean_app.config, "MAIL", server)
    page = send(admin_visitor, LIST, "teacher")
    assert TOOK == ["a line", "eva@een.example", "bo@een.example"]
    assert page.text.count("Ook gemaild.") == 2
    assert page.text.count("Mailen lukte niet: geef de link zelf.") == 1


def test_the_list_is_still_there_in_another_language(
    clean_app: Flask, admin_visitor: Visitor
) -> None:
    page = admin_visitor.get(MANY)
    english = switch(
        admin_visitor, page, {"people": [f"{LIST}\n<b>&</textarea>"], "roles": ["admin"]}
    )
    assert language_of(english) == "en"
    drawn = html.fromstring(english.html)
    text = drawn.xpath("string(//textarea)").strip().replace("\r\n", "\n")
    assert text == f"{LIST}\n<b>&</textarea>"
    assert drawn.xpath("//input[@checked]/@value") == ["admin"]
    assert invited(clean_app) == []
