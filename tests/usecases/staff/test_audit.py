"""The trail says who did what with which thing, and nothing about any pupil."""

from typing import NoReturn

import pytest
from flask import Flask
from sqlalchemy import select

from quiz.storage.database import Database
from quiz.storage.tables.staff import Staff, StaffAction
from quiz.usecases.staff.audit import Action, record_action
from tests.blueprints.accounts.people import PASSWORD, TEACHER, make_person, press, sign_in
from tests.conftest import services_of
from tests.visitor import Visitor


def trail(database: Database) -> list[tuple[int | None, str, str, int | None]]:
    """All lines, oldest first."""
    with database.reading() as session:
        rows = session.scalars(select(StaffAction).order_by(StaffAction.id))
        return [(row.staff_id, row.action, row.kind, row.object_id) for row in rows]


def test_what_somebody_does_with_an_account_stands_in_the_trail(
    clean_app: Flask, visitor: Visitor
) -> None:
    number = make_person(clean_app, TEACHER, "teacher")
    sign_in(visitor, TEACHER, "verkeerd")
    sign_in(visitor, TEACHER)
    press(visitor, "/account", "/account", present=PASSWORD, password="een heel ander zinnetje")
    visitor.submit(visitor.get("/uitloggen"), action="everywhere")
    done = [action for who, action, kind, what in trail(services_of(clean_app).database)]
    assert done == ["signed in", "password set", "signed in", "signed out everywhere"]
    assert {line[0] for line in trail(services_of(clean_app).database)} == {number}


def test_an_action_that_fails_leaves_no_line(clean_app: Flask, database: Database) -> None:
    number = make_person(clean_app, TEACHER, "teacher")

    def fail() -> NoReturn:
        with database.writing() as session:
            row = session.get_one(Staff, number)
            record_action(session, row, Action.ROLES_CHANGED, "staff", number)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert trail(database) == []


def test_only_declared_actions_can_be_written(database: Database) -> None:
    with pytest.raises(ValueError, match="looked over a shoulder"), database.writing() as session:
        record_action(session, None, "looked over a shoulder", "class", 1)  # type: ignore[arg-type]


def test_the_line_outlives_the_account_without_its_name(
    clean_app: Flask, database: Database
) -> None:
    number = make_person(clean_app, TEACHER, "teacher")
    with database.writing() as session:
        row = session.get_one(Staff, number)
        record_action(session, row, Action.SIGNED_IN, "staff", number)
    with database.writing() as session:
        session.delete(session.get_one(Staff, number))
    assert trail(database) == [(None, "signed in", "staff", number)]


def test_every_action_fits_in_its_column() -> None:
    longest = StaffAction.__table__.c.action.type.length  # type: ignore[attr-defined]
    assert all(len(action.value) <= longest for action in Action)
