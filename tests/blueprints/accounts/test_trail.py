"""The trail on screen: of the own school alone, in words, and nothing of pupils."""

import pytest
from flask import Flask

from quiz.blueprints.accounts import trail_page
from quiz.usecases.staff.audit import Action, record_action
from tests.blueprints.classroom.school import add_staff, sign_in
from tests.conftest import services_of


def test_every_action_has_words(clean_app: Flask) -> None:
    with clean_app.test_request_context():
        assert set(trail_page.words()) == set(Action)


def test_an_admin_reads_the_trail_of_the_own_school(
    clean_app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = services_of(clean_app)
    admin = add_staff(services, "beheer@een.example", "admin")
    other = add_staff(services, "beheer@twee.example", "admin", school="School Twee")
    with services.database.writing() as session:
        record_action(session, admin, Action.CLASS_MADE, "class", 12)
        record_action(session, other, Action.CLASS_DELETED, "class", 13)
        record_action(session, None, Action.SCHOOL_RENAMED, "school", admin.school_id)
    visitor = sign_in(clean_app, admin, services.clock())
    page = visitor.get("/collegas/logboek")
    assert page.status == 200
    assert "klas gemaakt" in page.text
    assert "school een andere naam gegeven" in page.text
    assert "beheerder van de installatie" in page.text
    assert "klas gewist" not in page.text
    assert "beheer@twee" not in page.text
    monkeypatch.setattr(trail_page, "ON_A_PAGE", 1)
    newest = visitor.get("/collegas/logboek")
    assert "Ouder" in newest.text
    for odd in ("x", "-1", "9" * 40, "9" * 10, ""):
        assert visitor.get(f"/collegas/logboek?voor={odd}").status == 200
    nothing = visitor.get("/collegas/logboek?voor=1")
    assert "Hier staat nog niets." in nothing.text
    assert "Terug naar het nieuwste" in nothing.text
