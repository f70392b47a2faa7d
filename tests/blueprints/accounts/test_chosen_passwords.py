"""Which passwords are taken, and what is said once one was."""

from flask import Flask

from tests.blueprints.accounts.test_links import choose, invitation
from tests.visitor import Visitor


def test_a_password_that_is_guessed_first_is_refused_and_a_good_one_is_confirmed(
    clean_app: Flask, visitor: Visitor
) -> None:
    path = invitation(clean_app)
    page = visitor.submit(visitor.get(path), password="welkom123456")
    assert page.status == 422
    assert "raden anderen snel" in page.text
    assert "Gelukt: je wachtwoord is bewaard" in choose(visitor, path).text
    assert "Gelukt" not in visitor.get("/inloggen").text
