"""Invented schools with staff, classes and pupils, put straight into the database."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

from flask import Flask
from sqlalchemy import insert

from quiz.domain.codes.class_codes import new_class_code
from quiz.storage.database import Database
from quiz.storage.identifiers import new_attempt_id
from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.school import SchoolClass
from quiz.storage.tables.staff import Staff
from quiz.usecases.attempts.answers import Given
from quiz.usecases.attempts.progress import save_answers, save_own_world
from quiz.usecases.attempts.start import NewAttempt, start_attempt
from quiz.usecases.attempts.state import load_state
from quiz.usecases.attempts.steps import BLOCK, OWN_WORLD, RESULT, TECH_TYPE, next_step
from quiz.usecases.services import Services
from quiz.usecases.staff.people import NewAccount, make_staff, school_named
from tests.visitor import Page, Visitor

SCHOOL = "Het Testcollege (verzonnen)"
OTHER_SCHOOL = "De Andere School (verzonnen)"
EDE = "GM0228"
FIELDS = {"name": "2B techniek", "school_type": "vmbo-kb", "year": "2", "place": "Ede"}


def add_staff(services: Services, email: str, *roles: str, school: str = SCHOOL) -> Staff:
    """An account with these roles; nobody knows its password."""
    with services.database.writing() as session:
        number = school_named(session, school).id
        new = NewAccount(email, number, roles)
        return make_staff(session, new, "unused", services.clock())


def sign_in(app: Flask, person: Staff, now: datetime) -> Visitor:
    """A browser in which this person is signed in."""
    visitor = Visitor(app)
    with visitor.client.session_transaction() as session:
        session["staff_account"] = person.fs_uniquifier
        session.permanent = True
        session["staff_since"] = session["staff_seen"] = int(now.timestamp())
    return visitor


def make_class(visitor: Visitor, **fields: str) -> Page:
    """A class as a teacher makes it, with the form."""
    return visitor.submit(visitor.get("/klassen/nieuw"), **{**FIELDS, **fields})


def add_class(services: Services, teacher: Staff, name: str = "2B", **values: Any) -> int:
    """A class of this teacher that pupils can join now."""
    now = services.clock()
    row = {
        "school_id": teacher.school_id,
        "teacher_id": teacher.id,
        "name": name,
        "code": new_class_code(Random()),  # noqa: S311
        "school_type": "havo",
        "year": 2,
        "municipality": EDE,
        "created_at": now,
        "joining_until": now + timedelta(hours=12),
        **values,
    }
    with services.database.writing() as session:
        return session.scalars(insert(SchoolClass).values(row).returning(SchoolClass.id)).one()


def code_of(database: Database, class_id: int) -> str:
    """The code of a class."""
    with database.reading() as session:
        return session.get_one(SchoolClass, class_id).code


def code_elsewhere(services: Services) -> str:
    """The code of an open class of another school, without a town."""
    teacher = add_staff(services, "docent@elders.nl", "teacher", school="Elders")
    return code_of(services.database, add_class(services, teacher, "3C", municipality=None))


def nickname_of(database: Database, attempt_id: int) -> str:
    """What a pupil is called."""
    with database.reading() as session:
        return session.get_one(Attempt, attempt_id).nickname


def join(services: Services, class_id: int) -> int:
    """A pupil who joined and answered nothing yet; the number of the attempt."""
    ticket = new_attempt_id(services.clock())
    code = code_of(services.database, class_id)
    start_attempt(services, NewAttempt(ticket, "havo", 2, None, "nl", code))
    return ticket


def answer_block(services: Services, attempt_id: int, chance: Random) -> bool:
    """Answer what comes next with any value; False when the result is there."""
    with services.database.reading() as session:
        state = load_state(session.connection(), attempt_id)
    step = next_step(state, services.bank)
    if step.kind == RESULT:
        return False
    if step.kind == OWN_WORLD:
        save_own_world(services, attempt_id, chance.choice(services.bank.worlds))
        return True
    questions = state.blocks[step.block] if step.kind == BLOCK else tuple(services.bank.tech_items)
    assert step.kind in {BLOCK, TECH_TYPE}
    given = [Given(question, chance.randint(1, 5), None) for question in questions]
    save_answers(services, attempt_id, given)
    return True


def finish(services: Services, class_id: int, pupils: int, seed: int = 7) -> list[int]:
    """So many pupils who joined this class and are done."""
    chance = Random(seed)  # noqa: S311
    joined = [join(services, class_id) for _pupil in range(pupils)]
    for attempt_id in joined:
        while answer_block(services, attempt_id, chance):
            pass
    return joined
